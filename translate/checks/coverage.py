"""The part of one side that the other does not have.

Whether a run of words was lost is a question of odds: of its words that the lexicon knows,
most would be without a link, and the other side would be shorter by as much. Both give a
log-likelihood ratio against the pair being complete; they are added, and a run pays for each
end that is not the end of a sentence, more where it is not the end of a clause either, and for
going on over the end of a clause: most that is lost is one clause from comma to comma.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import sqrt

from translate.checks.lexicon import Words, links
from translate.spans import Span

_MARK = re.compile(r"[,;:.!?…()„“”«»\"]+(?=\s|$|[)“”«»\"])|\s[-–—]\s|(?<=\s)[(„“«»\"]|^[(„“«»\"]")
_SENTENCE = frozenset(".!?…")
_SPREAD = 1.1  # characters of standard deviation to the root of a length
_MOST = 6.0  # what the lengths can say at most
_CLAUSE = 2.0  # the price of an end at a mark inside a sentence
_WORD = 4.5  # and at no mark
_CROSSED = 1.0  # the price of going on over the end of a clause
_TORN = 3.0  # and of doing so from or to a place inside one
MISSING = 4.1  # odds from which a part is missing: 0.4 % of human pairs, newstest2016 to 2018
DOUBTFUL = 0.8  # and from which it may be: 3 %
ADDED = 1.5  # odds from which a part may be added, which people do freely: 2.5 %
LONGER = 1.07  # characters of German to one of English; English to German is its inverse
_WORDS = 0.3  # odds that the words alone must give
_LONGEST = 120  # words of a run
_FEWEST = 2  # words of a run inside a clause
_QUOTED = 60  # characters
_HOPELESS = -4.0  # odds from which no run recovers


_Edge = tuple[int, float]
"""Where a run may start or end, and what it pays there."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words and the odds (natural logarithm) that only this side has it."""

    span: Span
    odds: float


@lru_cache(maxsize=4096)
def missing(source: str, target: str) -> Part | None:
    """What the translation most likely lacks, if anything may be lacking."""
    if not target.strip():
        return None
    part = stranger(source, links(source, target).source, len(target), 1 / LONGER, DOUBTFUL)
    return part if part and part.odds > DOUBTFUL else None


@lru_cache(maxsize=4096)
def added(source: str, target: str) -> Part | None:
    """What of the translation most likely has nothing to do with its source, if anything."""
    if not source.strip():
        return None
    part = stranger(target, links(source, target).target, len(source), LONGER, ADDED)
    return part if part and part.odds > ADDED else None


def stranger(text: str, words: Words, other: int, ratio: float, least: float = 0.0) -> Part | None:
    """The run of words of ``text`` that is most likely missing on the other side.

    other: the characters of the other side. ratio: its usual length for one character here.
    None where no words speak for a loss, or where no run can have odds of ``least``.
    """
    spread = _SPREAD * sqrt(max(len(text), 30))
    whole = (other - ratio * len(text)) / spread
    shorter = whole * whole / 2 if whole < 0 else 0.0
    most = _most(text, words)
    if most is None or most + min(_MOST, shorter) < least:
        return None
    starts, ends = _edges(text, words.places)
    sums = [0.0, *accumulate(words.odds)]
    closed = [0, *accumulate(closing < _WORD for _, closing in ends)]
    best: Part | None = None
    for first, (start, opening) in enumerate(starts):
        if words.odds[first] <= 0 and opening >= _WORD:
            continue
        for last in range(first, min(len(ends), first + _LONGEST)):
            odds = sums[last + 1] - sums[first]
            if odds < _HOPELESS:
                break
            end, closing = ends[last]
            if odds < _WORDS or (words.odds[last] <= 0 and closing >= _WORD):
                continue
            if last - first + 1 < _FEWEST and opening + closing >= _WORD:
                continue
            rest = whole + ratio * (end - start) / spread
            lengths = max(-_MOST, min(_MOST, (whole * whole - rest * rest) / 2))
            total = odds - opening - closing + lengths
            if closed[last] > closed[first]:
                total -= _TORN if opening >= _WORD or closing >= _WORD else _CROSSED
            if best is None or total > best.odds:
                best = Part(Span(start, end), total)
    return best


def beginning(text: str) -> str:
    """``text`` as a message quotes it: whole, or its first words."""
    return text if len(text) <= _QUOTED else text[:_QUOTED].rpartition(" ")[0] + " …"


def _most(text: str, words: Words) -> float | None:
    """The most that the odds of a run can be, less what it pays; None where they say nothing."""
    richest = _richest(words.odds)
    if richest < _WORDS:
        return None
    if _SENTENCE.isdisjoint(text[: words.places[-1][0]]):  # no part of it is a whole sentence
        return max(richest - _CLAUSE, sum(words.odds))
    return richest


def _richest(odds: Sequence[float]) -> float:
    """The highest sum of the odds of a run."""
    best = current = 0.0
    for one in odds:
        current += one
        if current < 0:
            current = 0.0
        elif current > best:
            best = current
    return best


def _edges(text: str, places: Sequence[tuple[int, int]]) -> tuple[list[_Edge], list[_Edge]]:
    """For each word, the edge of a run that starts with it, and of one that ends with it."""
    starts = [(start, _WORD) for start, _ in places]
    ends = [(end, _WORD) for _, end in places]
    index = start = 0
    opens = True
    for end, after, closes in _clauses(text):
        first = index
        while index < len(places) and places[index][0] < end:
            index += 1
        if index > first:
            starts[first] = start, 0.0 if opens else _CLAUSE
            ends[index - 1] = end, 0.0 if closes else _CLAUSE
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
