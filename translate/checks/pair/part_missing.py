"""A clause or sentence of the source that the translation lacks."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.coverage import MISSING, beginning, missing
from translate.checks.registry import check
from translate.findings import Category, Severity, Side


@check(
    "P115",
    "part-missing",
    Category.OMISSION,
    Severity.MAJOR,
    bad=[
        (
            "Der Minister kam gestern nach Berlin, [obwohl seine Frau schwer krank im Haus lag].",
            "The minister came to Berlin yesterday.",
        ),
        (
            "Er ging nach Hause. [Die Polizei suchte den Dieb im ganzen Wald].",
            "He went home.",
        ),
    ],
    good=[
        (
            "Der Minister kam gestern nach Berlin, obwohl seine Frau krank war.",
            "The minister came to Berlin yesterday although his wife was ill.",
        ),
        ("Die Polizei suchte den Dieb.", ""),
    ],
)
def part_missing(pair: Pair) -> Iterator[Hit]:
    """Most words of a clause or sentence have no counterpart, and the translation is shorter."""
    part = missing(pair.source, pair.target)
    if part and part.odds > MISSING:
        yield Hit(
            part.span,
            "Nothing in the translation seems to stand for "
            f"“{beginning(part.span.of(pair.source))}”.",
            side=Side.SOURCE,
        )
