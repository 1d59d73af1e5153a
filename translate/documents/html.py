"""Blocks of HTML: a whole page, or a piece of it that stands in Markdown.

Text between two tags that break a line is a block. Attributes, comments, scripts and
preformatted text stay as they are, and so does what ``translate="no"`` marks. White space
becomes one space, as in a browser. A tag that never ends is text; reading takes linear time.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from translate.documents.base import Block, Kind
from translate.documents.blocks import RawMark, build
from translate.documents.lines import words
from translate.spans import Edit, Span

_SPACE = re.compile(r"[ \t\r\f]*\n[ \t\r\n\f]*|[ \t\f]{2,}")
_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)
      | <\?php\b.*?(?:\?>|\Z)
      | <[!?][^>]*+>
      | <(?P<end>/?)(?P<tag>[A-Za-z][^\s/<>"']*+)
        (?P<rest>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>
      | &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});""",
    re.VERBOSE | re.DOTALL,
)
_UNTRANSLATED = re.compile(r"\btranslate\s*=\s*[\"']?no\b", re.IGNORECASE)
_RAW = {
    tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style", "textarea", "iframe")
}
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}) | {
    "param",
    "source",
    "track",
    "wbr",
}
_KEPT = frozenset({"iframe", "math", "object", "pre", "script", "style", "svg", "template"}) | {
    "textarea"
}
_LITERAL = frozenset({"code", "kbd", "samp", "tt", "var"})


def html_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of the page ``text``, sorted."""
    return tuple(blocks_in(text, text, range(len(text) + 1)))


def blocks_in(text: str, content: str, places: Sequence[int]) -> Iterator[Block]:
    """The blocks of the HTML ``content``, whose code points (and end) stand at ``places``."""

    def place(span: Span) -> Span:
        return Span(places[span.start], places[span.end])

    for run in _runs(content):
        marks = [
            replace(mark, outer=place(mark.outer), inner=place(mark.inner)) for mark in run.marks
        ]
        edits = [Edit(place(edit.span), edit.replacement) for edit in run.edits]
        span = place(Span(run.start, run.end))
        if block := build(text, span, edits, marks, Kind.HTML):
            yield block


@dataclass(frozen=True, slots=True)
class _Event:
    """A piece of the page. kind: open, close, empty (an element without end), text or other."""

    span: Span
    kind: str
    name: str = ""
    kept: bool = False


def _events(content: str) -> Iterator[_Event]:
    position = 0
    while match := _TOKEN.search(content, position):
        if match.start() > position:
            yield _Event(Span(position, match.start()), "text")
        span, tag = Span(*match.span()), (match["tag"] or "").lower()
        position = span.end
        if tag:
            kind = "close" if match["end"] else "open"
            empty = kind == "open" and (tag in _VOID or match["rest"].endswith("/"))
            kept = bool(_UNTRANSLATED.search(match["rest"]))
            yield _Event(span, "empty" if empty else kind, tag, kept)
            if kind == "open" and not empty and tag in _RAW:
                end = _RAW[tag].search(content, position)
                position = end.start() if end else len(content)
                yield _Event(Span(span.end, position), "other")
        else:
            entity = content[span.start] == "&"
            yield _Event(span, "text" if entity else "other", "entity" if entity else "")
    if position < len(content):
        yield _Event(Span(position, len(content)), "text")


@dataclass(slots=True)
class _Run:
    """Text and inline markup without a tag that breaks the line."""

    start: int
    end: int = 0
    marks: list[RawMark] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    open: list[_Event] = field(default_factory=list)

    def add(self, content: str, event: _Event) -> None:
        """Take in what stands in the run."""
        match event.kind:
            case "text":
                self._text(content, event)
            case "open":
                self.open.append(event)
            case "close":
                self._close(event)
            case _:
                self.marks.append(_empty(event.span))

    def finish(self, end: int) -> "_Run":
        """The run, which ends here; elements that go on behind it are empty marks in it."""
        self.marks += [_empty(event.span) for event in self.open]
        self.open, self.end = [], end
        return self

    def _text(self, content: str, event: _Event) -> None:
        raw = event.span.of(content)
        if event.name:
            self.edits.append(Edit(event.span, unescape(raw)))
            return
        for match in _SPACE.finditer(raw):
            self.edits.append(Edit(Span(*match.span()).shift(event.span.start), " "))

    def _close(self, event: _Event) -> None:
        """Pair an end with its start; starts in between have no end here."""
        names = [opened.name for opened in self.open]
        if event.name not in names:
            self.marks.append(_empty(event.span))
            return
        index = len(names) - 1 - names[::-1].index(event.name)
        opened, *unclosed = self.open[index:]
        del self.open[index:]
        self.marks += [_empty(one.span) for one in unclosed]
        inner = Span(opened.span.end, event.span.start)
        outer = Span(opened.span.start, event.span.end)
        literal = opened.kept or opened.name in _LITERAL
        if literal and self._holds_more(inner):
            self.marks = [mark for mark in self.marks if not inner.contains(mark.outer)]
            self.edits = [edit for edit in self.edits if not inner.contains(edit.span)]
            self.marks.append(_empty(outer))
        else:
            self.marks.append(RawMark(outer, inner, literal))

    def _holds_more(self, inner: Span) -> bool:
        """Whether more than plain text stands there: it could not be written back as it was."""
        spans = [mark.outer for mark in self.marks] + [edit.span for edit in self.edits]
        return any(inner.contains(span) for span in spans)


def _runs(content: str) -> Iterator[_Run]:
    run = _Run(0)
    for event in _merged(_events(content), len(content)):
        if event.kind in {"text", "other"} or event.name in words("html_inline.txt"):
            run.add(content, event)
        elif event.name == "br" and run.open:
            run.marks.append(RawMark(event.span, Span(event.span.end, event.span.end), glue=" "))
        else:
            yield run.finish(event.span.start)
            run = _Run(event.span.end)
    yield run.finish(len(content))


def _merged(events: Iterable[_Event], end: int) -> Iterator[_Event]:
    """``events``, where an element that is kept whole is one: "other" in a line, else "kept"."""
    first: _Event | None = None
    depth = 0
    for event in events:
        if first is None:
            if not _is_kept(event):
                yield event
                continue
            first, depth = event, 0
        if event.name == first.name:
            depth += {"open": 1, "close": -1}.get(event.kind, 0)
        if not depth:
            yield _whole(first, event.span.end)
            first = None
    if first is not None:
        yield _whole(first, end)


def _is_kept(event: _Event) -> bool:
    inline = event.name in words("html_inline.txt")
    return event.kind == "open" and (event.name in _KEPT or (event.kept and not inline))


def _whole(event: _Event, end: int) -> _Event:
    kind = "other" if event.name in words("html_inline.txt") else "kept"
    return _Event(Span(event.span.start, end), kind)


def _empty(span: Span) -> RawMark:
    return RawMark(span, Span(span.end, span.end))
