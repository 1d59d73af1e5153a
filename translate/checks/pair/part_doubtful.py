"""A clause or sentence of the source that the translation may lack."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.coverage import DOUBTFUL, MISSING, beginning, missing
from translate.checks.registry import check
from translate.findings import Category, Severity, Side


@check(
    "P117",
    "part-perhaps-missing",
    Category.OMISSION,
    Severity.MINOR,
    bad=[
        (
            "Der Minister kam gestern nach Berlin, [wie die Zeitung meldet].",
            "The minister came to Berlin yesterday.",
        ),
    ],
    good=[
        (
            "Der Minister kam gestern nach Berlin, obwohl seine Frau schwer krank im Haus lag.",
            "The minister came to Berlin yesterday.",
        ),
        (
            "Der Minister kam gestern nach Berlin, wie die Zeitung meldet.",
            "The minister came to Berlin yesterday, the newspaper reports.",
        ),
    ],
)
def part_doubtful(pair: Pair) -> Iterator[Hit]:
    """Some words of a clause have no counterpart, and the translation is somewhat shorter."""
    part = missing(pair.source, pair.target)
    if part and DOUBTFUL < part.odds <= MISSING:
        yield Hit(
            part.span,
            f"The translation may lack “{beginning(part.span.of(pair.source))}”.",
            side=Side.SOURCE,
        )
