"""Turns a fixer into a check: what repair would change is flagged, widened to whole words."""

from collections.abc import Callable, Iterator

from translate.checks.base import Hit
from translate.spans import Edit, Span, apply_edits, tidy


def hits(text: str, fixer: Callable[[str], Iterator[Edit]], message: str) -> Iterator[Hit]:
    """One hit for each place that ``fixer`` would change.

    message: has the fields ``wrong`` and ``right``, what stands there and what should.
    """
    area: Span | None = None
    edits: list[Edit] = []
    for edit in tidy(fixer(text)):
        wide = _widen(text, edit)
        if area and wide.start < area.end:
            area = Span(area.start, max(area.end, wide.end))
            edits.append(edit)
            continue
        if area:
            yield _hit(text, area, edits, message)
        area, edits = wide, [edit]
    if area:
        yield _hit(text, area, edits, message)


def _hit(text: str, area: Span, edits: list[Edit], message: str) -> Hit:
    right = apply_edits(area.of(text), [edit.shift(-area.start) for edit in edits])
    return Hit(area, message.format(wrong=area.of(text), right=right), right)


def _widen(text: str, edit: Edit) -> Span:
    """The edit's span and the rest of the words that it touches.

    A deleted repetition is shown together with what it repeats, as a reader would mark it.
    """
    start, end = edit.span.start, edit.span.end
    deleted = edit.span.of(text)
    if not edit.replacement and deleted.isspace() and text[end : end + 1] in _MARKS:
        return Span(start, end + 1)
    if len(deleted) == 1 and len(edit.replacement) == 1 and deleted in _OUTER:
        return edit.span
    repeated = deleted.lstrip(" ,-\u00a0\r\n") or deleted
    if not edit.replacement and text[:start].endswith(repeated):
        return Span(start - len(repeated), end)
    while start and not text[start - 1].isspace() and edit.span.start - start < _FARTHEST:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - edit.span.end < _FARTHEST:
        end += 1
    return _without_marks(text, Span(start, end), edit.span)


_FARTHEST = 60  # characters
_MARKS = frozenset('.,;:!?"“”')
_OUTER = "„“”\"'»«‚‘’()[]{}.,;:!?…*_`"


def _without_marks(text: str, wide: Span, core: Span) -> Span:
    """``wide`` without punctuation at its ends, as far as ``core`` stays inside."""
    start, end = wide.start, wide.end
    while start < core.start and text[start] in _OUTER:
        start += 1
    while end > core.end and text[end - 1] in _OUTER:
        end -= 1
    return Span(start, end)
