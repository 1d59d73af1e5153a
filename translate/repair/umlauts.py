"""Umlauts written out or lost on the way: ``fuer`` or ``fur`` for ``für``."""

import re
from collections.abc import Iterator
from functools import cache

from translate.repair.wordlists import table
from translate.spans import Edit, Span

REASON = "S303"

_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{3,30}(?![\w@/]|\.\w)")


def restore_umlauts(text: str) -> Iterator[Edit]:
    """Puts the umlaut back into words of a list that have no other reading."""
    if _entries().keys().isdisjoint(_LETTERS.findall(text.lower())):
        return
    for match in _WORD.finditer(text):
        word = match.group()
        right = _restored(word)
        if right is not None:
            yield Edit(Span(*match.span()), right, REASON)


@cache
def _entries() -> dict[str, str]:
    """Lower-cased wrong word to right word."""
    return {wrong.lower(): right for wrong, right in table("umlauts.tsv").items()}


def _restored(word: str) -> str | None:
    """The right spelling of ``word`` in its own case, or None."""
    right = _entries().get(word.lower())
    if right is None:
        return None
    if word.isupper():
        return right.upper()
    if right[0].isupper():
        return right if word[0].isupper() else None
    if word[0].isupper():
        return right[0].upper() + right[1:]
    return right if word.islower() else None
