"""A month or weekday that was lost."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.measures import lost_dates
from translate.checks.registry import check
from translate.findings import Category, Severity, Side


@check(
    "P129",
    "date-missing",
    Category.OMISSION,
    Severity.MINOR,
    bad=[
        ("Er ist seit [Januar] zurück.", "He is back."),
        ("Der Rat tagte am [Freitagabend] in Bonn.", "The council met in Bonn."),
        ("Am Montag und am [Dienstag] bleibt die Halle zu.", "The hall stays shut on Monday."),
    ],
    good=[
        ("Nach dem 11. September war alles anders.", "After 9/11 everything was different."),
        ("Er kommt am 3. Mai.", "He comes on May 3."),
        ("Er kommt am Sonnabend.", "He comes on Saturday."),
        ("Er kam am Montag.", "He came on Tuesday."),
    ],
)
def date_missing(pair: Pair) -> Iterator[Hit]:
    """The translation has nothing for a month or weekday."""
    for label in lost_dates(pair.source, pair.target):
        yield Hit(
            label.span, f"“{label.text}” has no counterpart in the translation.", side=Side.SOURCE
        )
