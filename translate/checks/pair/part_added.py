"""A clause or sentence of the translation that the source lacks."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.coverage import added, beginning
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P116",
    "part-added",
    Category.ADDITION,
    Severity.MINOR,
    bad=[
        (
            "Der Minister kam gestern nach Berlin.",
            "The minister came to Berlin yesterday, [although his wife was ill in the hospital].",
        ),
    ],
    good=[
        (
            "Der Minister kam gestern nach Berlin, obwohl seine Frau krank war.",
            "The minister came to Berlin yesterday although his wife was ill.",
        ),
        ("", "The police searched for the thief."),
    ],
)
def part_added(pair: Pair) -> Iterator[Hit]:
    """Most words of a clause or sentence have no counterpart, and the translation is longer."""
    part = added(pair.source, pair.target)
    if part:
        yield Hit(
            part.span,
            f"Nothing in the source seems to stand for “{beginning(part.span.of(pair.target))}”.",
        )
