"""A number that the translation lacks."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.numbers import strangers
from translate.checks.registry import check
from translate.findings import Category, Severity, Side


@check(
    "P111",
    "number-missing",
    Category.OMISSION,
    Severity.MAJOR,
    bad=[("Es sind [73] Kühe.", "There are cows."), ("In [2018] kam er.", "He came then.")],
    good=[("Es sind 3 Kühe.", "There are three cows."), ("Es sind 73 Kühe.", "")],
)
def number_missing(pair: Pair) -> Iterator[Hit]:
    """A number of the source does not stand in the translation."""
    if not pair.target.strip():
        return
    missing, added = strangers(pair.source, pair.target)
    for number in missing[len(added) :]:
        yield Hit(
            number.span,
            f"The number {number.phrase} of the source is missing from the translation.",
            side=Side.SOURCE,
        )
