"""The part of one side that the other does not have.

Whether a run of words was lost is a question of odds: of its words that the lexicon knows,
most would be without a link, and the other side would be shorter by as much. Both give a
log-likelihood ratio against the pair being complete; they are added, and a run pays for each
end that is not the end of a sentence, more where it is not the end of a clause either.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

from translate.checks.lexicon import Token, links
from translate.spans import Span

_MARK = re.compile(r"[,;:.!?…()„“”«»\"]+(?=\s|$|[)“”«»\"])|\s[-–—]\s|(?<=\s)[(„“«»\"]|^[(„“«»\"]")
_SENTENCE = frozenset(".!?…")
_SPREAD = 1.1  # characters of standard deviation to the root of a length
_MOST = 6.0  # what the lengths can say at most
_CLAUSE = 2.0  # the price of an end at a mark inside a sentence
_WORD = 4.5  # and at no mark
MISSING = 3.5  # odds from which a part is missing: 0.7 % of human pairs, newstest2017, 2018
DOUBTFUL = 0.8  # and from which it may be: 3 %
ADDED = 1.5  # odds from which a part may be added, which people do freely: 2.5 %
LONGER = 1.07  # characters of German to one of English; English to German is its inverse
_WORDS = 0.3  # odds that the words alone must give
_LONGEST = 120  # words of a run
_FEWEST = 2  # words of a run inside a clause
_QUOTED = 60  # characters
_HOPELESS = -4.0  # odds from which no run recovers


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words and the odds (natural logarithm) that only this side has it."""

    span: Span
    odds: float


class _Edge(NamedTuple):
    """Where a run may start or end, and what it pays there."""

    place: int
    price: float


@lru_cache(maxsize=4096)
def missing(source: str, target: str) -> Part | None:
    """What the translation most likely lacks, if anything may be lacking."""
    if not target.strip():
        return None
    tokens = links(source, target).source
    part = stranger(source, tokens, len(target), 1 / LONGER, DOUBTFUL)
    return part if part and part.odds > DOUBTFUL else None


@lru_cache(maxsize=4096)
def added(source: str, target: str) -> Part | None:
    """What of the translation most likely has nothing to do with its source, if anything."""
    if not source.strip():
        return None
    part = stranger(target, links(source, target).target, len(source), LONGER, ADDED)
    return part if part and part.odds > ADDED else None


def stranger(
    text: str, tokens: tuple[Token, ...], other: int, ratio: float, least: float = 0.0
) -> Part | None:
    """The run of words of ``text`` that is most likely missing on the other side.

    other: the characters of the other side. ratio: its usual length for one character here.
    None where no words speak for a loss, or where no run can have odds of ``least``.
    """
    spread = _SPREAD * sqrt(max(len(text), 30))
    whole = (other - ratio * len(text)) / spread
    shorter = whole * whole / 2 if whole < 0 else 0.0
    most = _richest(tokens)
    if most < _WORDS or most + min(_MOST, shorter) < least:
        return None
    starts, ends = _edges(text, tokens)
    sums = [0.0, *accumulate(token.odds for token in tokens)]
    best: Part | None = None
    for first, start in enumerate(starts):
        if tokens[first].odds <= 0 and start.price >= _WORD:
            continue
        for last in range(first, min(len(tokens), first + _LONGEST)):
            odds = sums[last + 1] - sums[first]
            if odds < _HOPELESS:
                break
            end = ends[last]
            if odds < _WORDS or (tokens[last].odds <= 0 and end.price >= _WORD):
                continue
            if last - first + 1 < _FEWEST and start.price + end.price >= _WORD:
                continue
            rest = whole + ratio * (end.place - start.place) / spread
            lengths = max(-_MOST, min(_MOST, (whole * whole - rest * rest) / 2))
            total = odds - start.price - end.price + lengths
            if best is None or total > best.odds:
                best = Part(Span(start.place, end.place), total)
    return best


def beginning(text: str) -> str:
    """``text`` as a message quotes it: whole, or its first words."""
    return text if len(text) <= _QUOTED else text[:_QUOTED].rpartition(" ")[0] + " …"


def _richest(tokens: tuple[Token, ...]) -> float:
    """The highest sum of the odds of a run."""
    best = current = 0.0
    for token in tokens:
        current = max(0.0, current + token.odds)
        best = max(best, current)
    return best


def _edges(text: str, tokens: tuple[Token, ...]) -> tuple[list[_Edge], list[_Edge]]:
    """For each word, the edge of a run that starts with it, and of one that ends with it."""
    starts = [_Edge(token.start, _WORD) for token in tokens]
    ends = [_Edge(token.end, _WORD) for token in tokens]
    index = start = 0
    opens = True
    for end, after, closes in _clauses(text):
        first = index
        while index < len(tokens) and tokens[index].start < end:
            index += 1
        if index > first:
            starts[first] = _Edge(start, 0.0 if opens else _CLAUSE)
            ends[index - 1] = _Edge(end, 0.0 if closes else _CLAUSE)
        start = after
        opens = closes
    return starts, ends


def _clauses(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each clause ends, where the next one starts, and whether a sentence ends there."""
    for mark in _MARK.finditer(text):
        after = mark.end()
        while after < len(text) and text[after].isspace():
            after += 1
        yield mark.start(), after, not _SENTENCE.isdisjoint(mark.group())
    yield len(text.rstrip()), len(text), True
