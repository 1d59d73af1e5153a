"""Where something stands in a text, and how a text was changed.

Offsets are code points of a ``str``. An edit list maps an old text to a new one; it is
kept sorted and free of overlaps, so that it can be replayed and traced back.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """The half-open range ``[start, end)`` of a text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """The span moved ``by`` code points to the right."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point, or an empty one lies inside the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, order=True, slots=True)
class Edit:
    """``span`` of the old text becomes ``replacement``; ``reason`` is a check's code."""

    span: Span
    replacement: str
    reason: str = ""

    def shift(self, by: int) -> "Edit":
        """The edit moved ``by`` code points to the right."""
        return Edit(self.span.shift(by), self.replacement, self.reason)


def tidy(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """``edits`` sorted; of two that overlap, the earlier and then the longer one stays."""
    given = tuple(edits)
    if len(given) <= 1:
        return given
    kept: list[Edit] = []
    for edit in sorted(given, key=lambda e: (e.span.start, -e.span.end)):
        if not kept or not kept[-1].span.overlaps(edit.span):
            kept.append(edit)
    return tuple(kept)


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """``text`` with ``edits`` carried out.

    Raises ValueError if they are unsorted, overlap or reach past the text.
    """
    for first, second in pairwise(edits):
        if first.span.end > second.span.start:
            raise ValueError(f"edits overlap or are unsorted: {first} and {second}")
    parts: list[str] = []
    position = 0
    for edit in edits:
        if edit.span.end > len(text):
            raise ValueError(f"{edit} reaches past a text of {len(text)} code points")
        parts += (text[position : edit.span.start], edit.replacement)
        position = edit.span.end
    return "".join((*parts, text[position:]))


def compose(text: str, first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """One edit list that does what ``first`` on ``text`` and then ``second`` do.

    ``second`` is in coordinates of the text that ``first`` yields. Where the two touch the
    same place they become one edit, whose reason lists both.
    """
    middle = apply_edits(text, first)
    origins = OffsetMap(first)
    marks = [(span, edit, False) for span, edit in zip(origins.new_spans, first, strict=True)]
    marks += [(edit.span, edit, True) for edit in second]
    marks.sort(key=lambda mark: (mark[0], mark[2]))
    clusters: list[tuple[Span, list[tuple[Span, Edit, bool]]]] = []
    for mark in marks:
        if clusters and clusters[-1][0].overlaps(mark[0]):
            area, members = clusters[-1]
            members.append(mark)
            clusters[-1] = (Span(area.start, max(area.end, mark[0].end)), members)
        else:
            clusters.append((mark[0], [mark]))
    composed = []
    for area, members in clusters:
        later = [edit.shift(-area.start) for _, edit, is_later in members if is_later]
        reasons = dict.fromkeys(r for _, edit, _ in members for r in edit.reason.split("+") if r)
        sources = [origins.to_original(area)]
        sources += [edit.span for _, edit, is_later in members if not is_later]
        span = Span(min(s.start for s in sources), max(s.end for s in sources))
        composed.append(Edit(span, apply_edits(area.of(middle), later), "+".join(reasons)))
    return tuple(e for e in composed if e.span.of(text) != e.replacement)


class OffsetMap:
    """Traces spans of an edited text back to the text before the edits.

    A position inside a replacement maps to the whole span that was replaced: what is
    reported is always something that a reader can find in the original.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = tuple(edits)
        self.new_spans: list[Span] = []
        drift = 0
        for edit in self.edits:
            start = edit.span.start + drift
            self.new_spans.append(Span(start, start + len(edit.replacement)))
            drift += len(edit.replacement) - len(edit.span)
        self._starts = [span.start for span in self.new_spans]

    def to_original(self, span: Span) -> Span:
        """The smallest span of the original that ``span`` of the edited text came from.

        Deleted text beside ``span`` is left out, unless ``span`` is empty and stands for it.
        """
        if not len(span):
            index = bisect_right(self._starts, span.start) - 1
            if index >= 0 and span.start <= self.new_spans[index].end:
                return self.edits[index].span
            position = self._moved(span.start, index)
            return Span(position, position)
        first = bisect_right(self._starts, span.start) - 1
        if first >= 0 and span.start < self.new_spans[first].end:
            start = self.edits[first].span.start
        else:
            start = self._moved(span.start, first)
        last = bisect_left(self._starts, span.end) - 1
        if last >= 0 and span.end <= self.new_spans[last].end:
            return Span(start, self.edits[last].span.end)
        return Span(start, self._moved(span.end, last))

    def _moved(self, offset: int, index: int) -> int:
        """``offset``, which lies behind the edit ``index`` (-1: before all), in the original."""
        if index < 0:
            return offset
        return self.edits[index].span.end + offset - self.new_spans[index].end
