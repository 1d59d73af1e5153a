"""A word lost its umlaut or has it written out."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.umlauts import restore_umlauts


@check(
    "S303",
    "lost-umlaut",
    Category.SPELLING,
    Severity.MAJOR,
    bad=[
        "die [Fuehrung] der Partei",
        "drei [Stucke] von Bach",
        "[Fuer] uns",
        "die [naechsten] Tage",
    ],
    good=[
        "Frau Mueller aus Aue sah ein neues Duell.",
        "Aktuelle Steuern, Poesie und Michael",
        "im Museum",
    ],
)
def lost_umlaut(source: Source) -> Iterator[Hit]:
    """A word lost its umlaut or has it written out."""
    return hits(source.text, restore_umlauts, "“{wrong}” has lost its umlaut; write “{right}”.")
