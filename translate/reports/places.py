"""Offsets as lines and columns, the way editors count them."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from translate.findings import Side

_NEWLINE = re.compile(r"\r\n|\r|\n")

Namer = Callable[[str, Side], str]
"""The path to show for one side of a document, by its name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both from 1; columns count code points."""

    line: int
    column: int


class Lines:
    """The lines of one text. starts: the offset of each line's first character."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]

    def row(self, offset: int) -> int:
        """The index of the line that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def place(self, offset: int) -> Place:
        """Where ``offset`` stands."""
        row = self.row(offset)
        return Place(row + 1, offset - self.starts[row] + 1)


def named(name: str, side: Side) -> str:
    """The document's name for the original, ``NAME [English]`` for the translation."""
    return name if side is Side.SOURCE else f"{name} [English]"
