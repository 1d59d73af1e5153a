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


TABLES = ("literal.tsv", "calques.tsv")
_START = 4  # letters

_Keys = list[tuple[str, str, Idiom]]


@cache
def _by_start() -> tuple[dict[str, _Keys], _Keys]:
    """Keys with table and idiom, under their first letters; and the keys shorter than that."""
    starts: dict[str, _Keys] = {}
    short: _Keys = []
    for table in TABLES:
        for idiom in idioms(table):
            for key in idiom.keys[0]:
                place = short if len(key) < _START else starts.setdefault(key[:_START], [])
                place.append((key, table, idiom))
    return starts, short


@lru_cache(maxsize=4)
def _likely(text: str) -> tuple[tuple[str, Idiom], ...]:
    """The idioms that ``text`` has all the keys of, with their tables."""
    lowered = text.lower()
    starts, short = _by_start()
    candidates = [*short]
    for start in starts.keys() & {lowered[i : i + _START] for i in range(len(lowered))}:
        candidates += starts[start]
    named = {idiom.name: (table, idiom) for key, table, idiom in candidates if key in lowered}
    return tuple(
        (table, idiom)
        for _, (table, idiom) in sorted(named.items())
        if all(any(key in lowered for key in group) for group in idiom.keys[1:])
    )


def hits(text: str, name: str) -> Iterator[Hit]:
    """Where ``text`` matches an entry of the table ``name``; the first of what overlaps."""
    found = [
        (match.start, -match.end, idiom.name, match, idiom)
        for table, idiom in _likely(text)
        if table == name
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
