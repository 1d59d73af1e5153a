"""Where inline markup stands in the content of one Markdown block.

markdown-it-py parses inline text but keeps no positions: every rule is wrapped here so that
the tokens it makes remember where it started and stopped. What is markup is therefore
exactly what CommonMark says.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from translate.documents.blocks import RawMark
from translate.spans import Edit, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Rule = Callable[["StateInline", bool], bool]

_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,80}\]")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_LITERAL_TAGS = frozenset({"code", "kbd", "samp", "var", "tt", "script", "style"})
_PAIRS = {"em_open", "strong_open", "s_open"}


@dataclass(frozen=True, slots=True)
class Inline:
    """Markup of one block, in code points of its content.

    edits: escapes, entities and soft line breaks. breaks: hard line breaks.
    """

    marks: tuple[RawMark, ...]
    edits: tuple[Edit, ...]
    soft: tuple[Span, ...]
    breaks: tuple[Span, ...]


@cache
def parser() -> "MarkdownIt":
    """CommonMark with tables and strikethrough; blocks only, inline text left unparsed."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    markdown.core.ruler.disable(["inline", "text_join"])
    markdown.inline.ruler2.disable("fragments_join")
    ruler = markdown.inline.ruler
    for name, rule in zip(ruler.get_active_rules(), ruler.getRules(""), strict=True):
        ruler.at(name, _recording(rule))
    return markdown


def scan(content: str, references: Mapping[str, Any]) -> Inline:
    """The markup of ``content``; ``references`` are the document's link definitions."""
    tokens: list[Token] = []
    parser().inline.parse(content, parser(), {"references": dict(references)}, tokens)
    edits: list[Edit] = []
    soft: list[Span] = []
    breaks: list[Span] = []
    for token, span in _flat(tokens, 0):
        if token.type == "text_special" and token.content != token.markup:
            edits.append(Edit(span, token.content))
        elif token.type in {"softbreak", "hardbreak"}:
            start = span.start
            while start and content[start - 1] == " ":
                start -= 1
            (soft if token.type == "softbreak" else breaks).append(Span(start, span.end))
    escaped = [edit.span for edit in edits]
    found = _with_footnotes(content, list(_marks(content, tokens)), escaped)
    places = [*breaks, *(edit.span for edit in edits), *(mark.outer for mark in found)]
    marks: list[RawMark] = []
    for mark in sorted(found, key=lambda mark: mark.tag):
        if mark.tag and any(_crosses(mark, other) for other in marks):
            marks.append(_empty(Span(mark.outer.start, mark.inner.start)))
            marks.append(_empty(Span(mark.inner.end, mark.outer.end)))
        elif mark.tag and any(mark.inner.contains(place) for place in places):
            marks.append(RawMark(mark.outer, mark.inner))
        else:
            marks.append(mark)
    for gap in breaks:
        if any(mark.inner.contains(gap) for mark in marks):
            marks.append(RawMark(gap, Span(gap.end, gap.end), glue=" "))
    return Inline(tuple(marks), tuple(edits), tuple(soft), tuple(breaks))


