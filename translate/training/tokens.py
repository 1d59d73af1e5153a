"""Pairs as numbers: sources and targets as flat arrays of ids."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray
from sentencepiece import set_random_generator_seed

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

    @classmethod
    def of(cls, flat: Ids, lengths: Sequence[int] | NDArray[np.integer]) -> "Side":
        """The side whose rows have these lengths."""
        return cls(flat, np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]))

    @classmethod
    def laid(cls, sides: Sequence["Side"]) -> "Side":
        """The rows of all sides, one side after another."""
        flat = np.concatenate([side.flat for side in sides])
        return cls.of(flat, np.concatenate([side.lengths() for side in sides]))

    def lengths(self) -> Numbers:
        """The number of ids of each row, without ``</s>``."""
        return np.diff(self.starts)

    def select(self, rows: Numbers) -> "Side":
        """These rows alone."""
        chosen = Side.of(self.flat[:0], self.lengths()[rows])
        shift = np.repeat(self.starts[rows] - chosen.starts[:-1], chosen.lengths())
        return Side(self.flat[shift + np.arange(len(shift))], chosen.starts)

    def grid(self, rows: Numbers, *, end: int, pad: int, multiple: int) -> Numbers:
        """These rows, each closed by ``end``, in as many columns as the longest one needs.

        The columns are a multiple of ``multiple``, filled up with ``pad``.
        """
        starts = self.starts[rows]
        lengths = self.starts[rows + 1] - starts
        columns = np.arange(-(-(int(lengths.max()) + 1) // multiple) * multiple)
        inside = columns < lengths[:, None]
        table = np.full(inside.shape, pad, dtype=np.int64)
        table[inside] = self.flat[(starts[:, None] + columns)[inside]]
        table[np.arange(len(rows)), lengths] = end
        return table


@dataclass(frozen=True, slots=True)
class Tokens:
    """Pairs as ids; source and target have the same number of rows."""

    source: Side
    target: Side

    @classmethod
    def laid(cls, parts: Sequence["Tokens"]) -> "Tokens":
        """The pairs of all parts, one part after another."""
        return cls(Side.laid([p.source for p in parts]), Side.laid([p.target for p in parts]))

    def __len__(self) -> int:
        return len(self.source.starts) - 1

    def select(self, rows: Numbers) -> "Tokens":
        """These pairs alone."""
        return Tokens(self.source.select(rows), self.target.select(rows))


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
    flat = np.fromiter((i for row in rows for i in row), dtype=np.uint16)
    return Side.of(flat, [len(row) for row in rows])


def count_ids(sides: Iterable[Side], size: int) -> Numbers:
    """How often each of ``size`` ids stands in the sides."""
    counts = np.zeros(size, dtype=np.int64)
    for side in sides:
        counts += np.bincount(side.flat, minlength=size)
    return counts


def target_counts(vocabulary: Vocabulary, domains: Iterable[Tokens]) -> Numbers:
    """How often each id is to be said; bytes at least once, so that any text can be."""
    domains = list(domains)
    counts = count_ids((tokens.target for tokens in domains), len(vocabulary))
    counts[vocabulary.byte_ids] += 1
    counts[vocabulary.end] = sum(len(tokens) for tokens in domains)
    return counts
