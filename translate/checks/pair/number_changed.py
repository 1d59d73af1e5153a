"""A number that is another one in the translation."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.numbers import strangers
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P110",
    "number-changed",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=[
        ("Es sind 73 Kühe.", "There are [74] cows."),
        ("5 Milliarden Euro", "[5] million euros"),
        ("Es stieg um 7,4 Prozent.", "It rose by [74] percent."),
    ],
    good=[
        ("7,4 Liter", "7.4 litres"),
        ("um 18.30 Uhr", "at 6.30 pm"),
        ("2,3 Mio. Tonnen", "2.3 million tonnes"),
        ("am 04.05.2018", "on 4 May 2018"),
        ("1.000 Euro", "1,000 euros"),
        ("12 Männer", "twelve men"),
    ],
)
def number_changed(pair: Pair) -> Iterator[Hit]:
    """A number of the source is another one in the translation."""
    missing, added = strangers(pair.source, pair.target)
    for number, wrong in zip(missing, added, strict=False):
        yield Hit(
            wrong.span,
            f"The translation has {wrong.phrase} where the source has {number.phrase}.",
        )
