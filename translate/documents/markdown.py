"""Blocks of Markdown: CommonMark with tables, footnotes and front matter.

markdown-it-py says which lines are a paragraph, heading or table row; the content is found
again in those lines; blocks of HTML are read as HTML. Code, link definitions and front
matter are no blocks. Once translated, a block stands on one line; hard line breaks separate blocks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from translate.documents.base import Block, Kind
from translate.documents.blocks import build
from translate.documents.html import blocks_in
from translate.documents.inline import Inline, parser, scan
from translate.documents.lines import joint, lines
from translate.spans import Edit, Span, apply_edits, tidy

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAK = re.compile("\r\n|[\n\r]")
_FENCE = re.compile(r"(?:---|\+\+\+)[ \t]*$")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,80}\]:[ \t]*")
_HTML_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of the Markdown ``text``, sorted."""
    rows = lines(text, _BREAK)
    skipped = _front_matter(text, rows)
    source = "\n" * skipped + "\n".join(row.of(text) for row in rows[skipped:])
    environment: dict[str, Any] = {}
    tokens = parser().parse(source, environment)
    references = environment.get("references", {})
    return tuple(
        block
        for content, places, kind in _contents(text, rows, tokens)
        for block in (
            blocks_in(text, content, places)
            if kind is Kind.HTML
            else _blocks(text, content, places, kind, references)
        )
    )


def reads_as(raw: str, kind: Kind, labels: Sequence[str]) -> str | None:
    """The plain text that ``raw`` stands for, or None where it is not one block of ``kind``.

    labels: link labels that the document defines.
    """
    frame = {Kind.PARAGRAPH: "{}", Kind.HEADING: "# {}", Kind.CELL: "|{}|\n|-|"}[kind]
    source = frame.replace("{}", raw) + "".join(f"\n\n[{label}]: /" for label in labels)
    environment: dict[str, Any] = {}
    tokens = parser().parse(source, environment)
    rows = lines(source, _BREAK)
    found = list(_contents(source, rows, tokens))
    if len(found) != 1 or found[0][2] is not kind:
        return None
    content = found[0][0]
    if kind is Kind.PARAGRAPH and content != raw:
        return None
    inline = scan(content, environment.get("references", {}))
    edits = [edit for mark in inline.marks for edit in mark.edits]
    edits += [*inline.edits, *(Edit(gap, " ") for gap in inline.soft)]
    return apply_edits(content, tidy(edits))


def _front_matter(text: str, rows: Sequence[Span]) -> int:
    """How many lines at the top are YAML or TOML data."""
    opening = rows[0].of(text).rstrip()
    if not _FENCE.match(opening):
        return 0
    for number, row in enumerate(rows[1:], 2):
        if row.of(text).rstrip() in {opening, "..."}:
            return number
    return 0


def _contents(
    text: str, rows: Sequence[Span], tokens: Sequence["Token"]
) -> Iterator[tuple[str, list[int], Kind]]:
    """Inline content, where each of its code points (and its end) stands in ``text``, kind."""
    cells: list[tuple[str, list[int]]] = []
    for before, token in pairwise((*tokens[:1], *tokens)):
        if before.type == "tr_open" and before.map:
            cells = list(_cells(text, rows[before.map[0]]))
        if token.type == "html_block" and token.map:
            yield *_joined(text, rows[slice(*token.map)], token.content), Kind.HTML
        if token.type != "inline" or not token.map or not token.content:
            continue
        if before.type in {"th_open", "td_open"}:
            while cells:
                content, places = cells.pop(0)
                if content == token.content:
                    yield content, places, Kind.CELL
                    break
        else:
            kind = Kind.HEADING if before.type == "heading_open" else Kind.PARAGRAPH
            yield *_joined(text, rows[token.map[0] : token.map[1]], token.content), kind


def _joined(text: str, rows: Sequence[Span], content: str) -> tuple[str, list[int]]:
    """The content's lines without indent, and the place of each of its code points."""
    kept: list[str] = []
    places: list[int] = []
    end = 0
    for row, line in zip(rows, content.split("\n"), strict=False):
        bare = line.strip(" \t") if row is rows[-1] else line.lstrip(" \t")
        start = row.start + max(row.of(text).rfind(bare), 0)
        if kept:
            places.append(end)
        places += range(start, start + len(bare))
        end = start + len(bare)
        kept.append(bare)
    return "\n".join(kept), [*places, end]


def _cells(text: str, row: Span) -> Iterator[tuple[str, list[int]]]:
    """The cells of a table row as markdown-it splits it: at each pipe without a backslash."""
    content = ""
    places: list[int] = []
    for offset in range(row.start, row.end + 1):
        char = text[offset] if offset < row.end else "|"
        if char == "|" and not (content[-1:] == "\\" and offset < row.end):
            bare = content.strip()
            lead = len(content) - len(content.lstrip())
            end = offset
            if bare:
                last = places[lead + len(bare) - 1]
                end = last + (2 if text[last : last + 2] == "\\|" else 1)
            yield bare, [*places[lead : lead + len(bare)], end]
            content, places = "", []
        elif char == "|":
            content = content[:-1] + char
        else:
            content += char
            places.append(offset)


def _blocks(
    text: str, content: str, places: Sequence[int], kind: Kind, references: Mapping[str, Any]
) -> Iterator[Block]:
    inline = scan(content, references)

    def place(span: Span) -> Span:
        return Span(places[span.start], places[span.end])

    marks = [
        replace(mark, outer=place(mark.outer), inner=place(mark.inner)) for mark in inline.marks
    ]
    edits = [Edit(place(edit.span), edit.replacement) for edit in inline.edits]
    for soft in inline.soft:
        left, right = (
            content[max(0, soft.start - 2) : soft.start],
            content[soft.end : soft.end + 40],
        )
        cut, glue = joint(left, right)
        edits.append(Edit(place(Span(soft.start - cut, soft.end)), glue))
    if kind is Kind.CELL:
        edits += [
            Edit(Span(start, start + 2), "|")
            for start in places[:-1]
            if text[start : start + 2] == "\\|"
        ]
    for piece in _pieces(content, inline):
        inside = place(piece)
        held = [mark for mark in marks if inside.contains(mark.outer)]
        if block := build(text, inside, edits, held, kind):
            yield block


def _pieces(content: str, inline: Inline) -> Iterator[Span]:
    """The content between hard line breaks, task boxes, footnote labels."""
    start = 0
    breaks = [*inline.breaks]
    breaks += [m.outer for m in inline.marks if _HTML_BREAK.fullmatch(m.outer.of(content))]
    for gap in sorted(breaks):
        if not any(len(m.inner) and m.inner.contains(gap) for m in inline.marks):
            yield Span(min(_skip(content, start), gap.start), gap.start)
            start = gap.end
    yield Span(_skip(content, start), len(content))


def _skip(content: str, start: int) -> int:
    for label in (_TASK, _FOOTNOTE):
        if match := label.match(content, start):
            start = match.end()
    return start
