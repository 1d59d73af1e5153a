"""The same word is written twice in a row."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.doubled_words import drop_doubled_words


@check(
    "S310",
    "doubled-word",
    Category.DUPLICATION,
    Severity.MAJOR,
    bad=["Er kam [mit mit] dem Zug.", "Das sagte [Trump Trump].", "Nehmt [ein\nein] Taxi."],
    good=[
        "Die, die die Stadt kennen.",
        "Sehr sehr gut!",
        "In Baden Baden.",
        "Tag für Tag",
        "Wenn Sie sie sehen",
    ],
)
def doubled_word(source: Source) -> Iterator[Hit]:
    """The same word is written twice in a row."""
    return hits(source.text, drop_doubled_words, "“{right}” is written twice.")
