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

    def encode(self, texts: Sequence[str]) -> list[list[str]]:
        """The source pieces of each of ``texts``, end of sentence included.

        Typographic quotes and dashes that the vocabulary lacks are replaced by plain ones:
        Opus-MT's was learned on such text and would read them as unknown.

        Like all here it takes many texts in one call: SentencePiece gives the interpreter's
        lock away in each, and between busy threads that is dear.
        """
        rows = self._source.encode([self._fold(text) for text in texts], return_type=str)
        return [[*row, END] for row in rows]

    def source_spans(self, texts: Sequence[str]) -> list[list[Span]]:
        """Where each piece of ``encode(texts)`` stands in its text; the end is empty."""
        folded = [self._fold(text) for text in texts]
        found = self._source.encode(folded, return_type="offset_mapping")
        return [
            [*(Span(*pair) for pair in row["offsets"]), Span(len(text), len(text))]
            for text, row in zip(texts, found, strict=True)
        ]

    def encode_target(self, texts: Sequence[str]) -> list[list[str]]:
        """The target pieces of given translations, without the end of sentence."""
        rows: list[list[str]] = self._target.encode(list(texts), return_type=str)
        return rows

    def encode_pairs(
        self, pairs: Sequence[tuple[str, str]], limit: int
    ) -> tuple[list[list[str]], list[list[str]]]:
        """Both sides of (source, translation) pairs, each cut to ``limit`` tokens with its end."""
        sources = self.encode([source for source, _ in pairs])
        targets = self.encode_target([target for _, target in pairs])
        return (
            [[*row[:-1][: limit - 1], END] for row in sources],
            [row[: limit - 1] for row in targets],
        )

    def decode(self, rows: Sequence[Sequence[str]]) -> list[str]:
        """The texts of rows of target pieces."""
        return [text.strip() for text in self._target.decode([list(row) for row in rows])]

    def target_spans(self, rows: Sequence[Sequence[str]]) -> list[list[Span]]:
        """Where each piece stands in its text of ``decode(rows)``."""
        found = self._target.decode([list(row) for row in rows], return_type="offset_mapping")
        return [_spans(row["text"], row["offsets"]) for row in found]

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


def _spans(text: str, offsets: Sequence[tuple[int, int]]) -> list[Span]:
    """``offsets`` in ``text`` without the white space around it."""
    lead, end = len(text) - len(text.lstrip()), len(text.strip())
    if end == len(text):
        return [Span(*pair) for pair in offsets]
    return [
        Span(min(max(0, start - lead), end), min(max(0, stop - lead), end))
        for start, stop in offsets
    ]
