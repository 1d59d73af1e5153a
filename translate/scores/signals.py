"""What can be measured of a translation without a reference, in a few numbers.

Some say how hard the source is, which no translation of it changes; some how the translation
compares with the model's own; some what looks wrong whatever one compares it with.
"""

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
_SURPRISING = 0.1  # a share of surprises that good translations have too
_CLOSE = 0.6  # a cosine beyond which closer is not better
_SHORT = log(2 / 3)  # English news has 0.8 to 1.2 times the characters of its German
_STEADY = 20  # words added to both sides, so that one sentence does not tell much
_FULL = 0.1  # beyond a tenth, more words are not better, nor fewer worse


@dataclass(frozen=True, slots=True)
class Signals:
    """The signals of one sentence and its translation.

    ease: mean natural log-probability per token that the model gives its own translation of
        the source; up to 0.
    length: log of the source's words.
    capitals: share of the source's words that begin with a capital.
    fullness: see ``fullness``; one for all sentences of a document.
    certainty: mean over the target tokens of their natural log-probability, none counted
        below -1; -1 to 0.
    surprises: share of the target tokens with a probability below 1/1000; 0 to 1.
    astray: by how much that share exceeds a tenth.
    closeness: cosine of the two sentence vectors; -1 to 1.
    distance: by how much it falls below 0.6.
    shortness: by how much the log of target characters by source characters falls below
        that of 2/3; 0 where it does not.
    repeats: square root of how many more words come again in the target than in the source.
    loops: how much more often the target's commonest pair of words comes than the source's.
    """

    ease: float
    length: float
    capitals: float
    fullness: float
    certainty: float
    surprises: float
    astray: float
    closeness: float
    distance: float
    shortness: float
    repeats: float
    loops: float


NAMES = tuple(field.name for field in fields(Signals))


def signals(
    source: str,
    target: str,
    forced: Forced,
    *,
    closeness: float,
    ease: float,
    fullness: float,
) -> Signals:
    """The signals of ``target`` as a translation of ``source``; both may be any text.

    forced: how probable a model finds it. closeness: see ``translate.embedding.cosines``.
    ease: how probable that model finds what it says itself. fullness: that of the document.
    """
    left, right = _WORD.findall(source), _WORD.findall(target)
    values = forced.log_probabilities
    surprises = sum(value < _SURPRISE for value in values) / len(values)
    return Signals(
        ease=ease,
        length=log(len(left) + 1),
        capitals=sum(word[0].isupper() for word in left) / max(1, len(left)),
        fullness=fullness,
        certainty=sum(max(value, _DOUBT) for value in values) / len(values),
        surprises=surprises,
        astray=max(0.0, surprises - _SURPRISING),
        closeness=closeness,
        distance=max(0.0, _CLOSE - closeness),
        shortness=max(0.0, _SHORT - log((len(target) + 1) / (len(source) + 1))),
        repeats=sqrt(max(0, _repeated(right) - _repeated(left))),
        loops=float(max(0, _commonest_pair(right) - _commonest_pair(left))),
    )


def fullness(targets: Sequence[str], own: Sequence[str]) -> float:
    """Log of the words of a document's translation by those of the model's own; -0.1 to 0.1.

    Translators who say a little more, sentence by sentence the same little, are judged better
    than those who leave small things out. It shows over a document, hardly in one sentence.
    """
    said, usual = (sum(len(_WORD.findall(text)) for text in side) for side in (targets, own))
    return min(_FULL, max(-_FULL, log((said + _STEADY) / (usual + _STEADY))))


def _repeated(words: Sequence[str]) -> int:
    return len(words) - len({word.lower() for word in words})


def _commonest_pair(words: Sequence[str]) -> int:
    pairs = Counter(pairwise(word.lower() for word in words))
    return max(pairs.values(), default=0)
