"""JSON lines: one line a document, and the way back."""

import json
from dataclasses import replace

from tests.reports.sample import article, clean
from translate.reports import jsonl
from translate.results import DocumentResult


def test_each_line_reads_back_as_its_document() -> None:
    results = [article(), clean(), replace(clean(), name="zeile\u2028\n.txt")]
    lines = list(jsonl.render(results))
    assert [DocumentResult.from_json(json.loads(line)) for line in lines] == results
    assert all("\n" not in line for line in lines)


def test_umlauts_stay_readable() -> None:
    assert "Kühe" in "".join(jsonl.render([article()]))


def test_documents_are_read_one_by_one() -> None:
    endless = iter(clean, None)
    assert next(jsonl.render(endless)).startswith("{")


def test_a_line_has_the_scores() -> None:
    """Words and MQM points, beside what reads back."""
    row = json.loads(next(jsonl.render([article()])))
    assert row["words"] == article().words
    assert set(row["mqm"]) == {"source", "target"}
