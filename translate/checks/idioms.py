"""Literal translations of English phrases: patterns from a data file, searched in German."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import chain

from translate.checks.base import Hit
from translate.checks.phrases import Match, Phrase, keys
from translate.checks.tables import rows, words
from translate.spans import Edit, Span


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
CODES = ("S101", "S401")  # of the checks that flag what these tables find
_WORD = re.compile(r"\S+")
_ROW = 4  # letters

_Keys = list[tuple[str, str, Idiom]]


@cache
def _by_letters() -> tuple[dict[str, _Keys], _Keys]:
    """Keys with table and idiom, under four of their letters; and the keys shorter than that.

    Of the letters in a row that a key has, those are taken that the fewest keys have: they are
    the rarest in German too.
    """
    keyed = [
        (key, table, idiom) for table in TABLES for idiom in idioms(table) for key in idiom.keys[0]
    ]
    in_rows = [_letters(key) for key, _, _ in keyed]
    counts = Counter(chain.from_iterable(in_rows))
    found: dict[str, _Keys] = {}
    short: _Keys = []
    for row, letters in zip(keyed, in_rows, strict=True):
        rarest = min(letters, key=counts.__getitem__, default=None)
        place = short if rarest is None else found.setdefault(rarest, [])
        place.append(row)
    return found, short


def _letters(text: str) -> set[str]:
    """Every four letters in a row of ``text``."""
    return {text[i : i + _ROW] for i in range(len(text) - _ROW + 1)}


@lru_cache(maxsize=4)
def _likely(text: str) -> tuple[tuple[str, Idiom], ...]:
    """The idioms that ``text`` has all the keys of, with their tables."""
    lowered = text.lower()
    keyed, short = _by_letters()
    candidates = [*short]
    places = range(len(lowered) - _ROW + 1)
    for letters in {row for i in places if (row := lowered[i : i + _ROW]) in keyed}:
        candidates += keyed[letters]
    named = {idiom.name: (table, idiom) for key, table, idiom in candidates if key in lowered}
    return tuple(
        (table, idiom)
        for _, (table, idiom) in sorted(named.items())
        if _has_all(lowered, idiom.keys[1:])
    )


def _has_all(lowered: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    """Whether ``lowered`` has a key of each group; loops are quicker than ``all`` of ``any``."""
    for group in groups:
        for key in group:
            if key in lowered:
                break
        else:
            return False
    return True


def _found(text: str, name: str) -> Iterator[tuple[Match, Idiom]]:
    """Where ``text`` matches an entry of the table ``name``; the first of what overlaps."""
    found = [
        (match.start, -match.end, idiom.name, match, idiom)
        for table, idiom in _likely(text)
        if table == name
        for match in idiom.phrase.matches(text)
    ]
    end = 0
    for _, _, _, match, idiom in sorted(found, key=lambda row: row[:3]):
        if match.start >= end:
            end = match.end
            yield match, idiom


def hits(text: str, name: str) -> Iterator[Hit]:
    """What the table ``name`` finds in ``text``."""
    for match, idiom in _found(text, name):
        yield Hit(
            Span(match.start, match.end),
            f"“{text[match.start : match.end]}” is a literal translation of English "
            f"“{idiom.english}”; German says: {idiom.german}.",
            match.replacement,
        )


def mend_idioms(text: str) -> Iterator[Edit]:
    """Puts the German phrase for the literal one where it is sure; see ``data/mended.txt``.

    The reason of an edit is the code of the check that flags the place.
    """
    for table, code in zip(TABLES, CODES, strict=True):
        for match, idiom in _found(text, table):
            if match.replacement is not None and idiom.name in words("mended.txt"):
                yield from _changes(text, match, match.replacement, code)


def _changes(text: str, match: Match, right: str, code: str) -> Iterator[Edit]:
    """The edits that make ``right`` of a match, words that stay left alone for their markup."""
    wrong = [
        (m.group(), m.start() + match.start) for m in _WORD.finditer(text[match.start : match.end])
    ]
    new = _WORD.findall(right)
    matcher = SequenceMatcher(None, [word for word, _ in wrong], new, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    if any(kind != "replace" for kind, *_ in changes):  # words come or go
        yield Edit(Span(match.start, match.end), right, code)
        return
    for _, i, j, k, n in changes:
        last, start = wrong[j - 1]
        yield Edit(Span(wrong[i][1], start + len(last)), " ".join(new[k:n]), code)
