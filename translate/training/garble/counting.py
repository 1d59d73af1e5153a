"""Counts words and pairs of words in good German, for ``checks/garble/counts.py``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.checks.garble.counts import RAREST, Lookup, keys, level

Keys = NDArray[np.uint32]
Levels = NDArray[np.uint8]
_CHUNK = 100_000  # sentences that are counted together


@dataclass(frozen=True, slots=True)
class Counted:
    """Keys in order, and how often each was seen."""

    keys: NDArray[np.uint32]
    counts: NDArray[np.int64]

    def lookup(self, seen: Sequence[str] = ()) -> Lookup:
        """Levels as if the sentence ``seen``, in words, had not been counted.

        A sentence that was counted would else seem more usual than any new one.
        """
        own, often = np.unique(keys(seen), return_counts=True)

        def look(wanted: Keys) -> Levels:
            found = self._find(wanted)
            if len(own):
                places = np.searchsorted(own, wanted).clip(max=len(own) - 1)
                found = found - np.where(own[places] == wanted, often[places], 0)
            return level(found)

        return look

    def table(self, size: int) -> Levels:
        """The levels by the keys' last bits; ``size`` is a power of two."""
        kept = self.counts >= RAREST
        levels = np.zeros(size, np.uint8)
        np.maximum.at(levels, self.keys[kept] & (size - 1), level(self.counts[kept]))
        return levels

    def _find(self, wanted: Keys) -> NDArray[np.int64]:
        places = np.searchsorted(self.keys, wanted).clip(max=len(self.keys) - 1)
        found: NDArray[np.int64] = np.where(self.keys[places] == wanted, self.counts[places], 0)
        return found


def count(sentences: Iterable[Sequence[str]]) -> Counted:
    """Counts the words and pairs of ``sentences``."""
    found: list[Keys] = []
    parts: list[Keys] = []
    for sentence in sentences:
        parts.append(keys(sentence))
        if len(parts) == _CHUNK:
            found.append(np.concatenate(parts))
            parts = []
    every = np.concatenate([*found, *parts])
    unique, counts = np.unique(every, return_counts=True)
    return Counted(unique, counts)
