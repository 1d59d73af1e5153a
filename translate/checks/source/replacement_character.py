"""The mark that decoders put for bytes they cannot read."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.lost_letters import restore_lost_letters
from translate.spans import Span

_LOST = re.compile("[\ufffd\u2047]+")


@check(
    "S304",
    "replacement-character",
    Category.ENCODING,
    Severity.MAJOR,
    bad=["Die K[\ufffd]he", "Er fragte zwei [⁇ rzte] um Rat."],
    good=["Die Kühe und Ärzte"],
)
def replacement_character(source: Source) -> Iterator[Hit]:
    """A letter was lost when the text was written or decoded."""
    known = list(hits(source.text, restore_lost_letters, "A letter was lost: “{right}”."))
    yield from known
    for match in _LOST.finditer(source.text):
        if any(hit.span.start <= match.start() < hit.span.end for hit in known):
            continue
        yield Hit(Span(*match.span()), "A letter was lost; only the original text can tell which.")
