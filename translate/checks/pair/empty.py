"""A sentence without a translation."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair, whole
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P100",
    "empty-translation",
    Category.OMISSION,
    Severity.CRITICAL,
    bad=[("Das ist gut.", "[]"), ("Das ist gut.", "[ ]")],
    good=[("Das ist gut.", "This is good."), ("", "")],
)
def empty(pair: Pair) -> Iterator[Hit]:
    """The translation of a sentence is empty."""
    if pair.source.strip() and not pair.target.strip():
        yield Hit(whole(pair.target), "The translation of this sentence is empty.")
