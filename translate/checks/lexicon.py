"""Which German words are translated by which English ones, and what that leaves over in a pair.

The table ``data/lexicon.tsv`` was learned from word counts of parallel news and everyday
sentences (IBM model 1, Brown et al. 1993, in both directions). Words are known by their first
six letters, long German ones by their last letters too, which stands in for inflection and for
compounds. For each the table says how often it has no counterpart in a good translation.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from translate.checks.tables import rows

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 6  # letters
_COGNATE = 4  # letters that words of one origin share
_LONG = 10  # letters from which a German word may be a compound
_ENDINGS = ("ungen", "lich", "ische")  # ends that say nothing in five letters
_USUAL = 3  # tenths of English words without a counterpart
_CHANCE = 0.08  # of a word of a lost part to find a counterpart all the same


class Token(NamedTuple):
    """A word of a pair.

    linked: whether its translation stands on the other side, None where the table does not
    know the word. odds: the natural logarithm of how much more likely that is if the other
    side has lost the word than if it has it; 0 where unknown.
    """

    start: int
    end: int
    linked: bool | None
    odds: float


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
    return {german: frozenset(english.split()) for german, _, english in rows("lexicon.tsv")}


@cache
def known_english() -> frozenset[str]:
    """The beginnings of all English words that the table knows."""
    return frozenset().union(*translations().values())


@cache
def _odds() -> tuple[dict[str, tuple[float, float]], dict[str, tuple[float, float]]]:
    """For each German and each English key, the odds if it is not linked and if it is."""
    by_tenths = [_pair_of_odds((tenths + 0.5) / 10) for tenths in range(10)]
    german = {key: by_tenths[int(loose)] for key, loose, _ in rows("lexicon.tsv")}
    english = dict.fromkeys(known_english(), by_tenths[_USUAL])
    for loose, keys in rows("lexicon_english.tsv"):
        english.update(dict.fromkeys(keys.split(), by_tenths[int(loose)]))
    return german, english


def _pair_of_odds(loose: float) -> tuple[float, float]:
    return log((1 - _CHANCE) / loose), log(_CHANCE / (1 - loose))


@lru_cache(maxsize=16384)
def _german(word: str) -> tuple[frozenset[str], float, float]:
    """What ``word`` may mean, and the odds if it is not linked and if it is."""
    table, odds = translations(), _odds()[0]
    keys = [key for key in german_keys(word) if key in table]
    if not keys:
        return frozenset(), 0.0, 0.0
    return frozenset().union(*(table[key] for key in keys)), odds[keys[0]][0], odds[keys[-1]][1]


@lru_cache(maxsize=64)
def links(source: str, target: str) -> Links:
    """The words of a German sentence and its translation, linked as far as the table goes."""
    german = [(m.group().lower(), m) for m in _WORD.finditer(source)]
    english = [(m.group().lower(), m) for m in _WORD.finditer(target)]
    heads = {word[:_HEAD] for word, _ in english}
    stems = {word[:_COGNATE] for word, _ in english if len(word) >= _COGNATE}
    own = {word[:_COGNATE] for word, _ in german if len(word) >= _COGNATE}
    english_odds = _odds()[1]
    wanted: set[str] = set()
    left, right = [], []
    for word, match in german:
        means, loose, bound = _german(word)
        if means:
            wanted |= means
            linked = word[:_COGNATE] in stems or not heads.isdisjoint(means)
            left.append(Token(*match.span(), linked, bound if linked else loose))
        else:
            left.append(Token(*match.span(), None, 0.0))
    for word, match in english:
        key = word[:_HEAD]
        weights = english_odds.get(key)
        if weights:
            linked = key in wanted or word[:_COGNATE] in own
            right.append(Token(*match.span(), linked, weights[linked]))
        else:
            right.append(Token(*match.span(), None, 0.0))
    return Links(tuple(left), tuple(right))
