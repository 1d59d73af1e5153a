"""A number that only the translation has."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.numbers import strangers
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P112",
    "number-added",
    Category.ADDITION,
    Severity.MAJOR,
    bad=[("Es sind Kühe.", "There are [74] cows.")],
    good=[("Es sind drei Kühe.", "There are 3 cows."), ("in den Neunzigern", "in the 1990s")],
)
def number_added(pair: Pair) -> Iterator[Hit]:
    """A number of the translation does not stand in the source."""
    missing, added = strangers(pair.source, pair.target)
    for number in added[len(missing) :]:
        yield Hit(
            number.span,
            f"The number {number.phrase} of the translation does not stand in the source.",
        )
