"""Learns which capitalised German words are names: the weights of ``checks/name_odds.py``.

    python -m translate.training.lexicon.names OUT CORPUS... [--without NAME...]

OUT: ``translate/checks/data/name_odds.tsv`` for the one that the package ships. CORPUS: files of
pairs. ``--without``: parts of origins and labels whose pairs are not read. A word that the
translation keeps counts as a name, one that it renders or leaves out as none.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from translate.checks.name_odds import BIAS, capitals, letters, surroundings, words_of
from translate.checks.names import stands
from translate.files import write_atomic
from translate.training.corpus import Pair, read_pairs
from translate.training.lexicon.make import MACHINE, MOST, fit

_RENDERED = 0.1  # of a word without a counterpart counts one whose translation is there
RAREST = 100  # different words that have a string of letters
_ROUNDS = 60
_STEP = 0.15
_PULL = 1.0  # towards zero
_MOMENTUM, _MEMORY = 0.9, 0.99
_SMALLEST = 0.005  # weight that is written
_COMMENT = (
    "# Weights of checks/name_odds.py; python -m translate.training.lexicon.names makes them."
)

Seen = tuple[str, bool, tuple[str, ...]]  # a word, whether it was kept, its surroundings


@dataclass(frozen=True, slots=True)
class Data:
    """Words as rows. cells: row and feature of each feature of each word, int64 of one length.

    kept: float64, 1 where the word was kept. counts: float64, how much each row counts.
    """

    features: tuple[str, ...]
    cells: tuple[np.ndarray, np.ndarray]
    kept: np.ndarray
    counts: np.ndarray


def count(pairs: Iterable[Pair]) -> dict[Seen, float]:
    """How much each word counts, kept or not, in each of its surroundings."""
    seen: defaultdict[Seen, float] = defaultdict(float)
    for pair in pairs:
        for span, is_linked in capitals(pair.source, pair.target):
            word = span.of(pair.source)
            is_kept = word in words_of(pair.target)
            if is_kept or is_linked or not stands(word, pair.target):
                around = surroundings(pair.source, span, pair.target)
                counts = _RENDERED if is_linked and not is_kept else 1.0
                seen[word, is_kept, tuple(around)] += counts
    return seen


def gather(seen: Mapping[Seen, float], rarest: int) -> Data:
    """The words and their features, those of rare strings of letters left out."""
    alone = {word: letters(word) for word, _, _ in seen}
    common = Counter(feature for found in alone.values() for feature in found)
    places: dict[str, int] = {BIAS: 0}
    rows, columns = [], []
    for row, (word, _, around) in enumerate(seen):
        known = [feature for feature in alone[word] if common[feature] >= rarest]
        for feature in (BIAS, *known, *around):
            rows.append(row)
            columns.append(places.setdefault(feature, len(places)))
    kept = np.array([yes for _, yes, _ in seen], float)
    return Data(
        tuple(places), (np.array(rows), np.array(columns)), kept, np.array([*seen.values()], float)
    )


def learn(data: Data) -> dict[str, float]:
    """The weight of each feature: logistic regression, drawn to zero, by Adam on all rows.

    Kingma and Ba 2015, "Adam: A Method for Stochastic Optimization".
    """
    rows, columns = data.cells
    width = len(data.features)
    weights, mean, square = np.zeros((3, width))
    for turn in range(1, _ROUNDS + 1):
        sums = np.bincount(rows, weights[columns], len(data.kept))
        wrong = data.counts * (1 / (1 + np.exp(-sums)) - data.kept)
        slope = np.bincount(columns, wrong[rows], width) + _PULL * weights
        mean = _MOMENTUM * mean + (1 - _MOMENTUM) * slope
        square = _MEMORY * square + (1 - _MEMORY) * slope**2
        scale = np.sqrt(square / (1 - _MEMORY**turn)) + 1e-3
        weights -= _STEP * (1 - turn / _ROUNDS) * mean / (1 - _MOMENTUM**turn) / scale
    return dict(zip(data.features, weights.tolist(), strict=True))


def make(
    corpora: Sequence[Path], out: Path, *, rarest: int = RAREST, without: Sequence[str] = ()
) -> int:
    """Learn from ``corpora``, write ``out``, return the number of features.

    rarest: how many different words have to have a string of letters that is a feature.
    Raises CorpusError, OutputError.
    """
    refused = (*without, *MACHINE)
    pairs = (pair for path in corpora for pair in islice(fit(read_pairs(path), refused), MOST))
    weights = learn(gather(count(pairs), rarest))
    rows = [
        f"{name}\t{weights[name]:.2f}\n"
        for name in sorted(weights)
        if name == BIAS or abs(weights[name]) >= _SMALLEST
    ]
    write_atomic(out, [f"{_COMMENT}\nfeature\tweight\n", *rows])
    return len(rows)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    end = arguments.index("--without") if "--without" in arguments else len(arguments)
    target, *files = map(Path, arguments[:end])
    sys.stderr.write(f"{make(files, target, without=arguments[end + 1 :])} features\n")
