"""How well scores tell what people told apart, for several benchmarks."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def auroc(scores: Floats, positive: Flags, negative: Flags) -> float:
    """How often, in percent, a positive row has the higher score; equal scores count half."""
    both = np.concatenate([scores[positive], scores[negative]])
    _, place, counts = np.unique(both, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    n, m = int(positive.sum()), int(negative.sum())
    return float(100 * (ranks[:n].sum() - n * (n + 1) / 2) / (n * m))


def mcc(guess: Flags, truth: Flags) -> float:
    """Matthews' correlation coefficient (1975); 0 where all guesses are the same."""
    if guess.all() or not guess.any():
        return 0.0
    return float(np.corrcoef(guess, truth)[0, 1])


def better_pairs(rows: Sequence[dict[str, str]]) -> NDArray[np.int64]:
    """Indices (better, worse) of the daRR pairs: (pairs, 2)."""
    sentences: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        sentences.setdefault(row["sid"], []).append(index)
    return np.array(
        [
            (i, j)
            for group in sentences.values()
            for i in group
            for j in group
            if float(rows[i]["raw"]) - float(rows[j]["raw"]) >= 25
            and rows[i]["hypothesis"] != rows[j]["hypothesis"]
        ]
    )


def agreement(values: Floats, z: Floats, pairs: NDArray[np.int64]) -> tuple[float, float]:
    """Pearson's correlation with ``z``, and daRR tau."""
    gaps = values[pairs[:, 0]] - values[pairs[:, 1]]
    return float(np.corrcoef(values, z)[0, 1]), float(np.sign(gaps).mean())
