"""How likely each word of a German text is garbled, by a small network trained for it.

The network, its word vectors and the calibration stand in ``checks/data/garble.npz``, which
``translate.training.garble`` makes. The probability is that of a word which a post-editor of
machine-translated German would change (MLQE-PE, Fomicheva et al. 2022).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from translate.checks.garble.beside import Beside, look
from translate.checks.garble.counts import lookup
from translate.checks.garble.network import Network
from translate.checks.garble.words import Reader, split, words
from translate.spans import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

DATA = "garble.npz"
LONGEST = 60  # words seen together: attention costs their square
ALONE, GARBLED = range(2)
MOST = 300  # words of a sentence; what is longer is no sentence, and nothing is said of it


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word and how likely it is garbled, 0 to 1."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Detector:
    """The network, and factors that turn its log odds into probabilities.

    calibration: (2, tasks + 1), a factor a task and an offset, by row ``ALONE`` for German
    alone, and ``GARBLED`` for garbles that need no English to be seen. beside: weighs words
    whose English is known.
    """

    network: Network
    calibration: "Floats"
    beside: Beside

    def probabilities(
        self, german: Sequence[str], english: Sequence[str] | None = None
    ) -> "Floats":
        """How likely a post-editor changes each word of a sentence, with its English if known."""
        if not german or not english:
            return self._probabilities(german, ALONE)
        seen = look(self.network, german, english)
        return _probability(
            self.beside.odds(self.logits(german), self.logits(german, english), seen)
        )

    def garbled(self, german: Sequence[str]) -> "Floats":
        """How likely each word of a sentence is a garble that every reader sees.

        It sets doubled, glued and wrongly inflected words above those that only a
        post-editor would change, and is calibrated where it is high.
        """
        return self._probabilities(german, GARBLED)

    def logits(self, german: Sequence[str], english: Sequence[str] | None = None) -> "Floats":
        """The network's, ``LONGEST`` words at a time."""
        import numpy as np

        other = english[: 2 * LONGEST] if english else None
        parts = range(0, len(german), LONGEST)
        return np.concatenate([self.network.logits(german[i : i + LONGEST], other) for i in parts])

    def _probabilities(self, german: Sequence[str], row: int) -> "Floats":
        import numpy as np

        if not german:
            return np.empty(0, dtype=np.float32)
        *factors, offset = self.calibration[row]
        return _probability(self.logits(german) @ np.array(factors) + offset)


def _probability(odds: "Floats") -> "Floats":
    import numpy as np

    sure: Floats = 1 / (1 + np.exp(-odds.clip(-30, 30)))
    return sure


def doubts(text: str, english: str | None = None) -> list[Doubt]:
    """Each word of the German sentence ``text`` that has a letter, in order.

    Without its English, how likely it is ``garbled``; with it, that a post-editor changes it.
    None beyond ``MOST``.
    """
    spans = words(text)
    if len(spans) > MOST:
        return []
    texts = [span.of(text) for span in spans]
    others = split(english) if english else ()
    judge = detector()
    found = judge.probabilities(texts, others) if others else judge.garbled(texts)
    return [
        Doubt(span, float(probability))
        for span, word, probability in zip(spans, texts, found, strict=True)
        if any(map(str.isalpha, word))
    ]


@cache
def detector() -> Detector:
    """The detector of this package, loaded at the first call."""
    from importlib.resources import as_file, files

    with as_file(files("translate.checks").joinpath("data", DATA)) as path:
        return load(path)


def load(path: Path) -> Detector:
    """The detector of a file that ``translate.training.garble`` made."""
    import numpy as np

    with np.load(path) as arrays:
        table = arrays["table"] * arrays["scale"].astype(np.float32)[:, None]
        pieces = arrays["pieces"].tolist()
        weights, beside = (
            {
                name.removeprefix(prefix): arrays[name].astype(np.float32)
                for name in arrays.files
                if name.startswith(prefix)
            }
            for prefix in ("net.", "beside.")
        )
        reader = Reader({piece: row for row, piece in enumerate(pieces, 1)})
        network = Network(weights, table, reader, lookup(arrays["levels"]))
        return Detector(network, arrays["calibration"], Beside(beside))
