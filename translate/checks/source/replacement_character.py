"""The mark that decoders put for bytes they cannot read."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_LOST = re.compile("\ufffd+")


@check(
    "S304",
    "replacement-character",
    Category.ENCODING,
    Severity.MAJOR,
    bad=["Die K[\ufffd]he"],
    good=["Die Kühe"],
)
def replacement_character(source: Source) -> Iterator[Hit]:
    """A letter was lost when the text was decoded; only the original bytes can tell which."""
    for match in _LOST.finditer(source.text):
        yield Hit(Span(*match.span()), "A letter was lost when the text was decoded.")
