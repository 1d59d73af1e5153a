"""A space before a punctuation mark of the English."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_LOOSE = re.compile(r"(?<=\w)( +[,.;!?])(?=$|\s)(?! ?\.)")


@check(
    "P302",
    "loose-english-punctuation",
    Category.PUNCTUATION,
    Severity.MINOR,
    bad=[("Er kam.", "He came[ .]")],
    good=[("Er kam.", "He came."), ("Er kam ...", "He came ...")],
)
def loose_english(pair: Pair) -> Iterator[Hit]:
    """A space stands before a punctuation mark of the translation."""
    for match in _LOOSE.finditer(pair.target):
        mark = match.group().strip()
        yield Hit(Span(*match.span()), f"A stray space stands before “{mark}”.", mark)
