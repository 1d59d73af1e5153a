"""Which German words are translated by which English ones, and what that leaves over in a pair.

The table ``data/lexicon.tsv`` was learned from word counts of parallel news and everyday
sentences (IBM model 1, Brown et al. 1993, in both directions); ``translate/training/lexicon.py``
makes it. Words are known by their first six letters, long German ones by their last letters too,
which stands in for inflection and for compounds.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.checks.tables import rows
from translate.spans import Span

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 6  # letters
_COGNATE = 4  # letters that words of one origin share
_LONG = 10  # letters from which a German word may be a compound
_ENDINGS = ("ungen", "lich", "ische")  # ends that say nothing in five letters


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a pair. linked: its translation stands on the other side, None if unknown."""

    span: Span
    text: str
    linked: bool | None


@dataclass(frozen=True, slots=True)
class Links:
    """The words of both sides."""

    source: tuple[Token, ...]
    target: tuple[Token, ...]


def german_keys(word: str) -> tuple[str, ...]:
    """The beginning of ``word`` (in lower case), and its end if it is long."""
    if len(word) < _LONG:
        return (word[:_HEAD],)
    return word[:_HEAD], "~" + (word[-7:] if word.endswith(_ENDINGS) else word[-5:])


@cache
def translations() -> dict[str, frozenset[str]]:
    """The beginnings of the translations of each German key."""
    return {german: frozenset(english.split()) for german, english in rows("lexicon.tsv")}


@cache
def known_english() -> frozenset[str]:
    """The beginnings of all English words that the table knows."""
    return frozenset().union(*translations().values())


@lru_cache(maxsize=64)
def links(source: str, target: str) -> Links:
    """The words of a German sentence and its translation, linked as far as the table goes."""
    german = [(m.group().lower(), m) for m in _WORD.finditer(source)]
    english = [(m.group().lower(), m) for m in _WORD.finditer(target)]
    heads = {word[:_HEAD] for word, _ in english}
    stems = {word[:_COGNATE] for word, _ in english if len(word) >= _COGNATE}
    table, known = translations(), known_english()
    wanted: set[str] = set()
    left = []
    for word, match in german:
        means = _meanings(word, table)
        wanted |= means
        linked = not heads.isdisjoint(means) or word[:_COGNATE] in stems if means else None
        left.append(Token(Span(*match.span()), match.group(), linked))
    own = {word[:_COGNATE] for word, _ in german if len(word) >= _COGNATE}
    right = tuple(
        Token(
            Span(*match.span()),
            match.group(),
            (word[:_HEAD] in wanted or word[:_COGNATE] in own) if word[:_HEAD] in known else None,
        )
        for word, match in english
    )
    return Links(tuple(left), right)


def _meanings(word: str, table: dict[str, frozenset[str]]) -> frozenset[str]:
    head, *tail = german_keys(word)
    means = table.get(head, frozenset())
    return means | table.get(tail[0], frozenset()) if tail else means
