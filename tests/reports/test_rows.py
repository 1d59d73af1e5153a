"""Rows cover both texts without a hole, and put sentences beside their translations."""

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.sample import article
from translate.findings import Side
from translate.reports.rows import rows_of
from translate.results import DocumentResult, SegmentResult
from translate.spans import Span

gaps = st.lists(st.text("\n #-x\r", max_size=6), min_size=4, max_size=4)


def build(source_gaps: list[str], target_gaps: list[str]) -> DocumentResult:
    """Three sentences with the given text around them."""
    texts, placed = [], []
    for around in (source_gaps, target_gaps):
        text, spans = around[0], []
        for gap in around[1:]:
            spans.append(Span(len(text), len(text) + 2))
            text += f"S.{gap}"
        texts.append(text)
        placed.append(spans)
    segments = tuple(
        SegmentResult(here, "S.", there, "S.", -0.1) for here, there in zip(*placed, strict=True)
    )
    return DocumentResult("a", texts[0], texts[1], segments, (), (), "")


@given(gaps, gaps)
def test_rows_cover_both_texts_in_order(source_gaps: list[str], target_gaps: list[str]) -> None:
    """Joined, the extents are the texts; each sentence lies in its row."""
    result = build(source_gaps, target_gaps)
    rows = rows_of(result)
    for side in Side:
        assert "".join(row.extent(side).of(result.text(side)) for row in rows) == result.text(side)
    sentences = [row for row in rows if row.segment]
    assert [row.segment for row in sentences] == list(result.segments)
    assert [row.number for row in sentences] == [1, 2, 3]
    for row in sentences:
        assert row.segment
        assert row.sentence(Side.SOURCE) == row.segment.source_span
        assert row.sentence(Side.TARGET) == row.segment.target_span


def test_blank_lines_need_no_row_and_code_has_one() -> None:
    """The sample's five sentences, and its code block at the end."""
    rows = rows_of(article())
    assert [row.number for row in rows] == [1, 2, 3, 4, 5, 0]
    assert "echo" in rows[-1].source.of(article().source)


def test_segments_in_another_order_are_survived() -> None:
    """A translation may move sentences; the rows follow the source and lose no text."""
    result = build(["", " ", "\n", ""], ["", " ", "\n", ""])
    first, second, third = result.segments
    moved = (
        SegmentResult(first.source_span, "S.", third.target_span, "S.", -0.1),
        second,
        SegmentResult(third.source_span, "S.", first.target_span, "S.", -0.1),
    )
    shuffled = DocumentResult("a", result.source, result.target, moved, (), (), "")
    rows = rows_of(shuffled)
    for side in Side:
        assert "".join(r.extent(side).of(result.text(side)) for r in rows) == result.text(side)
