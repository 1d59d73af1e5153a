"""What can be measured of a translation without a reference, in a few numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from math import log, sqrt

from translate.results import Forced

_WORD = re.compile(r"\w+")
_DOUBT = -1.0  # natural log-probability; what is below counts the same
_SURPRISE = log(1 / 1000)
_SHORT = log(2 / 3)  # English news has 0.8 to 1.2 times the characters of its German


@dataclass(frozen=True, slots=True)
class Signals:
    """The signals of one sentence and its translation.

    certainty: mean over the target tokens of their natural log-probability, none counted
        below -1; -1 to 0.
    surprises: share of the target tokens with a probability below 1/1000; 0 to 1.
    closeness: cosine of the two sentence vectors; -1 to 1.
    fullness: log of target words by source words.
    shortness: by how much the log of target characters by source characters falls below
        that of 2/3; 0 where it does not.
    repeats: square root of how many more words come again in the target than in the source.
    loops: how much more often the target's commonest pair of words comes than the source's.
    length: log of the source's words.
    word_length: mean characters of a source word.
    capitals: share of the source's words that begin with a capital.
    target_capitals: the same of the target.
    """

    certainty: float
    surprises: float
    closeness: float
    fullness: float
    shortness: float
    repeats: float
    loops: float
    length: float
    word_length: float
    capitals: float
    target_capitals: float


NAMES = tuple(field.name for field in fields(Signals))


def signals(source: str, target: str, forced: Forced, closeness: float) -> Signals:
    """The signals of ``target`` as a translation of ``source``; both may be any text.

    forced: how probable a model finds it. closeness: see ``translate.embedding.cosines``.
    """
    left, right = _WORD.findall(source), _WORD.findall(target)
    values = forced.log_probabilities
    return Signals(
        certainty=sum(max(value, _DOUBT) for value in values) / len(values),
        surprises=sum(value < _SURPRISE for value in values) / len(values),
        closeness=closeness,
        fullness=log((len(right) + 2) / (len(left) + 2)),
        shortness=max(0.0, _SHORT - log((len(target) + 1) / (len(source) + 1))),
        repeats=sqrt(max(0, _repeated(right) - _repeated(left))),
        loops=float(max(0, _commonest_pair(right) - _commonest_pair(left))),
        length=log(len(left) + 1),
        word_length=sum(map(len, left)) / max(1, len(left)),
        capitals=_capitals(left),
        target_capitals=_capitals(right),
    )


def _repeated(words: Sequence[str]) -> int:
    return len(words) - len({word.lower() for word in words})


def _commonest_pair(words: Sequence[str]) -> int:
    pairs = Counter(pairwise(word.lower() for word in words))
    return max(pairs.values(), default=0)


def _capitals(words: Sequence[str]) -> float:
    return sum(word[0].isupper() for word in words) / max(1, len(words))
