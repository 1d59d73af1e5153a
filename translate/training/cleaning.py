"""Tells which pairs are worth training on: one small test each, and their sum."""

import re
from collections.abc import Iterable

from translate.training.corpus import Pair
from translate.training.recipe import Recipe

_NUMBER = re.compile(r"\d{2,}")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_LOOP = re.compile(r"\b(\w+(?:[ ,]+\w+){0,3})(?:[ ,]+\1\b){2,}", re.IGNORECASE)
_GERMAN = frozenset(
    [
        *("der", "die", "das", "und", "ist", "nicht", "ein", "eine", "den", "dem", "des", "mit"),
        *("sich", "auf", "für", "von", "zu", "auch", "wird", "sind", "im"),
    ]
)
_ENGLISH = frozenset(
    [
        *("the", "and", "is", "not", "a", "an", "of", "to", "in", "that", "it", "for", "with"),
        *("on", "are", "was", "be", "this", "have", "from", "by", "as", "at"),
    ]
)
_SLACK = 15  # characters that lengths may differ by in any case
_NAME_WORDS = 3  # up to so many words may be the same in both languages
_STRAY = 1  # function words of the wrong language that prove nothing


def is_held_out(pair: Pair, labels: Iterable[str]) -> bool:
    """Whether the pair's label names one of the sets that are kept for development."""
    return any(label in pair.label for label in labels)


def has_cosine(pair: Pair, least: float) -> bool:
    """Whether the measured cosine of the sides, if there is one, is at least ``least``."""
    return pair.cosine is None or pair.cosine >= least


def has_like_length(pair: Pair, ratio: float) -> bool:
    """Whether neither side is more than ``ratio`` times as long, a few characters aside."""
    source, target = len(pair.source) + _SLACK, len(pair.target) + _SLACK
    return source <= ratio * target and target <= ratio * source


def is_text(pair: Pair) -> bool:
    """Whether at least half of either side is letters."""
    return all(
        2 * len(_LETTER.findall(side)) >= len(side.replace(" ", "")) > 0
        for side in (pair.source, pair.target)
    )


def is_translated(pair: Pair) -> bool:
    """Whether the sides differ, or are so short that they may be a name."""
    same = pair.source.casefold() == pair.target.casefold()
    return not same or len(pair.source.split()) <= _NAME_WORDS


def has_like_numbers(pair: Pair) -> bool:
    """Whether at least half of the longer numbers stand on both sides; one may differ."""
    source, target = set(_NUMBER.findall(pair.source)), set(_NUMBER.findall(pair.target))
    most = max(len(source), len(target))
    return most <= 1 or 2 * len(source & target) >= most


def is_steady(pair: Pair) -> bool:
    """Whether no word or short phrase stands three times in a row on one side alone."""
    return bool(_LOOP.search(pair.source)) == bool(_LOOP.search(pair.target))


def is_german_to_english(pair: Pair) -> bool:
    """Whether the function words do not say that a side is in the other's language."""
    source = [word.lower() for word in _WORD.findall(pair.source)]
    target = [word.lower() for word in _WORD.findall(pair.target)]
    return not (
        _count(source, _ENGLISH) > _STRAY + _count(source, _GERMAN)
        or _count(target, _GERMAN) > _STRAY + _count(target, _ENGLISH)
    )


def _count(words: list[str], known: frozenset[str]) -> int:
    return sum(word in known for word in words)


def is_good(pair: Pair, recipe: Recipe) -> bool:
    """Whether the pair passes every test, cheapest first."""
    return (
        not is_held_out(pair, recipe.held_out)
        and has_cosine(pair, recipe.min_cosine)
        and has_like_length(pair, recipe.max_length_ratio)
        and is_text(pair)
        and is_translated(pair)
        and has_like_numbers(pair)
        and is_german_to_english(pair)
        and is_steady(pair)
    )
