"""A question that became a statement."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_CLOSING = " “”\"»«’')"


@check(
    "P310",
    "question-lost",
    Category.PUNCTUATION,
    Severity.MINOR,
    bad=[("Kommt er?", "He comes[.]")],
    good=[("Kommt er?", "Is he coming?"), ("Er kam.", "He came."), ("„Wer?“", '"Who?"')],
)
def question_lost(pair: Pair) -> Iterator[Hit]:
    """The source ends with a question mark and the translation has none."""
    target = pair.target.rstrip(_CLOSING)
    if target and pair.source.rstrip(_CLOSING).endswith("?") and "?" not in pair.target:
        start = len(target) - (not target[-1].isalnum())
        yield Hit(
            Span(start, len(target)),
            "The source is a question; the translation has lost the question mark.",
            "?" if start < len(target) else None,
        )
