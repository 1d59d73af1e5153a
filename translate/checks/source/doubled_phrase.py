"""The same two to five words are written twice in a row."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.doubled_phrases import drop_doubled_phrases


@check(
    "S311",
    "doubled-phrase",
    Category.DUPLICATION,
    Severity.MAJOR,
    bad=[
        "Er wohnt [in der Stadt in der Stadt] allein.",
        "noch [an der Küste an der Küste] bis Samstag",
    ],
    good=["Schritt für Schritt für Schritt", "Mehr Geld, mehr Geld!", "6:4 6:4", "bla bla bla bla"],
)
def doubled_phrase(source: Source) -> Iterator[Hit]:
    """The same two to five words are written twice in a row."""
    return hits(source.text, drop_doubled_phrases, "“{right}” is written twice.")
