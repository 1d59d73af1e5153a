"""Literal translations of English phrases: patterns from a data file, searched in German."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.checks.base import Hit
from translate.checks.phrases import Phrase, keys
from translate.checks.tables import rows
from translate.spans import Span


@dataclass(frozen=True, slots=True)
class Idiom:
    """A German phrase, the English behind it, and what German says instead.

    keys: groups of lower-case letters, of each of which every match has some; looking for
    them first is quick.
    bad, good: examples; brackets in the bad one mark the match.
    """

    name: str
    keys: tuple[tuple[str, ...], ...]
    phrase: Phrase
    english: str
    german: str
    bad: str
    good: str


@cache
def idioms(name: str) -> tuple[Idiom, ...]:
    """The entries of the data file ``name``."""
    return tuple(
        Idiom(key, keys(pattern), Phrase(pattern, right), english, german, bad, good)
        for key, pattern, english, german, right, bad, good in rows(name)
    )


_START = 4  # letters


@cache
def _by_start(name: str) -> tuple[dict[str, list[tuple[str, Idiom]]], list[tuple[str, Idiom]]]:
    """Keys with their idioms, under their first letters; and the keys shorter than that."""
    starts: dict[str, list[tuple[str, Idiom]]] = {}
    short = []
    for idiom in idioms(name):
        for key in idiom.keys[0]:
            if len(key) < _START:
                short.append((key, idiom))
            else:
                starts.setdefault(key[:_START], []).append((key, idiom))
    return starts, short


@lru_cache(maxsize=4)
def _fragments(lowered: str) -> frozenset[str]:
    """All runs of so many letters as keys are found by."""
    return frozenset([lowered[i : i + _START] for i in range(len(lowered))])


def _likely(text: str, name: str) -> Iterator[Idiom]:
    """The idioms that ``text`` has all the keys of."""
    lowered = text.lower()
    starts, short = _by_start(name)
    candidates = [*short]
    for start in _fragments(lowered) & starts.keys():
        candidates += starts[start]
    named = {idiom.name: idiom for key, idiom in candidates if key in lowered}
    for _, idiom in sorted(named.items()):
        if all(any(key in lowered for key in group) for group in idiom.keys[1:]):
            yield idiom


def hits(text: str, name: str) -> Iterator[Hit]:
    """Where ``text`` matches an entry of the data file ``name``; the first of what overlaps."""
    found = [
        (match.start, -match.end, idiom.name, match, idiom)
        for idiom in _likely(text, name)
        for match in idiom.phrase.matches(text)
    ]
    end = 0
    for _, _, _, match, idiom in sorted(found, key=lambda row: row[:3]):
        if match.start < end:
            continue
        end = match.end
        yield Hit(
            Span(match.start, match.end),
            f"“{text[match.start : match.end]}” reads like English “{idiom.english}” put "
            f"literally; German says: {idiom.german}.",
            match.replacement,
        )
