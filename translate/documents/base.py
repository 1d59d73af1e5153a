"""What a read document is: its text, the blocks in it that can be translated, their markup.

A ``Block`` says how raw text becomes plain text by edits, so that a place in the plain text
can be found in the document again (``Block.locate``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from translate.documents.moving import follow, inverse
from translate.spans import Edit, Span


class Kind(StrEnum):
    """Where a block stands; decides what must be escaped in it."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELL = "cell"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup, taken out of the text that is translated.

    span: what it surrounds, in code points of the plain text; empty for an image or a
    footnote number. before, after: the raw markup on both sides, ``"["`` and ``"](url)"``.
    literal: the text inside stays as it is (code, addresses).
    """

    span: Span
    before: str
    after: str
    literal: bool = False

    def over(self, span: Span) -> "Mark":
        """The same markup round another place."""
        return Mark(span, self.before, self.after, self.literal)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell: what is translated in one piece.

    span: its raw text in ``Document.text``. edits: in coordinates of ``Document.text``; they
    turn the raw text into ``text`` (line breaks joined, markup and escapes removed).
    marks: in coordinates of ``text``, an outer mark before those inside it.
    """

    span: Span
    edits: tuple[Edit, ...]
    marks: tuple[Mark, ...]
    text: str
    kind: Kind = Kind.PARAGRAPH

    def locate(self, span: Span) -> Span:
        """Where ``span`` of ``text`` stands in ``Document.text``."""
        edits = inverse([edit.shift(-self.span.start) for edit in self.edits])
        return follow(span, edits).shift(self.span.start)


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded article.

    name: as the user called it. encoding: "utf-8", "utf-8-sig" (with byte order mark),
    "utf-16-le", "utf-16-be" (always with byte order mark) or "cp1252". format: "plain",
    "markdown" or "html". blocks: sorted, without overlap; what lies between them is never changed.
    """

    name: str
    text: str
    encoding: str
    format: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The raw form of a translated block; ``edits`` turn ``raw`` back into the plain text."""

    raw: str
    edits: tuple[Edit, ...]

    def locate(self, span: Span) -> Span:
        """Where ``span`` of the plain text stands in ``raw``."""
        return follow(span, inverse(self.edits))


@dataclass(frozen=True, slots=True)
class Placed:
    """Marks in a translation, and the text with its literals put right.

    edits: from the translation as it was to ``text``, so that other spans can follow.
    marks: in coordinates of ``text``, properly nested.
    """

    text: str
    marks: tuple[Mark, ...]
    edits: tuple[Edit, ...]


def nested(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """``marks`` sorted so that an outer one comes before those inside it."""
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))
