"""The report for programs: one JSON object a document, one document a line."""

import json
from collections.abc import Iterable, Iterator

from translate.results import DocumentResult


def render(results: Iterable[DocumentResult]) -> Iterator[str]:
    """One line per result, without its newline; ``DocumentResult.from_json`` reads it back."""
    for result in results:
        yield json.dumps(result.to_json(), ensure_ascii=False)
