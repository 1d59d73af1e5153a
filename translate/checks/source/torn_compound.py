"""A space before or after its hyphen tears a compound apart."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.hyphens import close_hyphens


@check(
    "S320",
    "torn-compound",
    Category.SPELLING,
    Severity.MAJOR,
    bad=[
        "der [US -Präsident]",
        "die [EU- Kommission]",
        "der [CO2 -Ausstoß]",
        "[US - Präsident] Biden",
        'die "[Links-Rechts" -Regel] der Stadt',
    ],
    good=[
        "Vor- und Nachteile",
        "Kultur-, Sport- und Schulamt",
        "in Berlin - Köln folgt",
        "Sicherheit und -Ordnung",
        "Bund- / Länder",
    ],
)
def torn_compound(source: Source) -> Iterator[Hit]:
    """A space before or after its hyphen tears a compound apart."""
    return hits(source.text, close_hyphens, "A stray space tears “{right}” apart.")
