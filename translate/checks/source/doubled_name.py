"""A name stands twice in a chain of hyphens or in a list of names."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.doubled_names import drop_doubled_names


@check(
    "S312",
    "doubled-name",
    Category.DUPLICATION,
    Severity.MAJOR,
    bad=["das Treffen mit Witkoff-[Putin-Putin]", "die Studie von [Keller, Keller] und Brandt"],
    good=[
        "in Baden-Baden",
        "das Hamburg-Berlin-Rennen",
        "Ping-Pong",
        "Arbeit, Arbeit und noch mehr Arbeit",
        "Keller, Voss und Brandt",
    ],
)
def doubled_name(source: Source) -> Iterator[Hit]:
    """A name stands twice in a chain of hyphens or in a list of names."""
    return hits(
        source.text,
        drop_doubled_names,
        "A word is repeated: “{wrong}” should read “{right}”.",
    )
