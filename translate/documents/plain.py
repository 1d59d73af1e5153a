"""Blocks of plain text: paragraphs, and lines that stand for themselves.

A greedy line break is recognisable: the first word of the next line would not have fitted.
Lines are joined where that holds and the text shows otherwise too that it is wrapped. Once
translated, a joined paragraph stands on one line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from translate.documents.base import Block
from translate.documents.blocks import build
from translate.documents.lines import joint, lines, words
from translate.spans import Edit, Span

_PREFIX = re.compile(r"[^\S\r\n]*(?:>[^\S\r\n]?)*[^\S\r\n]*")
_BULLET = re.compile(r"[-–—•*·▪‣◦]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_CREDIT = re.compile(r"(?:Foto|Fotos|Bild|Quelle|Grafik|Video|Symbolbild|Archivbild|Karte)\s*:")
_LAST_WORD = re.compile(r"([^\W\d_]+)$")
_NARROWEST = 40
_WIDEST = 160
_FEWEST = 3  # line breaks that show a paragraph's own width


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its content's span without indent and list marker, its indent and width."""

    content: Span
    indent: int
    width: int
    text: str
    marked: bool


def plain_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of ``text``, sorted."""
    groups = list(_groups(text))
    pairs = [pair for group in groups for pair in pairwise(group)]
    width = max((first.width for first, _ in pairs), default=0)
    wrapped = _is_wrapped(pairs, width)
    blocks = []
    for group in groups:
        paragraph = [group[0]]
        own = _own_width(group)
        for first, second in pairwise(group):
            if not _joined(first, second, own or width, wrapped=wrapped or own > 0):
                blocks.append(_block(text, paragraph))
                paragraph = []
            paragraph.append(second)
        blocks.append(_block(text, paragraph))
    return tuple(block for block in blocks if block is not None)


def _groups(text: str) -> Iterator[list[_Line]]:
    """Runs of lines without a blank one between them."""
    numbers = _list_numbers(text)
    group: list[_Line] = []
    for span in lines(text):
        line = _line(text, span, numbers)
        if line is None:
            if group:
                yield group
            group = []
        else:
            group.append(line)
    if group:
        yield group


def _line(text: str, span: Span, numbers: frozenset[int]) -> _Line | None:
    raw = span.of(text).rstrip()
    prefix = _PREFIX.match(raw)
    start = prefix.end() if prefix else 0
    if not raw[start:]:
        return None
    marker = _BULLET.match(raw, start)
    if marker is None and span.start in numbers:
        marker = _NUMBER.match(raw, start)
    content = Span(span.start + (marker.end() if marker else start), span.start + len(raw))
    return _Line(content, start, len(raw), content.of(text), marker is not None)


def _list_numbers(text: str) -> frozenset[int]:
    """Starts of lines whose number counts on from the line before or to the one behind.

    A single "3. Mai" at the start of a line is a date, not a list.
    """
    found = []
    for span in lines(text):
        raw = span.of(text)
        if match := _NUMBER.match(raw.lstrip()):
            found.append((span.start, int(match.group(1))))
    return frozenset(
        start
        for (first, number), (second, successor) in pairwise(found)
        if successor == number + 1
        for start in (first, second)
    )


def _is_wrapped(pairs: Sequence[tuple[_Line, _Line]], width: int) -> bool:
    """Whether the text as a whole was broken at a common width."""
    candidates = [pair for pair in pairs if not _separate(*pair)]
    if not candidates or not _NARROWEST <= width <= _WIDEST:
        return False
    full = sum(_is_full(*pair, width) for pair in candidates)
    going_on = sum(_goes_on(*pair) for pair in candidates)
    return full * 4 >= len(candidates) * 3 and going_on * 4 >= len(candidates)


def _own_width(group: Sequence[_Line]) -> int:
    """The width at which this group alone was broken, 0 where it does not look broken.

    A paragraph may be narrower than the rest of its text: every line of it is full then.
    """
    width = max(line.width for line in group)
    pairs = list(pairwise(group))
    if len(pairs) < _FEWEST or not _NARROWEST <= width <= _WIDEST:
        return 0
    if any(_separate(*pair) or not _is_full(*pair, width) for pair in pairs):
        return 0
    return width if any(_goes_on(*pair) for pair in pairs) else 0


def _joined(first: _Line, second: _Line, width: int, *, wrapped: bool) -> bool:
    """Whether the second line continues the first one's paragraph."""
    if _separate(first, second):
        return False
    if joint(first.text, second.text) != (0, " "):
        return True
    if wrapped and _is_full(first, second, width):
        return True
    long_enough = width >= _NARROWEST and first.width * 2 >= min(width, _WIDEST)
    return long_enough and _goes_on(first, second)


def _separate(first: _Line, second: _Line) -> bool:
    """Whether layout alone says that the second line begins something new."""
    if second.marked or _CREDIT.match(first.text) or _CREDIT.match(second.text):
        return True
    return second.indent > first.indent and not first.marked


def _is_full(first: _Line, second: _Line, width: int) -> bool:
    """Whether the second line's first word would not have fitted on the first line."""
    word = second.text.split(maxsplit=1)[0]
    return first.width + 1 + len(word) > width


def _goes_on(first: _Line, second: _Line) -> bool:
    """Whether the words themselves show that the sentence continues."""
    if second.text[0].islower():
        return first.text[-1] not in ".!?:"
    if first.text[-1] == ",":
        return True
    last = _LAST_WORD.search(first.text[-20:])
    return last is not None and last.group() in words("open_words.txt")


def _block(text: str, paragraph: Sequence[_Line]) -> Block | None:
    edits = []
    for first, second in pairwise(paragraph):
        cut, glue = joint(first.text, second.text)
        edits.append(Edit(Span(first.content.end - cut, second.content.start), glue))
    span = Span(paragraph[0].content.start, paragraph[-1].content.end)
    return build(text, span, edits, ())
