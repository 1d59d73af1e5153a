"""Which German words are translated by which English ones, and what that leaves over in a pair.

The tables were learned from parallel texts by ``translate/training/lexicon``. Words are known by
their first six letters, long German ones by their last letters too, which stands in for
inflection and for compounds. For each the tables say how often it has no counterpart in a good
translation, and how often it has one by chance in the translation of another sentence.
"""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache, lru_cache
from math import log
from operator import getitem
from typing import NamedTuple

from translate.checks.tables import rows

WORD = re.compile(r"[^\W\d_]+")
HEAD = 6  # letters
_COGNATE = 4  # letters that words of one origin share
_LONG = 10  # letters from which a German word may be a compound
UNKNOWN = "*"  # the row of longer words that the tables do not know
_SHORTEST = 5  # letters of those
_AGAIN = 0.08  # of the words of a lost part, that what they mean is said elsewhere all the same
_SILENT = (0.0, 0.0)  # the odds of a word that says nothing
_ENDINGS = ("ungen", "lich", "ische")  # ends that say nothing in five letters


class Words(NamedTuple):
    """The words of one side of a pair, in order.

    places: where each starts and ends. linked: whether its translation stands on the other
    side, None where the table does not know the word. odds: the natural logarithm of how much
    more likely that is if the other side has lost the word than if it has it; 0 where unknown.
    """

    places: list[tuple[int, int]]
    linked: list[bool | None]
    odds: list[float]


class Links(NamedTuple):
    """The words of both sides."""

    source: Words
    target: Words


def german_keys(word: str) -> tuple[str, ...]:
    """The beginning of ``word`` (in lower case), and its end if it is long."""
    if len(word) < _LONG:
        return (word[:HEAD],)
    return word[:HEAD], "~" + (word[-7:] if word.endswith(_ENDINGS) else word[-5:])


def rows_of(word: str, keys: Sequence[str], known: Collection[str]) -> list[str]:
    """Those of ``keys`` that a table knows; the row of unknown words where it knows none."""
    found = [key for key in keys if key in known]
    return found or ([UNKNOWN] if len(word) >= _SHORTEST else [])


@cache
def translations() -> dict[str, str]:
    """The beginnings of the translations of each German key, separated by spaces."""
    return {key: english for key, _, _, english in rows("lexicon.tsv") if english}


@cache
def known_english() -> frozenset[str]:
    """The beginnings of all English words that the table knows."""
    return frozenset(key for key, _, _ in rows("lexicon_english.tsv") if key != UNKNOWN)


@cache
def _shares() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """For each German and each English key, how many percent are loose and linked by chance."""
    german = {key: (loose, chance) for key, loose, chance, _ in rows("lexicon.tsv")}
    english = {key: (loose, chance) for key, loose, chance in rows("lexicon_english.tsv")}
    return german, english


@cache
def _odds(shares: tuple[str, str]) -> tuple[float, float]:
    """The odds if a word is not linked and if it is."""
    loose = int(shares[0]) / 100
    chance = max(_AGAIN, int(shares[1]) / 100)
    return max(0.0, log((1 - chance) / loose)), min(0.0, log(chance / (1 - loose)))


@lru_cache(maxsize=16384)
def means(word: str) -> frozenset[str]:
    """The beginnings of the translations of a German word in lower case."""
    table = translations()
    return frozenset(" ".join([table.get(key, "") for key in german_keys(word)]).split())


@lru_cache(maxsize=16384)
def _german(word: str) -> tuple[float, float]:
    """The odds if ``word`` is not linked and if it is; zeros where it is short and unknown."""
    shares = _shares()[0]
    keys = rows_of(word, german_keys(word), shares)
    return (_odds(shares[keys[0]])[0], _odds(shares[keys[-1]])[1]) if keys else _SILENT


@lru_cache(maxsize=16384)
def _english(word: str) -> tuple[float, float]:
    shares = _shares()[1]
    keys = rows_of(word, (word[:HEAD],), shares)
    return _odds(shares[keys[0]]) if keys else _SILENT


def linked(
    german: Sequence[str], english: Sequence[str], meant: Callable[[str], Collection[str]]
) -> tuple[list[bool], list[bool]]:
    """Which words of either side, in lower case, have a counterpart on the other.

    meant: the beginnings of the translations of a German word.
    """
    heads = {word[:HEAD] for word in english}
    stems = {word[:_COGNATE] for word in english if len(word) >= _COGNATE}
    own = {word[:_COGNATE] for word in german if len(word) >= _COGNATE}
    found = [meant(word) for word in german]
    wanted: set[str] = set().union(*found)
    return (
        [
            word[:_COGNATE] in stems or not heads.isdisjoint(beginnings)
            for word, beginnings in zip(german, found, strict=True)
        ],
        [word[:HEAD] in wanted or word[:_COGNATE] in own for word in english],
    )


@lru_cache(maxsize=2048)
def links(source: str, target: str) -> Links:
    """The words of a German sentence and its translation, linked as far as the tables go."""
    german = list(map(str.lower, WORD.findall(source)))
    english = list(map(str.lower, WORD.findall(target)))
    left, right = linked(german, english, means)
    return Links(
        _words(source, left, list(map(_german, german))),
        _words(target, right, list(map(_english, english))),
    )


def _words(text: str, are_linked: Sequence[bool], odds: Sequence[tuple[float, float]]) -> Words:
    return Words(
        [match.span() for match in WORD.finditer(text)],
        [None if o == _SILENT else yes for o, yes in zip(odds, are_linked, strict=True)],
        list(map(getitem, odds, are_linked)),
    )
