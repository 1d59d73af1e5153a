"""A translation that the engine cut off."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span


@check(
    "P103",
    "truncated",
    Category.OMISSION,
    Severity.MAJOR,
    bad=[Pair("Er kam und ging nach Hause.", "He came and [went]", truncated=True)],
    good=[("Er kam.", "He came.")],
)
def truncated(pair: Pair) -> Iterator[Hit]:
    """The translation reached the length limit before its sentence ended."""
    if pair.truncated and pair.target.strip():
        end = len(pair.target.rstrip())
        start = max(pair.target.rfind(" ", 0, end), pair.target.rfind("\n", 0, end)) + 1
        yield Hit(
            Span(start, end), "The translation was cut off here, before the end of its sentence."
        )
