"""Pairs as numbers: each domain's sources and targets as flat arrays of ids, on disk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from sentencepiece import set_random_generator_seed

from translate.files import write_atomic
from translate.training.corpus import Pair
from translate.training.noise import dirty
from translate.training.recipe import Recipe
from translate.training.variants import joined, quoted, renamed
from translate.training.vocabulary import Vocabulary

Ids = NDArray[np.uint16]
Numbers = NDArray[np.int64]
_STRAIGHT = str.maketrans("“”„’‘", '"""\'\'')


@dataclass(frozen=True, slots=True)
class Side:
    """Rows of ids laid end to end: row i is ``flat[starts[i]:starts[i + 1]]``."""

    flat: Ids
    starts: Numbers

    def row(self, index: int) -> Ids:
        """The ids of one row, without ``</s>``."""
        return self.flat[self.starts[index] : self.starts[index + 1]]

    def lengths(self) -> Numbers:
        """The number of ids of each row."""
        return np.diff(self.starts)

    def select(self, rows: Sequence[int]) -> "Side":
        """These rows alone."""
        return _side([self.row(row).tolist() for row in rows])


@dataclass(frozen=True, slots=True)
class Tokens:
    """The pairs of a domain; source and target have the same number of rows."""

    source: Side
    target: Side

    def __len__(self) -> int:
        return len(self.source.starts) - 1

    def select(self, rows: Sequence[int]) -> "Tokens":
        """These pairs alone."""
        return Tokens(self.source.select(rows), self.target.select(rows))

    def save(self, path: Path) -> None:
        """Writes the arrays to one ``.npz`` file."""
        file = BytesIO()
        np.savez(
            file,
            source=self.source.flat,
            source_starts=self.source.starts,
            target=self.target.flat,
            target_starts=self.target.starts,
        )
        write_atomic(path, file.getvalue())

    @classmethod
    def load(cls, path: Path) -> "Tokens":
        """Reads what ``save`` wrote."""
        with np.load(path) as arrays:
            return cls(
                Side(arrays["source"], arrays["source_starts"]),
                Side(arrays["target"], arrays["target_starts"]),
            )


def tokenize(pairs: Sequence[Pair], vocabulary: Vocabulary, recipe: Recipe, seed: int) -> Tokens:
    """The ids of the pairs and their variants, as many as the recipe says.

    Curly quotation marks in targets become straight ones: the corpora mix both. With
    ``reverse`` the sides are exchanged, and what is learned to be said stays clean.
    """
    rng = Random(seed)  # noqa: S311 - nothing secret
    set_random_generator_seed(seed)
    pairs = quoted(renamed(pairs, recipe.renamed, rng), recipe.quoted, rng)
    pairs = list(joined(pairs, recipe.joined, rng))
    noise = 0.0 if recipe.reverse else recipe.noise
    german = [dirty(pair.source, rng, noise) for pair in pairs]
    english = [pair.target.translate(_STRAIGHT) for pair in pairs]
    left, right = (english, german) if recipe.reverse else (german, english)
    sources, targets = vocabulary.encode_source(left), vocabulary.encode_target(right)
    for i, text in enumerate(left):
        if rng.random() < recipe.sampled:
            sources[i] = vocabulary.sample(text)
    kept = [i for i in range(len(pairs)) if sources[i] and targets[i]]
    return Tokens(_side([sources[i] for i in kept]), _side([targets[i] for i in kept]))


def _side(rows: list[list[int]]) -> Side:
    starts = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    flat = np.fromiter((i for row in rows for i in row), dtype=np.uint16, count=int(starts[-1]))
    return Side(flat, starts)


def count_ids(sides: Iterable[Side], size: int) -> Numbers:
    """How often each of ``size`` ids stands in the sides."""
    counts = np.zeros(size, dtype=np.int64)
    for side in sides:
        counts += np.bincount(side.flat, minlength=size)
    return counts
