"""A sentence that begins small."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.beginnings import small_beginning
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P313",
    "small-start",
    Category.SPELLING,
    Severity.MINOR,
    bad=[("Putin traf sich mit ihm.", "[met] with him.")],
    good=[
        ("Putin traf sich mit ihm.", "Putin met with him."),
        ("Gustav Meier ruft bei uns an.", "iPhones ring here."),
        ("„Komm“, sagte er zu ihr.", "“Come,” he said to her."),
        ("Ruhe und ein freies Bett", "... quiet and a free bed"),
    ],
)
def small_start(pair: Pair) -> Iterator[Hit]:
    """The translation begins with a small letter and its source with a capital."""
    if place := small_beginning(pair.source, pair.target):
        yield Hit(
            place,
            "The sentence begins with a small letter: something before it may be lost.",
            place.of(pair.target).capitalize(),
        )
