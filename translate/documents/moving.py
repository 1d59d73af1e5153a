"""Places that follow their text through edits."""

from collections.abc import Sequence

from translate.spans import Edit, OffsetMap, Span


def follow(span: Span, edits: Sequence[Edit]) -> Span:
    """Where ``span`` of a text stands once ``edits`` (sorted, without overlap) are made.

    What is inserted right before or behind stays outside; a border inside a replaced part
    moves to that part's border.
    """
    start, end = span.start, span.end
    drift = 0
    for edit in edits:
        gain = len(edit.replacement) - len(edit.span)
        if edit.span.end <= span.start:
            start = span.start + drift + gain
        elif edit.span.start < span.start:
            start = edit.span.start + drift
        if edit.span.start < span.end:
            inside = edit.span.end <= span.end
            end = (span.end if inside else edit.span.end) + drift + gain
        elif edit.span.start > span.end:
            break
        drift += gain
    return Span(start, max(start, end))


def inverse(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Edits that undo ``edits`` as far as lengths go; for ``follow`` the other way."""
    return tuple(
        Edit(new, " " * len(edit.span))
        for new, edit in zip(OffsetMap(edits).new_spans, edits, strict=True)
    )
