"""Spans of a text as HTML elements: nested where they nest, split where they cross."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from translate.spans import Span

_WRAP = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
# Control characters have no place in HTML: their pictures do. Lone surrogates are no UTF-8.
_UNPRINTABLE = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}


@dataclass(frozen=True, slots=True)
class Annotation:
    """An element around a span of the text; it may be empty, to mark a point.

    opening, closing: its tags. after: HTML behind its end, once however it is split.
    rank: of two with the same span, the lower one is the outer one.
    """

    span: Span
    opening: str
    closing: str
    after: str = ""
    rank: int = 0


def escape(text: str) -> str:
    """``text`` as HTML, safe in elements and in quoted attributes."""
    return html.escape(text.translate(_UNPRINTABLE))


def attributes(**values: str) -> str:
    """HTML attributes, each with a space before it; underscores become hyphens."""
    pairs = ((name.strip("_").replace("_", "-"), value) for name, value in values.items())
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs)


def marked(text: str, area: Span, annotations: Iterable[Annotation], *, wrap: bool = True) -> str:
    """The HTML of ``text`` inside ``area``, with the annotations that touch it.

    Where an annotation crosses another's end it is closed there and opened again. wrap: join
    lines that were only broken softly.
    """
    clipped = (part for annotation in annotations if (part := _clip(annotation, area)))
    return "".join(_pieces(text, area, sorted(clipped, key=_outermost_first), wrap=wrap))


def _clip(annotation: Annotation, area: Span) -> Annotation | None:
    """The part of ``annotation`` inside ``area``; ``after`` goes with the part that begins it."""
    span = annotation.span
    start, end = max(span.start, area.start), min(span.end, area.end)
    if start > end or (start == end and len(span)):
        return None
    return replace(
        annotation, span=Span(start, end), after=annotation.after if start == span.start else ""
    )


def _outermost_first(annotation: Annotation) -> tuple[int, int, int]:
    return annotation.span.start, -annotation.span.end, annotation.rank


def _pieces(
    text: str, area: Span, annotations: Iterable[Annotation], *, wrap: bool
) -> Iterator[str]:
    position = area.start
    stack: list[Annotation] = []

    def advance(to: int) -> Iterator[str]:
        """The text up to ``to``; what ends on the way is closed there."""
        nonlocal position
        while stack and (end := min(annotation.span.end for annotation in stack)) <= to:
            yield plain(end)
            crossed = []
            while any(annotation.span.end == end for annotation in stack):
                top = stack.pop()
                yield top.closing
                if top.span.end == end:
                    yield top.after
                else:
                    crossed.append(top)
            while crossed:
                stack.append(crossed.pop())
                yield stack[-1].opening
        yield plain(to)

    def plain(to: int) -> str:
        nonlocal position
        part, position = text[position:to], to
        return escape(_WRAP.sub(" ", part) if wrap else part)

    for annotation in annotations:
        yield from advance(annotation.span.start)
        yield annotation.opening
        if len(annotation.span):
            stack.append(annotation)
        else:
            yield annotation.closing + annotation.after
    yield from advance(area.end)
