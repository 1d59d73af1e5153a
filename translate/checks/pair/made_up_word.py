"""A word of the translation that no English text has."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.english import is_english
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_WORD = re.compile(r"(?<![\w'’-])[a-z]{5,}(?!['’]?\w|-)")


@check(
    "P125",
    "made-up-word",
    Category.SPELLING,
    Severity.MINOR,
    bad=[("Die Feuerwehr löschte den Brand.", "The fire brigade [exstingled] the blaze.")],
    good=[
        ("Die Feuerwehr löschte den Brand.", "The fire brigade extinguished the blaze."),
        ("Das Menü bietet Maultaschen.", "The menu offers maultaschen."),
        ("Er war übereifrig.", "He was overeager."),
    ],
)
def made_up_word(pair: Pair) -> Iterator[Hit]:
    """A word in lower case that is neither known English nor in the source: often invented."""
    source = pair.source.casefold()
    for found in _WORD.finditer(pair.target):
        word = found.group()
        if not is_english(word) and word not in source:
            yield Hit(Span(*found.span()), f"“{word}” is not a known English word.")
