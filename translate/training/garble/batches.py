"""Batches of labelled sentences as tensors."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from translate.checks.garble.counts import Lookup
from translate.checks.garble.words import FLAGS, PIECES, PLACES, Reader, places
from translate.training.garble.counting import Counted
from translate.training.garble.examples import Example


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a batch: b sentences of up to n words.

    rows (b, n, PIECES): of the table, 0 for none. last (b, n): the row of the last piece.
    flags (b, n, FLAGS), places (b, n, PLACES). there (b, n): which words are no padding.
    """

    rows: Tensor
    last: Tensor
    flags: Tensor
    places: Tensor
    there: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Both sides, and the labels (b, n), 1 for bad."""

    german: Side
    english: Side | None
    bad: Tensor


def batch_of(
    examples: Sequence[Example], reader: Reader, counted: Counted, *, english: bool
) -> Batch:
    """``examples`` as tensors, with their English or without."""
    german = [example.german for example in examples]
    others = [example.english for example in examples]
    lookups = [counted.lookup(example.counted) for example in examples]
    bad = np.zeros((len(german), max(map(len, german))), np.float32)
    for row, example in zip(bad, examples, strict=True):
        row[: len(example.bad)] = example.bad
    return Batch(
        _side(german, others if english else None, reader, lookups),
        _side(others, None, reader, lookups) if english else None,
        torch.from_numpy(bad),
    )


def _side(
    sentences: Sequence[Sequence[str]],
    others: Sequence[Sequence[str]] | None,
    reader: Reader,
    lookups: Sequence[Lookup],
) -> Side:
    b, n = len(sentences), max(map(len, sentences))
    there = np.zeros((b, n), bool)
    for row, sentence in zip(there, sentences, strict=True):
        row[: len(sentence)] = True
    read = [reader.word(word) for sentence in sentences for word in sentence]
    rows = np.zeros((b, n, PIECES), np.int64)
    last = np.zeros((b, n), np.int64)
    flags = np.zeros((b, n, FLAGS), np.float32)
    here = np.zeros((b, n, PLACES), np.float32)
    rows[there] = [(word.rows + (0,) * PIECES)[:PIECES] for word in read]
    last[there] = [word.rows[-1] for word in read]
    flags[there] = [word.flags for word in read]
    here[there] = np.concatenate(
        [
            places(sentence, others[i] if others else None, lookups[i])
            for i, sentence in enumerate(sentences)
        ]
    )
    return Side(*map(torch.from_numpy, (rows, last, flags, here, there)))
