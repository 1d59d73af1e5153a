"""Pairs as numbers: each domain's sources and targets as flat arrays of ids on disk."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from translate.training.corpus import Pair
from translate.training.noise import dirty
from translate.training.vocabulary import Vocabulary

Ids = NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Side:
    """Rows of ids, one after the other: row i is `flat[starts[i]:starts[i + 1]]`."""

    flat: Ids
    starts: NDArray[np.int64]

    def row(self, index: int) -> Ids:
        """Give the ids of one row, without `</s>`."""
        return self.flat[self.starts[index] : self.starts[index + 1]]

    def lengths(self) -> NDArray[np.int64]:
        """Give the number of ids of each row."""
        return np.diff(self.starts)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A domain's pairs; source and target have the same number of rows."""

    source: Side
    target: Side

    def __len__(self) -> int:
        return len(self.source.starts) - 1


def side_of(rows: list[list[int]]) -> Side:
    """Lay rows of ids end to end."""
    starts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    flat = np.fromiter((i for row in rows for i in row), dtype=np.uint16, count=int(starts[-1]))
    return Side(flat, starts)


def tokenize(
    pairs: Iterable[Pair], vocabulary: Vocabulary, *, noise: float, seed: int, most: int
) -> Tokens:
    """Encode at most `most` pairs, drawn by `seed`; `noise` of the sources are dirtied.

    Curly English quotes become straight ones: the targets mix both, and one habit is enough.
    """
    rng = random.Random(seed)
    chosen = list(pairs)
    rng.shuffle(chosen)
    del chosen[most:]
    sources = vocabulary.encode([dirty(pair.source, rng, noise) for pair in chosen])
    targets = vocabulary.encode([straight_quotes(pair.target) for pair in chosen])
    kept = [i for i in range(len(chosen)) if sources[i] and targets[i]]
    return Tokens(side_of([sources[i] for i in kept]), side_of([targets[i] for i in kept]))


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'"})


def straight_quotes(text: str) -> str:
    """Replace curly quotation marks and apostrophes by straight ones."""
    return text.translate(_STRAIGHT)


def save_tokens(tokens: Tokens, path: Path) -> None:
    """Write a domain's arrays as one .npz file."""
    np.savez(
        path,
        source=tokens.source.flat,
        source_starts=tokens.source.starts,
        target=tokens.target.flat,
        target_starts=tokens.target.starts,
    )


def load_tokens(path: Path) -> Tokens:
    """Read what `save_tokens` wrote."""
    with np.load(path) as arrays:
        return Tokens(
            Side(arrays["source"], arrays["source_starts"]),
            Side(arrays["target"], arrays["target_starts"]),
        )


def used_ids(domains: Iterable[Tokens], size: int, least: int = 1) -> NDArray[np.int64]:
    """List the ids that stand at least `least` times in the targets: what the model may say."""
    counts = np.zeros(size, dtype=np.int64)
    for tokens in domains:
        counts += np.bincount(tokens.target.flat, minlength=size)
    return np.flatnonzero(counts >= least)
