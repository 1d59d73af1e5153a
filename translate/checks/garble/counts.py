"""How often a word, and two words together, stand in much good German: a table of levels.

A level is the logarithm of a count, in steps of two; the table is found by hash (CRC-32), so
that now and then a rare pair has another's level.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.uint32]
    Levels = NDArray[np.uint8]

Lookup = Callable[["Keys"], "Levels"]
RAREST = 3  # the count of level 1; what is rarer has level 0
HIGHEST = 15
_DIGITS = str.maketrans("123456789", "000000000")


def keys(texts: Sequence[str]) -> "Keys":
    """Of n words: n keys of words, n - 1 of neighbours, n - 2 of words with one between."""
    import numpy as np

    low = [text.lower().translate(_DIGITS).encode("utf-8", "replace") for text in texts]
    words = [crc32(word) for word in low]
    # A running hash: of a word, a mark for the distance, and the second word.
    near = [crc32(b" " + second, first) for first, second in zip(words, low[1:], strict=False)]
    far = [crc32(b"_" + second, first) for first, second in zip(words, low[2:], strict=False)]
    return np.array(words + near + far, dtype=np.uint32)


def level(counts: "NDArray[np.int64]") -> "Levels":
    """0 below ``RAREST``, then one more each time the count doubles."""
    import numpy as np

    steps = np.log2(np.maximum(counts, 1) / RAREST).astype(np.int64) + 1
    return np.where(counts < RAREST, 0, steps.clip(1, HIGHEST)).astype(np.uint8)


def lookup(table: "Levels") -> Lookup:
    """Levels by key; the length of ``table`` is a power of two."""
    return partial(_look, table)


def _look(table: "Levels", wanted: "Keys") -> "Levels":
    found: Levels = table[wanted & (len(table) - 1)]
    return found
