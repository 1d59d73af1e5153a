"""A month, weekday or time of day that is another one."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.clock import wrong_times
from translate.checks.measures import changed
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P119",
    "date-changed",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=[
        ("Er kommt am 3. Mai.", "He comes on [March] 3."),
        ("Er kam am Montag.", "He came on [Tuesday]."),
        ("Es beginnt um 20.15 Uhr.", "It starts at [8.15 a.m.]"),
        ("Wir essen um halb acht.", "We eat at [half past eight]."),
    ],
    good=[
        ("Er kommt am 3.5.2018.", "He comes on May 3, 2018."),
        ("In der Nacht zum Dienstag fiel Schnee.", "Snow fell on Monday night."),
        ("Es beginnt um 20.15 Uhr.", "It starts at 8.15 p.m."),
        ("Wir essen heute Abend um 7 Uhr.", "We eat at 7 p.m. tonight."),
        ("Wir essen um halb acht.", "We eat at half past seven."),
        ("Wir essen um halb acht.", "We eat at 7:30."),
    ],
)
def date_changed(pair: Pair) -> Iterator[Hit]:
    """A month, weekday or time of day is another one in the translation."""
    for label, instead in changed(pair.source, pair.target):
        if label.group in {"month", "day"}:
            yield Hit(
                label.span,
                f"The translation has “{label.text}” where the source has “{instead.text}”.",
            )
    for span, german in wrong_times(pair.source, pair.target):
        time = span.of(pair.target)
        yield Hit(span, f"The translation has “{time}” where the source has “{german}”.")
