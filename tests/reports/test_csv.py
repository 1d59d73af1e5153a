"""The table: one finding a row, and the way back."""

import csv
from dataclasses import replace
from io import StringIO

from tests.reports.sample import article, clean
from translate.reports import csv as table
from translate.reports.csv import COLUMNS


def test_each_finding_is_a_row() -> None:
    """Place, text and suggestion as they are, whatever marks they hold."""
    text = "".join(table.render([article(), clean()]))
    head, *rows = csv.reader(StringIO(text, newline=""))
    assert tuple(head) == COLUMNS
    assert len(rows) == len(article().findings)
    for cells, finding in zip(rows, article().findings, strict=True):
        row = dict(zip(COLUMNS, cells, strict=True))
        assert row["text"] == finding.span.of(article().text(finding.side))
        assert (int(row["start"]), int(row["end"])) == (finding.span.start, finding.span.end)
        assert row["suggestion"] == (finding.suggestion or "")
        assert row["file"].startswith("politik/treffen.md")
    assert rows[0][6:8] == ["3", "5"]


def test_marks_of_the_table_in_a_message_do_no_harm() -> None:
    """Quotes, commas and line breaks come back."""
    finding = replace(article().findings[0], message='a "b", c;\nd')
    text = "".join(table.render([replace(article(), findings=(finding,))]))
    _, row = csv.reader(StringIO(text, newline=""))
    assert row[COLUMNS.index("message")] == 'a "b", c;\nd'


def test_nothing_found_is_the_heading_alone() -> None:
    assert list(table.render([clean()])) == [",".join(COLUMNS) + "\r\n"]
