"""Runs the detector's network with numpy alone, one sentence at a time.

Before norm, two blocks of a convolution over three words, attention over the sentence and a
feed-forward layer; between the blocks, where there is English, attention over its words, led
by how close the two languages' word vectors are. ``training/garble`` has it in torch.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from translate.checks.garble.counts import Lookup
from translate.checks.garble.words import PIECES, Reader, Word, places

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Weights = Mapping[str, Floats]

HEADS = 4
_EPSILON = 1e-5  # of torch's LayerNorm


@dataclass(frozen=True, slots=True)
class Network:
    """Weights by name, the table of piece vectors, what turns words into numbers, counts."""

    weights: "Weights"
    table: "Floats"
    reader: Reader
    lookup: Lookup

    def logits(self, german: Sequence[str], english: Sequence[str] | None = None) -> "Floats":
        """One row a German word, one column a task: the log odds that it is garbled."""
        mean, x = self._enter(german, english)
        x = self._block("lower", x)
        if english:
            x = self._across(mean, x, english)
        x = self._block("upper", x)
        return self._linear("leave", self._norm("norm", x))

    def _enter(
        self, texts: Sequence[str], others: Sequence[str] | None
    ) -> tuple["Floats", "Floats"]:
        """The words' mean vectors, and what the first block sees of them."""
        import numpy as np

        read = [self.reader.word(text) for text in texts]
        flags = np.array([word.flags for word in read], dtype=np.float32)
        mean = np.stack([self._mean(word) for word in read])
        last = self.table[[word.rows[-1] for word in read]]
        here = places(texts, others, self.lookup)
        return mean, self._linear("enter", np.concatenate([mean, last, flags, here], axis=1))

    def _mean(self, word: Word) -> "Floats":
        known = [row for row in word.rows[:PIECES] if row]
        mean: Floats = self.table[known].sum(axis=0) / max(1, len(known))
        return mean

    def _block(self, name: str, x: "Floats") -> "Floats":
        x = self._near(f"{name}.near", x)
        x = self._far(f"{name}.far", x)
        return self._feed(f"{name}.feed", x)

    def _near(self, name: str, x: "Floats") -> "Floats":
        import numpy as np

        y = np.pad(self._norm(f"{name}.norm", x), ((1, 1), (0, 0)))
        y = np.concatenate([y[:-2], y[1:-1], y[2:]], axis=1)
        return x + self._layers(name, y)

    def _feed(self, name: str, x: "Floats") -> "Floats":
        return x + self._layers(name, self._norm(f"{name}.norm", x))

    def _layers(self, name: str, y: "Floats") -> "Floats":
        import numpy as np

        return self._linear(f"{name}.outer", np.maximum(self._linear(f"{name}.inner", y), 0))

    def _far(
        self, name: str, x: "Floats", memory: "Floats | None" = None, bias: Any = 0.0
    ) -> "Floats":
        y = self._norm(f"{name}.norm", x)
        seen = y if memory is None else memory
        width = x.shape[1] // HEADS
        query, key, value = (
            self._linear(f"{name}.{part}", z).reshape(-1, HEADS, width).transpose(1, 0, 2)
            for part, z in (("query", y), ("key", seen), ("value", seen))
        )
        weights = _softmax(query @ key.transpose(0, 2, 1) / width**0.5 + bias)
        mixed = (weights @ value).transpose(1, 0, 2).reshape(x.shape)
        return x + self._linear(f"{name}.outer", mixed)

    def _across(self, mean: "Floats", x: "Floats", english: Sequence[str]) -> "Floats":
        import numpy as np

        other_mean, other = self._enter(english, None)
        other = self._near("other", other + self.weights["english"])
        cosines = _unit(mean) @ _unit(other_mean).T
        bias = self.weights["sharp"] * cosines
        weights = _softmax(bias)
        match = np.stack(
            [cosines.max(axis=1), weights.max(axis=1), (weights * cosines).sum(axis=1)], axis=1
        )
        return self._far("across", x, other, bias) + self._linear("match", match)

    def _linear(self, name: str, x: "Floats") -> "Floats":
        return x @ self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def _norm(self, name: str, x: "Floats") -> "Floats":
        import numpy as np

        y = x - x.mean(axis=1, keepdims=True)
        y = y / np.sqrt((y * y).mean(axis=1, keepdims=True) + _EPSILON)
        normed: Floats = y * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return normed


def _softmax(x: "Floats") -> "Floats":
    import numpy as np

    y = np.exp(x - x.max(axis=-1, keepdims=True))
    weights: Floats = y / y.sum(axis=-1, keepdims=True)
    return weights


def _unit(x: "Floats") -> "Floats":
    import numpy as np

    unit: Floats = x / (np.linalg.norm(x, axis=1, keepdims=True) + 1e-6)
    return unit
