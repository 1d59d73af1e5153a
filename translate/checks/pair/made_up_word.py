"""A word of the translation that no English text has."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.checks.tables import words
from translate.findings import Category, Severity
from translate.spans import Span

_WORD = re.compile(r"(?<![\w'’-])[a-z]{5,}(?!['’]?\w|-)")
_BEFORE = re.compile(
    "(?:un|re|non|over|under|out|anti|micro|super|mega|mini|pre|post|sub|counter|mis|dis|inter"
    "|multi|bio|eco|cyber|electro|photo|auto|fore|ultra)(?=[a-z]{4})"
)


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
    known = words("english_words.txt")
    source = pair.source.casefold()
    for found in _WORD.finditer(pair.target):
        word = found.group()
        if word not in known and _without_prefix(word) not in known and word not in source:
            yield Hit(Span(*found.span()), f"“{word}” is not a known English word.")


def _without_prefix(word: str) -> str:
    return _BEFORE.sub("", word, count=1) if _BEFORE.match(word) else word
