"""The report for programs: one JSON object a document, one document a line."""

import json
from collections.abc import Iterable, Iterator

from translate.reports.totals import Totals
from translate.results import DocumentResult


def render(results: Iterable[DocumentResult]) -> Iterator[str]:
    """One line per result, without its newline; ``DocumentResult.from_json`` reads it back.

    Besides what the result holds, a line has ``words`` (of the German) and ``mqm``, the penalty
    points per 1,000 of them for each side that there is.
    """
    for result in results:
        scores = {side.value: round(score, 2) for side, score in Totals.of([result]).mqm.items()}
        row = {**result.to_json(), "words": result.words, "mqm": scores}
        yield json.dumps(row, ensure_ascii=False)
