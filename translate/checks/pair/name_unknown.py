"""A word of the translation that looks like a name and that the source lacks."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.named import strangers
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P123",
    "name-unknown",
    Category.MISTRANSLATION,
    Severity.MINOR,
    bad=[("Er traf gestern die Gesandten.", "Yesterday he met [Withkovv] and others.")],
    good=[
        ("Er traf gestern Witkoff.", "Yesterday he met Witkoff."),
        ("Er traf gestern die Gesandten.", "Yesterday he met the envoys."),
        ("Javier traf gestern Katars Gesandte.", "Yesterday they met envoys of Qatar."),
    ],
)
def name_unknown(pair: Pair) -> Iterator[Hit]:
    """A word of the translation looks like a name and has no counterpart in the source."""
    if pair.source.strip():
        for span in strangers(pair.source, pair.target).doubtful:
            yield Hit(span, f"The source has nothing like “{span.of(pair.target)}”.")
