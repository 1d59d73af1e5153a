"""A translation that has nothing to do with its source."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair, whole
from translate.checks.distance import DETACHED
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P180",
    "detached",
    Category.NON_TRANSLATION,
    Severity.CRITICAL,
    meaning=True,
    bad=[
        Pair("Das Zimmer ist am See.", "[My aunt sells old coins.]", cosine=0.03),
        Pair(
            "Die Gewerkschaft lehnt das Angebot der Bahn für ihre Lokführer ab.",
            "[The staff were very friendly and the breakfast was excellent.]",
            cosine=0.12,
        ),
    ],
    good=[
        Pair("Das Zimmer ist am See.", "The room is by the lake.", cosine=0.81),
        Pair("Wen juckt’s?", "Who cares?", cosine=0.22),
        ("Das Zimmer ist am See.", "My aunt sells old coins."),
    ],
)
def detached(pair: Pair) -> Iterator[Hit]:
    """The translation says something else than its source."""
    if pair.cosine is not None and DETACHED.broken(pair):
        yield Hit(
            whole(pair.target),
            "The translation has nothing to do with its source "
            f"(similarity {pair.cosine:.2f}; a good one has about 0.8).",
        )
