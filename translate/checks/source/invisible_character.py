"""An invisible character stands in the text: a control, soft hyphen or zero-width space."""

from collections.abc import Iterator
from dataclasses import replace

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.characters import drop_invisible


@check(
    "S302",
    "invisible-character",
    Category.ENCODING,
    Severity.MINOR,
    bad=["Die [Auto\u00adfahrer] kamen.", "Er [k\u200bam], sah und siegte."],
    good=["Tab\tund Zeile\n", "Kein\u00a0Umbruch"],
)
def invisible_character(source: Source) -> Iterator[Hit]:
    """An invisible character stands in the text: a control, soft hyphen or zero-width space."""
    message = "“{right}” contains an invisible character."
    for hit in hits(source.text, drop_invisible, message):
        shown = bool(hit.suggestion and hit.suggestion.strip())
        yield hit if shown else replace(hit, message="An invisible character stands here.")
