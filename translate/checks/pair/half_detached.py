"""A translation that is far from its source."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair, whole
from translate.checks.distance import DETACHED, HALF_DETACHED
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P181",
    "half-detached",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    meaning=True,
    bad=[
        Pair(
            "Dank der neuen Brücke brauchen die Pendler nur noch zehn Minuten in die Stadt.",
            "[Thanks to the new rules there are only ten of them left in the town.]",
            cosine=0.34,
        ),
    ],
    good=[
        Pair("Das Zimmer ist am See.", "My aunt sells old coins.", cosine=0.03),
        Pair("Das Zimmer ist am See.", "The room is by the lake.", cosine=0.81),
        ("Das Zimmer ist am See.", "My aunt sells old coins."),
    ],
)
def half_detached(pair: Pair) -> Iterator[Hit]:
    """The translation is so far from its source that much of it must be wrong."""
    if pair.cosine is None or DETACHED.broken(pair):
        return
    if HALF_DETACHED.broken(pair):
        yield Hit(
            whole(pair.target),
            "The translation is far from its source "
            f"(similarity {pair.cosine:.2f}; a good one has about 0.8).",
        )
