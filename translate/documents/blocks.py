"""A block from raw positions: trimmed, freed of markup that surrounds all of it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from translate.documents.base import Block, Kind, Mark, nested
from translate.documents.literals import with_addresses
from translate.spans import Edit, Span, apply_edits, tidy


@dataclass(frozen=True, slots=True)
class RawMark:
    """Inline markup as it stands in the document: ``outer`` with, ``inner`` without it.

    after: what to write behind it instead of the raw markup, where that must differ.
    tag: an HTML element, which may cross other markup. glue: what stands in the plain text
    instead of empty markup, a space for a line break.
    """

    outer: Span
    inner: Span
    literal: bool = False
    after: str | None = None
    tag: bool = False
    glue: str = ""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What removes the markup."""
        sides = (
            Span(self.outer.start, self.inner.start),
            Span(self.inner.end, self.outer.end),
        )
        edits = [Edit(side, "") for side in sides if len(side)]
        return (Edit(edits[0].span, self.glue),) if self.glue else tuple(edits)


def build(
    text: str,
    span: Span,
    edits: Sequence[Edit],
    marks: Sequence[RawMark],
    kind: Kind = Kind.PARAGRAPH,
) -> Block | None:
    """The block of ``span``, or None where nothing in it can be translated.

    All positions are in the document's ``text``. edits: besides those that remove markup.
    """
    marks = _collapsed(text, span, marks)
    span = _trimmed(text, span, marks)
    marks = [mark for mark in marks if span.contains(mark.outer)]
    kept = [edit for edit in edits if span.contains(edit.span)]
    inside = tidy([*kept, *(edit for mark in marks for edit in mark.edits)])
    plain = apply_edits(span.of(text), [edit.shift(-span.start) for edit in inside])
    starts = [edit.span.start for edit in inside]
    drifts = [0]
    for edit in inside:
        drifts.append(drifts[-1] + len(edit.replacement) - len(edit.span))

    def position(raw: int) -> int:
        return raw - span.start + drifts[bisect_right(starts, raw - 1)]

    placed = nested(
        [
            Mark(
                Span(position(mark.inner.start), position(mark.inner.end)),
                text[mark.outer.start : mark.inner.start],
                text[mark.inner.end : mark.outer.end] if mark.after is None else mark.after,
                mark.literal,
            )
            for mark in marks
        ]
    )
    placed = nested(with_addresses(plain, placed))
    if not _has_words(plain, placed):
        return None
    return Block(span, inside, placed, plain, kind)


def _collapsed(text: str, span: Span, marks: Sequence[RawMark]) -> list[RawMark]:
    """``marks``, where markup round nothing but empty markup is one empty mark.

    Empty markup between two spaces takes one of them along, so that the text keeps one.
    """
    kept: list[RawMark] = []
    empty: set[int] = set()
    ends = {mark.inner.end for mark in marks if len(mark.inner)}
    for mark in sorted(marks, key=lambda mark: len(mark.outer)):
        content = mark.inner.of(text)
        first = mark.inner.start + len(content) - len(content.lstrip())
        if content.strip() and first not in empty:
            kept.append(mark)
            continue
        nested = [o for o in kept if mark.inner.contains(o.outer)] if content else []
        rest = apply_edits(
            content,
            sorted(
                Edit(other.outer.shift(-mark.inner.start), "")
                for other in nested
                if not len(other.inner)
            ),
        )
        if rest.strip():
            kept.append(mark)
            continue
        outer = mark.outer
        if nested:
            kept = [other for other in kept if not mark.inner.contains(other.outer)]
        wider = Span(outer.start, outer.end + 1)
        closed = outer.end in ends
        behind = text[outer.end : outer.end + 2]
        if text[outer.start - 1 : outer.start] == " " == behind[:1] and not closed:
            outer = outer if behind.isspace() or not span.contains(wider) else wider
        kept.append(RawMark(outer, Span(outer.end, outer.end), glue=mark.glue))
        empty.add(outer.start)
    return kept


def _trimmed(text: str, span: Span, marks: Sequence[RawMark]) -> Span:
    """``span`` without outer white space, empty marks at its ends, marks round all of it."""
    empty = [mark.outer for mark in marks if not len(mark.inner)]
    behind = {outer.start: outer.end for outer in empty}
    before = {outer.end: outer.start for outer in empty}
    inside = {mark.outer: mark.inner for mark in marks if len(mark.inner) and not mark.literal}
    start, end = span.start, span.end
    while start < end:
        if text[start].isspace():
            start += 1
        elif text[end - 1].isspace():
            end -= 1
        elif behind.get(start, end + 1) <= end:
            start = behind[start]
        elif before.get(end, start - 1) >= start:
            end = before[end]
        elif inner := inside.get(Span(start, end)):
            start, end = inner.start, inner.end
        else:
            break
    return Span(start, end)


def _has_words(plain: str, marks: Sequence[Mark]) -> bool:
    kept = apply_edits(
        plain, [Edit(mark.span, "") for mark in marks if mark.literal and len(mark.span)]
    )
    return any(char.isalpha() for char in kept)
