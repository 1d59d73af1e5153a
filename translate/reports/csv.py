"""The report for spreadsheets: one finding a row."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from translate.checks import all_checks
from translate.findings import Side
from translate.reports.places import Lines, Namer, named
from translate.results import DocumentResult

COLUMNS = (
    "file", "side", "code", "name", "category", "severity",
    "line", "column", "start", "end", "text", "message", "suggestion",
)  # fmt: skip


def render(results: Iterable[DocumentResult], place: Namer = named) -> Iterator[str]:
    """The table in parts (RFC 4180), first the row of ``COLUMNS``.

    place: the path to show for one side of a document. Lines and columns count from 1, start
    and end are offsets from 0, all in code points. A suggestion that deletes is empty like one
    that is missing; the JSON tells them apart.
    """
    names = {check.code: check.name for check in all_checks()}
    yield _row(COLUMNS)
    for result in results:
        lines = {side: Lines(result.text(side)) for side in Side}
        for finding in result.findings:
            where = lines[finding.side].place(finding.span.start)
            yield _row(
                (
                    place(result.name, finding.side),
                    finding.side,
                    finding.code,
                    names.get(finding.code, "check-crashed"),
                    finding.category,
                    finding.severity,
                    where.line,
                    where.column,
                    finding.span.start,
                    finding.span.end,
                    finding.span.of(result.text(finding.side)),
                    finding.message,
                    finding.suggestion or "",
                )
            )


def _row(cells: Iterable[object]) -> str:
    buffer = StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
