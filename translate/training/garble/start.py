"""The pieces that the detector knows, and the vectors that they start from."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from translate.checks.garble.words import processor
from translate.training.garble.examples import Example
from translate.training.warm_start import encoder_table

Floats = NDArray[np.float32]


def count_pieces(examples: Iterable[Example]) -> tuple[Counter[int], Counter[int]]:
    """How often each piece stands in the German and in the English."""
    words: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for example in examples:
        words[0].update(example.german)
        words[1].update(example.english)
    pieces: tuple[Counter[int], Counter[int]] = Counter(), Counter()
    for side, found in zip(words, pieces, strict=True):
        for word, count in side.items():
            for piece in processor().encode(word):
                found[piece] += count
    return pieces


def start_table(
    german: Counter[int], english: Counter[int], rows: int, width: int
) -> tuple[list[int], Floats]:
    """The ``rows`` most frequent pieces and their vectors, after a row of zeros for the others.

    The vectors are those of the multilingual sentence encoder, without each language's mean,
    on their ``width`` main axes and of length 1: close for words that translate each other.
    """
    counts = german + english
    pieces = [piece for piece, _ in counts.most_common(rows)]
    vectors = encoder_table()[1][pieces]
    total = np.array([counts[piece] for piece in pieces], np.float32)[:, None]
    share = np.array([german[piece] for piece in pieces], np.float32)[:, None] / total
    for side in (share, 1 - share):
        weight = side * np.sqrt(total)
        vectors = vectors - side * ((vectors * weight).sum(axis=0) / weight.sum())
    vectors = _unit(vectors)
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    vectors = _unit(vectors @ axes[:, ::-1][:, :width])
    return pieces, np.concatenate([np.zeros((1, width), np.float32), vectors])


def _unit(vectors: Floats) -> Floats:
    unit: Floats = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    return unit.astype(np.float32)
