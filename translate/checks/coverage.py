"""The part of one side that the other does not have.

Whether a run of clauses was lost is a question of odds: of its words that the lexicon knows,
most would be without a link, and the other side would be shorter by as much. Both give a
log-likelihood ratio against the pair being complete; they are added.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from translate.checks.lexicon import Token
from translate.spans import Span

_MARK = re.compile(r"[,;:.!?…()„“”«»\"]+(?=\s|$|[)“”«»\"])|\s[-–—]\s|(?<=\s)[(„“«»\"]|^[(„“«»\"]")
_SENTENCE = frozenset(".!?…")
_SPREAD = 1.35  # characters of standard deviation to the root of a length, newstest2018
_MOST = 6.0  # what the lengths can say at most
_INSIDE = 1.5  # the price of an end that is no end of a sentence
MISSING = 2.5  # odds from which a part counts as missing
ADDED = 3.5  # and as added, which people do more freely
LONGER = 1.07  # characters of German to one of English; English to German is its inverse
_WORDS = 0.8  # odds that the words alone must give
_LONGEST = 40  # clauses of a run
_QUOTED = 60  # characters
_HOPELESS = -4.0  # odds from which no run recovers


@dataclass(frozen=True, slots=True)
class Part:
    """A run of clauses and the odds (natural logarithm) that only this side has it."""

    span: Span
    odds: float


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause. odds: what its words say. opens, closes: whether a sentence does so there."""

    start: int
    end: int
    odds: float
    opens: bool
    closes: bool


def stranger(text: str, tokens: tuple[Token, ...], other: int, ratio: float) -> Part | None:
    """The run of clauses of ``text`` that is most likely missing on the other side.

    other: the characters of the other side. ratio: its usual length for one character here.
    None where no word speaks for a loss.
    """
    clauses = list(_clauses(text, tokens))
    best: Part | None = None
    for index, first in enumerate(clauses):
        if first.odds <= 0 and not first.opens:
            continue
        odds = 0.0
        for last in clauses[index : index + _LONGEST]:
            odds += last.odds
            if odds < _HOPELESS:
                break
            if odds < _WORDS or (last.odds <= 0 and not last.closes):
                continue
            price = _INSIDE * ((not first.opens) + (not last.closes))
            lost = last.end - first.start
            total = odds - price + _by_length(len(text), other, lost, ratio)
            if best is None or total > best.odds:
                best = Part(Span(first.start, last.end), total)
    return best


def beginning(text: str) -> str:
    """``text`` as a message quotes it: whole, or its first words."""
    return text if len(text) <= _QUOTED else text[:_QUOTED].rpartition(" ")[0] + " …"


def _clauses(text: str, tokens: tuple[Token, ...]) -> Iterator[_Clause]:
    start = index = 0
    opens = True
    for end, after, closes in _ends(text):
        odds = 0.0
        while index < len(tokens) and tokens[index].start < end:
            odds += tokens[index].odds
            index += 1
        if end > start:
            yield _Clause(start, end, odds, opens, closes)
        start = after
        opens = closes


def _ends(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each clause ends, where the next one starts, and whether a sentence ends there."""
    for mark in _MARK.finditer(text):
        after = mark.end()
        while after < len(text) and text[after].isspace():
            after += 1
        yield mark.start(), after, not _SENTENCE.isdisjoint(mark.group())
    yield len(text.rstrip()), len(text), True


def _by_length(here: int, other: int, lost: int, ratio: float) -> float:
    """What the lengths say: the other side is as long as all of this one, or as the rest."""
    spread = _SPREAD * sqrt(max(here, 30))
    whole = (other - ratio * here) / spread
    rest = (other - ratio * (here - lost)) / spread
    return max(-_MOST, min(_MOST, (whole * whole - rest * rest) / 2))
