"""What one system gets right and the other misses: n-grams of the references."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.scores.significance import Comparison

_TOKEN = re.compile(r"\w+(?:[’'\-.,]\w+)*|[^\w\s]")
_ORDERS = (1, 2, 3, 4)
_LEAST = 2  # segments more than the other; a single one is chance


@dataclass(frozen=True, slots=True)
class Match:
    """An n-gram of the references, and how often each system has it where it should."""

    text: str
    mine: int
    other: int


def gained(comparison: Comparison, system: str, other: str, count: int = 15) -> list[Match]:
    """The n-grams of words that ``system`` gets most often where ``other`` misses them, best first.

    Ranked by the smoothed ratio of the matches, as in compare-mt (Neubig et al. 2019). An
    n-gram that is part of a longer one with the same counts is left out.
    """
    reference = comparison.references[0]
    mine = _matches(comparison.systems[system], reference)
    theirs = _matches(comparison.systems[other], reference)
    found = [
        Match(" ".join(gram), number, theirs[gram])
        for gram, number in mine.items()
        if number - theirs[gram] >= _LEAST
    ]
    found.sort(key=lambda m: (-(m.mine + 1) / (m.other + 1), -m.mine, -len(m.text), m.text))
    kept: list[Match] = []
    for match in found:
        if len(kept) == count:
            break
        if not any(f" {match.text} " in f" {longer.text} " for longer in kept):
            kept.append(match)
    return kept


def _matches(lines: Sequence[str], references: Sequence[str]) -> Counter[tuple[str, ...]]:
    """How often each n-gram stands in a line and in its reference, clipped as in BLEU."""
    total: Counter[tuple[str, ...]] = Counter()
    for line, reference in zip(lines, references, strict=True):
        total.update(Counter(_ngrams(line)) & Counter(_ngrams(reference)))
    return total


def _ngrams(text: str) -> Iterator[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    for order in _ORDERS:
        for start in range(len(tokens) - order + 1):
            gram = tuple(tokens[start : start + order])
            if all(token[0].isalnum() for token in gram):
                yield gram
