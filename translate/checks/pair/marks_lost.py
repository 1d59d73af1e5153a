"""Quotation marks or brackets that the translation lost."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity, Side
from translate.spans import Span

_GROUPS = (('„“”»«"', "„“”»«\"‘’'", "quotation marks"), ("()", "(),-–—", "brackets"))


@check(
    "P311",
    "marks-lost",
    Category.PUNCTUATION,
    Severity.MINOR,
    bad=[("Er sagte [„]ja“ zu ihr.", "He said yes to her.")],
    good=[("Er sagte „ja“.", 'He said "yes".'), ("Er (45) kam.", "He, 45, came.")],
)
def marks_lost(pair: Pair) -> Iterator[Hit]:
    """The source quotes or brackets something and the translation does not."""
    if not pair.target.strip():
        return
    for marks, accepted, name in _GROUPS:
        first = next((i for i, c in enumerate(pair.source) if c in marks), None)
        if first is not None and not any(mark in pair.target for mark in accepted):
            yield Hit(
                Span(first, first + 1),
                f"The {name} of the source are missing from the translation.",
                side=Side.SOURCE,
            )
