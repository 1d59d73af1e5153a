"""The segments in which two systems differ most, with the words that differ."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from translate.bench.breakdown import words
from translate.scores.significance import Comparison


class Kind(StrEnum):
    """What a stretch of words is: in both, or only here and right, or only here and not."""

    SAME = "same"
    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words of one kind."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Difference:
    """A segment, by its number from 0; parts and scores of the one system and of the other."""

    segment: int
    mine: tuple[Part, ...]
    other: tuple[Part, ...]
    scores: tuple[float, float]


def differences(
    comparison: Comparison, metric: str, system: str, other: str, count: int = 12
) -> list[Difference]:
    """The segments that ``system`` does better than ``other`` by the most, largest first."""
    counted = comparison.counted[metric]
    mine, theirs = (counted.segments(comparison.systems[name]) for name in (system, other))
    sign = -1 if metric == "ter" else 1
    order = sorted(range(len(mine)), key=lambda i: (sign * (theirs[i] - mine[i]), i))[:count]
    found = []
    for i in order:
        if sign * (mine[i] - theirs[i]) <= 0:
            break
        left, right = comparison.systems[system][i], comparison.systems[other][i]
        reference = comparison.references[0][i]
        found.append(
            Difference(
                i,
                tuple(_parts(left, right, reference)),
                tuple(_parts(right, left, reference)),
                (mine[i], theirs[i]),
            )
        )
    return found


def _parts(text: str, other: str, reference: str) -> Iterator[Part]:
    """``text`` in stretches; what only it has is right if the reference has it too."""
    left, right = text.split(), other.split()
    wanted = Counter(words(reference))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    kinds = [Kind.WRONG] * len(left)
    for block in matcher.get_matching_blocks():
        for place in range(block.a, block.a + block.size):
            kinds[place] = Kind.SAME
            wanted.subtract(words(left[place]))
    for place, kind in enumerate(kinds):
        bare = words(left[place])
        if kind is Kind.WRONG and all(wanted[word] > 0 for word in bare):
            kinds[place] = Kind.RIGHT
            wanted.subtract(bare)
    yield from _stretches(left, kinds)


def _stretches(tokens: Sequence[str], kinds: Sequence[Kind]) -> Iterator[Part]:
    start = 0
    for place in range(1, len(tokens) + 1):
        if place == len(tokens) or kinds[place] is not kinds[start]:
            yield Part(" ".join(tokens[start:place]), kinds[start])
            start = place
