"""The raw form of a translated block: markup put back, special characters escaped.

Markdown escapes only what needs it, reads the result again, and escapes everything special
if that does not give the same text.
"""

import re
from collections.abc import Mapping, Sequence
from html import escape

from translate.documents.base import Block, Document, Kind, Mark, Rendered, nested
from translate.documents.markdown import reads_as
from translate.spans import Edit, Span, apply_edits

_BREAKS = "\n\r\f\v\x1c-\x1e\x85\u2028\u2029"
_NEWLINES = re.compile(rf"(?:(?<![ \t])[ \t]+)?[{_BREAKS}][ \t{_BREAKS}]*")
_ALL = re.compile(r"[\\`*_\[\]<>&~!|#]")
_LIKELY = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~]|$)
      | `
      | (?<!\s)\*|\*(?!\s)
      | (?<![^\W_])_|_(?![^\W_])
      | ~(?=~)|(?<=~)~
      | <(?=[A-Za-z/!?])
      | &(?=\#?\w{1,31};)
      | \[(?=\^|[^\]]{0,99}\][\[(:])
    """,
    re.VERBOSE,
)
_START = re.compile(r"[-+*](?=\s|$)|\#{1,6}(?=\s|$)|>|=+\s*$|-+\s*$|\[|~~~")
_NUMBER = re.compile(r"\d{1,9}([.)])(?=\s|$)")
_ENTITIES = re.compile(r"[&<>]")
_LABEL = re.compile(r"\]\[(.+)\]", re.DOTALL)


def render(document: Document, block: Block, text: str, marks: Sequence[Mark]) -> Rendered:
    """``text`` as it is written in place of ``block``.

    text: the translation, plain. marks: in its coordinates, as ``place_marks`` gives them.
    Line breaks in ``text`` become spaces; ``Rendered.locate`` finds places of ``text``.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    spaces = [Edit(Span(0, start), "")] if start else []
    spaces += [Edit(Span(*m.span()), " ") for m in _NEWLINES.finditer(text, start, end)]
    spaces += [Edit(Span(end, len(text)), "")] if start < end < len(text) else []
    if document.format == "plain":
        return _written(text, spaces, ())
    if block.kind is Kind.HTML:
        entities = [Edit(Span(*m.span()), escape(m.group())) for m in _ENTITIES.finditer(text)]
        return _written(text, _without_overlap(spaces, entities), marks)
    expected = apply_edits(text, spaces)
    labels = [m.group(1) for mark in marks if (m := _LABEL.fullmatch(mark.after))]
    for special in (_LIKELY, _ALL):
        escapes = _escapes(text, marks, special, block.kind)
        rendered = _written(text, _without_overlap(spaces, escapes), marks)
        if reads_as(rendered.raw, block.kind, labels) == expected:
            break
    return rendered


def _escapes(text: str, marks: Sequence[Mark], special: re.Pattern[str], kind: Kind) -> list[Edit]:
    """Backslashes before what would be markup, but never inside a literal."""
    literals = [mark.span for mark in marks if mark.literal]
    offsets = {
        match.start()
        for match in special.finditer(text)
        if not any(span.start <= match.start() < span.end for span in literals)
    }
    start = len(text) - len(text.lstrip())
    if kind is Kind.PARAGRAPH and not any(mark.span.start <= start for mark in marks):
        if match := _NUMBER.match(text, start):
            offsets.add(match.start(1))
        elif match := _START.match(text, start):
            offsets.add(match.start())
    if kind is Kind.CELL:
        offsets |= {offset for offset, char in enumerate(text) if char == "|"}
    return [Edit(Span(offset, offset), "\\") for offset in sorted(offsets)]


def _without_overlap(spaces: Sequence[Edit], escapes: Sequence[Edit]) -> list[Edit]:
    return sorted([*spaces, *escapes], key=lambda edit: (edit.span.start, edit.span.end))


def _written(text: str, edits: Sequence[Edit], marks: Sequence[Mark]) -> Rendered:
    """``text`` with ``edits`` made and the markup inserted, and the edits back."""
    markup = _markup(marks)
    changes = [Edit(Span(offset, offset), raw) for offset, raw in markup.items()]
    # At one place markup comes before an escape or a space.
    ordered = sorted([(edit.span, 0, edit) for edit in changes] + [(e.span, 1, e) for e in edits])
    parts: list[str] = []
    back: list[Edit] = []
    position = length = 0
    for span, _, edit in ordered:
        length += max(span.start - position, 0)
        parts += (text[position : span.start], edit.replacement)
        raw = Span(length, length + len(edit.replacement))
        back.append(Edit(raw, span.of(text)))
        length = raw.end
        position = max(position, span.end)
    return Rendered("".join((*parts, text[position:])), tuple(back))


def _markup(marks: Sequence[Mark]) -> Mapping[int, str]:
    """What to insert at each offset: closing markup, then empty, then opening markup."""
    ordered = nested(marks)
    closing: dict[int, str] = {}
    opening: dict[int, str] = {}
    for mark in reversed(ordered):
        if len(mark.span):
            closing[mark.span.end] = closing.get(mark.span.end, "") + mark.after
    for mark in ordered:
        if not len(mark.span):
            closing[mark.span.end] = closing.get(mark.span.end, "") + mark.before + mark.after
    for mark in ordered:
        if len(mark.span):
            opening[mark.span.start] = opening.get(mark.span.start, "") + mark.before
    return {
        offset: closing.get(offset, "") + opening.get(offset, "")
        for offset in sorted({*closing, *opening})
    }
