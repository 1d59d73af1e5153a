"""Text to SentencePiece pieces and back, with the place of each piece in its text."""

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from translate.spans import Span

END = "</s>"
_PLAIN = str.maketrans("„“”‟«»‚‘’‛‹›–—‐‑", '""""""' + "''''''" + "----")


class Pieces:
    """The two SentencePiece models and the vocabulary of a MarianMT checkpoint."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._source = self._load("source.spm")

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """Piece to id."""
        pieces: dict[str, int] = json.loads((self._folder / "vocab.json").read_text("utf-8"))
        return pieces

    @cached_property
    def _target(self) -> Any:
        same = (self._folder / "source.spm").read_bytes() == (
            self._folder / "target.spm"
        ).read_bytes()
        return self._source if same else self._load("target.spm")

    def encode(self, text: str) -> list[str]:
        """Source pieces, end of sentence included.

        Typographic quotes and dashes that the vocabulary lacks are replaced by plain ones:
        Opus-MT's was learned on such text and would read them as unknown.
        """
        return [*self._source.encode(self._fold(text), return_type=str), END]

    def source_spans(self, text: str) -> list[Span]:
        """Where each piece of ``encode(text)`` stands in ``text``; the end is empty."""
        offsets = self._source.encode(self._fold(text), return_type="offset_mapping")
        spans = [Span(start, end) for start, end in offsets["offsets"]]
        return [*spans, Span(len(text), len(text))]

    def encode_target(self, text: str) -> list[str]:
        """Target pieces of a given translation, without the end of sentence."""
        pieces: list[str] = self._target.encode(text, return_type=str)
        return pieces

    def encode_pairs(
        self, pairs: Sequence[tuple[str, str]], limit: int
    ) -> tuple[list[list[str]], list[list[str]]]:
        """Both sides of (source, translation) pairs, each cut to ``limit`` tokens with its end."""
        sources = [[*self.encode(source)[:-1][: limit - 1], END] for source, _ in pairs]
        return sources, [self.encode_target(target)[: limit - 1] for _, target in pairs]

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of target pieces."""
        text: str = self._target.decode(list(pieces))
        return text.strip()

    def target_spans(self, pieces: Sequence[str]) -> list[Span]:
        """Where each piece stands in ``decode(pieces)``."""
        found = self._target.decode(list(pieces), return_type="offset_mapping")
        text: str = found["text"]
        lead, end = len(text) - len(text.lstrip()), len(text.strip())
        bounds = (min(max(0, at - lead), end) for offsets in found["offsets"] for at in offsets)
        return [Span(*pair) for pair in zip(bounds, bounds, strict=True)]

    def _fold(self, text: str) -> str:
        lacking = {c for c in set(text) if ord(c) in _PLAIN and not self._knows(c)}
        return (
            "".join(c.translate(_PLAIN) if c in lacking else c for c in text) if lacking else text
        )

    def _knows(self, character: str) -> bool:
        return character in self.vocabulary or f"▁{character}" in self.vocabulary

    def _load(self, name: str) -> Any:
        from sentencepiece import SentencePieceProcessor

        return SentencePieceProcessor(model_file=str(self._folder / name))
