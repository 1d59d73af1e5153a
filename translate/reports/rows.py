"""A document cut into rows, so that each sentence stands beside its translation.

The rows' extents cover both texts without a hole: whatever stands between two sentences
(markup, blank lines, code) belongs to a row too, and so does every finding.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from translate.findings import Side
from translate.results import DocumentResult, SegmentResult
from translate.spans import Span

_BLOCK_TAG = re.compile(
    r"</?(?:p|h\d|li|[ou]l|div|t[rdh]|table|blockquote|section|br|hr)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence with the markup around it, or (segment None) what stands between two.

    source, target: the extents in the two texts. number: counts the sentences from 1.
    opens: whether a new paragraph begins here.
    """

    source: Span
    target: Span
    segment: SegmentResult | None = None
    number: int = 0
    opens: bool = False

    def extent(self, side: Side) -> Span:
        """The row's part of the text that findings of ``side`` count in."""
        return self.source if side is Side.SOURCE else self.target

    def sentence(self, side: Side) -> Span | None:
        """The sentence inside that part."""
        if self.segment is None:
            return None
        span = self.segment.source_span if side is Side.SOURCE else self.segment.target_span
        extent = self.extent(side)
        start = min(max(span.start, extent.start), extent.end)
        return Span(start, min(max(span.end, start), extent.end))


def rows_of(result: DocumentResult) -> list[Row]:
    """The rows of ``result`` in the order of its segments, at least one."""
    source = _gaps(result.source, [s.source_span for s in result.segments])
    target = _gaps(result.target, [s.target_span for s in result.segments])
    rows: list[Row] = []
    for index, (here, there) in enumerate(zip(source, target, strict=True)):
        if (here.between.of(result.source) + there.between.of(result.target)).strip():
            rows.append(Row(here.between, there.between, opens=True))
        if index < len(result.segments):
            gap = there.text if result.target else here.text
            rows.append(
                Row(
                    Span(here.between.end, source[index + 1].between.start),
                    Span(there.between.end, target[index + 1].between.start),
                    result.segments[index],
                    index + 1,
                    opens=not rows or "\n" in gap or bool(_BLOCK_TAG.search(gap)),
                )
            )
    return rows if result.segments else _lines(result)


def _lines(result: DocumentResult) -> list[Row]:
    """A row for each line of a source that was only checked, not cut into sentences."""
    ends = [match.end() for match in re.finditer(r"\n\s*", result.source)]
    starts = [0, *(end for end in ends if end < len(result.source))]
    rows = [Row(Span(*pair), Span(0, 0), opens=True) for pair in pairwise(starts)]
    last = Span(starts[-1], len(result.source))
    return [*rows, Row(last, Span(0, len(result.target)), opens=True)]


@dataclass(frozen=True, slots=True)
class _Gap:
    """The text before, between or after sentences, and its part that belongs to none."""

    text: str
    between: Span


def _gaps(text: str, spans: Sequence[Span]) -> list[_Gap]:
    """The gaps around ``spans``: one more than there are spans.

    What follows a sentence on its line stays with it, what precedes one on its line (``## ``,
    ``- ``) goes with that; the lines between belong to neither. Blank ones need no row.
    """
    gaps = []
    start = 0
    for index in range(len(spans) + 1):
        last = index == len(spans)
        end = len(text) if last else max(start, min(spans[index].start, len(text)))
        part = text[start:end]
        line, blank = part.find("\n") + 1, re.search(r"\s+", part)
        head = 0 if not index else line or (blank.end() if blank else 0)
        tail = len(part) if last else part.rfind("\n") + 1 or head
        if last and index and not line:
            head = tail
        if not part[head:tail].strip():
            head = tail = 0 if not index else tail
        gaps.append(_Gap(part, Span(start + head, start + tail)))
        start = end if last else max(end, min(spans[index].end, len(text)))
    return gaps
