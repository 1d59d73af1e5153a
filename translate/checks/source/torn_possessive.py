"""A space tears an English possessive off its name."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.possessives import close_possessives


@check(
    "S326",
    "torn-possessive",
    Category.SPELLING,
    Severity.MAJOR,
    bad=[
        "vor [Kant 's] Mausoleum",
        "in [Keller’ s] Haus",
    ],
    good=[
        "Kants Mausoleum und McDonald's Filiale",
        "Wie geht 's dir? Ob 's regnet?",
        "er nannte es ‚Keller’ so laut er konnte",
    ],
)
def torn_possessive(source: Source) -> Iterator[Hit]:
    """A space tears an English possessive off its name."""
    message = "A stray space tears the English possessive “{right}” apart."
    return hits(source.text, close_possessives, message)
