"""Edits replay, compose and trace back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.spans import Edit, OffsetMap, Span, apply_edits, compose, tidy


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    """A text and edits that fit it."""
    text = draw(st.text("abc d", max_size=30))
    return text, draw(edits_for(text))


@st.composite
def edits_for(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """Edits that fit ``text``."""
    edits = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 4)))
        edits.append(Edit(Span(start, end), draw(st.text("XYZ", max_size=3)), "S1"))
    return tidy(edits)


@given(edited(), st.data())
def test_two_rounds_of_edits_become_one(
    case: tuple[str, tuple[Edit, ...]], data: st.DataObject
) -> None:
    """Composed edits on the original give what the two rounds give."""
    text, first = case
    middle = apply_edits(text, first)
    second = data.draw(edits_for(middle))
    assert apply_edits(text, compose(text, first, second)) == apply_edits(middle, second)


@given(edited(), st.data())
def test_places_trace_back_to_places_of_the_original(
    case: tuple[str, tuple[Edit, ...]], data: st.DataObject
) -> None:
    """Every span of the edited text has a span in the original; untouched text keeps its own."""
    text, edits = case
    new = apply_edits(text, edits)
    start = data.draw(st.integers(0, len(new)))
    span = Span(start, data.draw(st.integers(start, len(new))))
    origins = OffsetMap(edits)
    original = origins.to_original(span)
    assert original.end <= len(text)
    if not any(span.overlaps(touched) for touched in origins.new_spans):
        assert original.of(text) == span.of(new)


def test_a_place_inside_a_replacement_is_the_whole_replaced_span() -> None:
    """What is reported can be found in the original."""
    origins = OffsetMap([Edit(Span(7, 26), "Witkoff-Putin")])
    assert origins.to_original(Span(15, 20)) == Span(7, 26)
    assert origins.to_original(Span(20, 23)) == Span(26, 29)


def test_deleted_text_beside_a_place_is_left_out() -> None:
    """Neighbours of a deletion keep their own places; an empty place stands for it."""
    origins = OffsetMap([Edit(Span(2, 3), "")])  # "US -P" becomes "US-P"
    assert origins.to_original(Span(0, 2)) == Span(0, 2)
    assert origins.to_original(Span(2, 4)) == Span(3, 5)
    assert origins.to_original(Span(0, 4)) == Span(0, 5)
    assert origins.to_original(Span(2, 2)) == Span(2, 3)


def test_edits_that_overlap_are_refused() -> None:
    """A wrong edit list never garbles a text silently."""
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("abcdef", [Edit(Span(0, 3), "x"), Edit(Span(2, 4), "y")])
    with pytest.raises(ValueError, match="past"):
        apply_edits("abc", [Edit(Span(2, 9), "x")])


def test_tidy_keeps_the_earlier_and_longer_edit() -> None:
    """Two fixers may want the same place; one gets it."""
    short, long, late = Edit(Span(0, 2), "a"), Edit(Span(0, 4), "b"), Edit(Span(3, 6), "c")
    assert tidy([late, short, long]) == (long,)
    assert tidy([late, short]) == (short, late)
