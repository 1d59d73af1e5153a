"""Weighs a German word beside its English: what the network and the dictionary say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translate.checks.garble.evidence import evidence
from translate.checks.garble.network import Network
from translate.checks.garble.words import places

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Beside:
    """A layer that makes one number of the evidence, and factors of all numbers.

    weights: ``inner`` (inputs, width), ``inner_offset``, ``outer`` (width), ``outer_offset``,
    and ``factors``, the offset last, which give log odds.
    """

    weights: Mapping[str, "Floats"]

    def odds(self, alone: "Floats", paired: "Floats", seen: "Floats") -> "Floats":
        """The log odds that each word is garbled.

        alone, paired: the network's logits without and with the English. seen: ``look``.
        """
        import numpy as np

        *factors, offset = self.weights["factors"]
        inputs = signals(alone, paired, seen, self.tie(seen))
        found: Floats = inputs @ np.array(factors) + offset
        return found

    def tie(self, seen: "Floats") -> "Floats":
        """One number for what the dictionary says of each word, high for garbled ones."""
        import numpy as np

        inner = seen @ self.weights["inner"] + self.weights["inner_offset"]
        tied: Floats = np.maximum(inner, 0) @ self.weights["outer"] + self.weights["outer_offset"]
        return tied


def look(network: Network, german: Sequence[str], english: Sequence[str]) -> "Floats":
    """What is seen of each word without the network: evidence, also of its neighbours; lengths."""
    import numpy as np

    flags = np.array([network.reader.word(word).flags for word in german], dtype=np.float32)
    lengths = np.log([(len(german) + 1) / (len(english) + 1), len(german) + 1])
    parts = (
        around(evidence(german, english)),
        places(german, english, network.lookup),
        flags,
        np.tile(lengths.astype(np.float32), (len(german), 1)),
    )
    return np.concatenate(parts, axis=1)


def signals(alone: "Floats", paired: "Floats", seen: "Floats", tied: "Floats") -> "Floats":
    """What the log odds are a sum of: logits around each word and on average, lengths, the tie."""
    import numpy as np

    both = np.concatenate([alone, paired], axis=1)
    means = np.tile(both.mean(axis=0), (len(both), 1))
    return np.concatenate([around(both), means, seen[:, -2:], tied[:, None]], axis=1)


def around(rows: "Floats") -> "Floats":
    """Each row with the one before and the one after; zeros at the edges."""
    import numpy as np

    padded = np.pad(rows, ((1, 1), (0, 0)))
    return np.concatenate([rows, padded[:-2], padded[2:]], axis=1)
