"""Which words translate each other, by counts over parallel sentences.

IBM model 1 (Brown et al. 1993, "The mathematics of statistical machine translation"), fitted in
both directions over the words that a sentence has, each once. A pair of words is worth the
geometric mean of both directions' probabilities, which few wrong pairs have high in both.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from translate.checks.lexicon import HEAD, WORD, german_keys
from translate.training.corpus import Pair

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Table = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a table leaves out.

    commonest: keys of each language that stand for themselves too often to tell anything.
    rarest: sentences that a key must have. worth, count: of a pair of words. most: translations
    of a key.
    """

    commonest: int = 70
    rarest: int = 3
    worth: float = 0.03
    count: float = 1.5
    most: int = 8


class Association(NamedTuple):
    """Two words that translate each other.

    worth: the geometric mean of both directions' probabilities. times: how often the one is
    expected to explain the other.
    """

    german: str
    english: str
    worth: float
    times: float


_STEPS = 3
_NOTHING = 2e-3  # the weight of no counterpart
_DAMPING = 2.0  # the least total, so that a word seen once translates nothing for sure
_START = 1e-2


def learn(pairs: Iterable[Pair], limits: Limits | None = None) -> Table:
    """The keys of German words with the beginnings of their likely translations, best first."""
    limits = limits or Limits()
    german, english = [], []
    for pair in pairs:
        german.append({key for word in _words(pair.source) for key in german_keys(word)})
        english.append({word[:HEAD] for word in _words(pair.target)})
    found: dict[str, list[str]] = {}
    for pair_of_words in associate(german, english, limits):
        means = found.setdefault(pair_of_words.german, [])
        if pair_of_words.german != pair_of_words.english and len(means) < limits.most:
            means.append(pair_of_words.english)
    return {german: tuple(found[german]) for german in sorted(found) if found[german]}


def associate(
    german: Sequence[set[str]], english: Sequence[set[str]], limits: Limits
) -> Iterator[Association]:
    """The pairs of words, of sentences and their translations, that ``limits`` admits, best first.

    german, english: the different words of each sentence.
    """
    ours, theirs = _vocabulary(german, limits), _vocabulary(english, limits)
    left, right = _numbered(german, ours), _numbered(english, theirs)
    if not sum(len(a) * len(b) for a, b in zip(left, right, strict=True)):
        return
    size = len(theirs)
    met = np.concatenate(
        [(a[:, None] * size + b[None, :]).ravel() for a, b in zip(left, right, strict=True)]
    )
    distinct, inverse = np.unique(met, return_inverse=True)
    which = inverse.astype(np.int32)
    del met, inverse
    one, other = distinct // size, distinct % size
    forth, often = _fit(which, one, _slots(right, left, across=True))
    back, seldom = _fit(which, other, _slots(left, right, across=False))
    worth, counts = np.sqrt(forth * back), np.minimum(often, seldom)
    names = list(ours), list(theirs)
    kept = np.flatnonzero((worth >= limits.worth) & (counts >= limits.count))
    for index in kept[np.argsort(-worth[kept], kind="stable")]:
        yield Association(
            names[0][one[index]], names[1][other[index]], float(worth[index]), float(counts[index])
        )


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _vocabulary(sentences: Sequence[set[str]], limits: Limits) -> dict[str, int]:
    counts = Counter(key for keys in sentences for key in keys)
    common = {key for key, _ in counts.most_common(limits.commonest)}
    kept = sorted(k for k, n in counts.items() if n >= limits.rarest and k not in common)
    return {key: number for number, key in enumerate(kept)}


def _numbered(sentences: Sequence[set[str]], known: dict[str, int]) -> list[Integers]:
    return [
        np.array(sorted(known[key] for key in keys if key in known), dtype=np.int64)
        for keys in sentences
    ]


def _slots(
    words: Sequence[Integers], others: Sequence[Integers], *, across: bool
) -> npt.NDArray[np.int32]:
    """For each meeting of two words, in the order of sentences, the occurrence it explains."""
    parts, start = [], 0
    for own, other in zip(words, others, strict=True):
        places = np.arange(start, start + len(own), dtype=np.int32)
        parts.append(np.tile(places, len(other)) if across else np.repeat(places, len(other)))
        start += len(own)
    return np.concatenate(parts)


def _fit(
    which: npt.NDArray[np.int32], given: Integers, slots: npt.NDArray[np.int32]
) -> tuple[Floats, Floats]:
    """The probability and the expected count of each distinct pair of words.

    which: the pair of each meeting. given: the word of each pair that the probability is
    conditioned on. slots: which occurrence each meeting would explain.
    """
    probability = np.full(len(given), _START)
    counts = probability
    for _ in range(_STEPS):
        weights = probability[which].astype(np.float32)
        total = (np.bincount(slots, weights) + _NOTHING).astype(np.float32)
        counts = np.bincount(which, weights / total[slots], minlength=len(given))
        probability = counts / np.maximum(np.bincount(given, counts)[given], _DAMPING)
    return probability, counts
