"""Sentences that belong together where two texts have different numbers of them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import erfc, log, sqrt

# Gale and Church (1993), "A Program for Aligning Sentences in Bilingual Corpora", table 5.
_PRIORS = {
    (1, 1): 0.89,
    (1, 0): 0.0099 / 2,
    (0, 1): 0.0099 / 2,
    (2, 1): 0.089 / 2,
    (1, 2): 0.089 / 2,
    (2, 2): 0.011,
}
_VARIANCE = 6.8  # of the characters that stand for one character
_BAND = 30  # sentences that a text may run ahead of the other
_LEAST = 1e-300  # a probability whose logarithm is still finite


def align(texts: Sequence[Sequence[str]]) -> list[list[str]]:
    """The same texts in segments that belong together: as many in each text, none empty.

    texts: of the same content, each a list of sentences; none may be empty. Each is aligned to
    the first by length (Gale and Church 1993); what is not one to one is joined by spaces.
    """
    first = texts[0]
    ends = [_ends(first, text) for text in texts]
    common = set(ends[0]).intersection(*ends[1:]) - {0, len(first)}
    kept = [0]
    for place in sorted(common):
        if all(end[place] > end[kept[-1]] for end in ends):
            kept.append(place)
    while len(kept) > 1 and any(
        end[kept[-1]] >= len(text) for end, text in zip(ends, texts, strict=True)
    ):
        kept.pop()
    kept.append(len(first))
    return [
        [" ".join(text[end[start] : end[stop]]) for start, stop in pairwise(kept)]
        for text, end in zip(texts, ends, strict=True)
    ]


def _ends(first: Sequence[str], second: Sequence[str]) -> Mapping[int, int]:
    """Sentences of ``first`` at the end of each group, and those of ``second`` up to there.

    What stands before all of the first text goes with its first sentence.
    """
    if first is second:
        return {place: place for place in range(len(first) + 1)}
    path = _path([len(text) for text in first], [len(text) for text in second])
    return {0: 0} | {i: j for i, j in path if i}


def _path(first: Sequence[int], second: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The cheapest way through both texts near the diagonal: the places where groups end."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    slope = len(second) / len(first)
    for i in range(len(first) + 1):
        middle = round(i * slope)
        room = _BAND + abs(len(second) - len(first))
        for j in range(max(0, middle - room), min(len(second), middle + room) + 1):
            ways = [
                (
                    best[i - a, j - b][0]
                    + _cost(sum(first[i - a : i]), sum(second[j - b : j]), a, b),
                    (i - a, j - b),
                )
                for a, b in _PRIORS
                if (i - a, j - b) in best
            ]
            if ways:
                best[i, j] = min(ways)
    place = len(first), len(second)
    way = [place]
    while place != (0, 0):
        place = best[place][1]
        way.append(place)
    yield from reversed(way)


def _cost(first: int, second: int, a: int, b: int) -> float:
    """Minus the log-probability that so many characters are translations of each other."""
    mean = (first + second) / 2
    deviation = abs(second - first) / sqrt(max(mean, 1) * _VARIANCE)
    return -log(max(erfc(deviation / sqrt(2)), _LEAST)) - log(_PRIORS[a, b])