def _recording(rule: Rule) -> Rule:
    def recorded(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001
        start, known = state.pos, len(state.tokens)
        pending = bool(state.pending)
        if not rule(state, silent):
            return False
        made = state.tokens[known:]
        if made and pending and made[0].type == "text":
            made = made[1:]  # what came before the rule, flushed by it
        if made and not silent:
            _remember(state, start, made)
        return True

    return recorded


def _remember(state: "StateInline", start: int, tokens: list["Token"]) -> None:
    """Note in each new token which part of the source it was made from."""
    span = Span(start, state.pos)
    first = tokens[0]
    if first.type == "link_open":
        first.meta["span"] = span
        if first.info != "auto":
            first.meta["label_end"] = state.md.helpers.parseLinkLabel(state, start, True)  # noqa: FBT003
    elif first.type == "text" and first.content[:1] in {"*", "_", "~"}:
        for token in tokens:
            token.meta["span"] = Span(start, start + len(token.content))
            start += len(token.content)
    elif len(tokens) == 1:
        first.meta["span"] = span


def _flat(tokens: Iterable["Token"], shift: int) -> Iterator[tuple["Token", Span]]:
    """Tokens with their places, those inside an image's text included."""
    for token in tokens:
        span: Span | None = token.meta.get("span")
        if span is None:
            continue
        place = span.shift(shift)
        yield token, place
        if token.type == "image":
            yield from _flat(token.children or (), place.start + 2)


def _with_footnotes(content: str, marks: list[RawMark], escaped: Sequence[Span]) -> list[RawMark]:
    """``marks`` and an empty one for each footnote number, which is no link by itself."""
    for match in _FOOTNOTE.finditer(content):
        span = Span(*match.span())
        if any(span.overlaps(escape) for escape in escaped):
            continue
        marks = [mark for mark in marks if mark.outer != span]
        if not any(_blocks(mark, span) for mark in marks):
            marks.append(_empty(span))
    return marks


def _blocks(mark: RawMark, span: Span) -> bool:
    inside = mark.inner.contains(span) and not mark.literal
    return span.overlaps(mark.outer) and not inside


def _crosses(mark: RawMark, other: RawMark) -> bool:
    apart = mark.outer.end <= other.outer.start or other.outer.end <= mark.outer.start
    nested = mark.inner.contains(other.outer) or other.inner.contains(mark.outer)
    return not apart and not nested


def _empty(span: Span) -> RawMark:
    return RawMark(span, Span(span.end, span.end))


def _marks(content: str, tokens: Iterable["Token"]) -> Iterator[RawMark]:
    places = list(_flat(tokens, 0))
    stack: list[tuple[Token, Span]] = []
    tags: list[tuple[str, Span]] = []
    for token, span in places:
        if token.type in _PAIRS:
            stack.append((token, Span(span.end - len(token.markup), span.end)))
        elif token.type in {"em_close", "strong_close", "s_close"} and stack:
            _, opened = stack.pop()
            close = Span(span.start, span.start + len(token.markup))
            yield RawMark(Span(opened.start, close.end), Span(opened.end, close.start))
        elif token.type == "code_inline":
            width = len(token.markup)
            yield _code(content, Span(span.start + width, span.end - width), span)
        elif token.type == "link_open":
            yield _link(content, token, span, span.start + 1)
        elif token.type == "image":
            label = Span(span.start + 2, span.start + 2 + len(token.content))
            yield RawMark(span, label, after=_reference(content, label, span))
        elif token.type == "html_inline":
            yield from _tag(content, span, tags)
    for _, span in tags:
        yield _empty(span)


def _code(content: str, inner: Span, outer: Span) -> RawMark:
    """A code span; one space on each side belongs to the markup."""
    text = inner.of(content)
    if text[:1] in " \n" and text[-1:] in " \n" and text.strip():
        inner = Span(inner.start + 1, inner.end - 1)
    return RawMark(outer, inner, literal=True)


def _link(content: str, token: "Token", span: Span, start: int) -> RawMark:
    if token.info == "auto":
        return RawMark(span, Span(start, span.end - 1), literal=True)
    shift = span.start - token.meta["span"].start
    label = Span(start, token.meta["label_end"] + shift)
    return RawMark(span, label, after=_reference(content, label, span))


def _reference(content: str, label: Span, outer: Span) -> str | None:
    """How a link by its own text must be written once that text is translated."""
    if content[label.end : outer.end] in {"]", "][]"}:
        return f"][{label.of(content)}]"
    return None


def _tag(content: str, span: Span, tags: list[tuple[str, Span]]) -> Iterator[RawMark]:
    """Pair a closing tag with its opening one; leave others for later."""
    match = _TAG.match(span.of(content))
    if match is None:
        yield _empty(span)
        return
    name = match.group(2).lower()
    if name == "br":
        yield RawMark(span, Span(span.end, span.end), glue=" ")
        return
    if not match.group(1):
        tags.append((name, span))
        return
    for index in range(len(tags) - 1, -1, -1):
        if tags[index][0] == name:
            opened = tags.pop(index)[1]
            literal = name in _LITERAL_TAGS
            inner = Span(opened.end, span.start)
            yield RawMark(Span(opened.start, span.end), inner, literal, tag=True)
            return
    yield _empty(span)
