"""Markup follows its text into the translation; none is lost, none crosses another."""

from itertools import combinations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.test_markdown import TEXTS
from translate.documents import Placed, move_marks, place_marks, read, render, restore
from translate.results import Link
from translate.spans import Edit, Span, apply_edits

_SPANS = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda p: Span(p[0], sum(p)))
_LINKS = st.lists(st.builds(Link, _SPANS, _SPANS), max_size=8)


def _placed(raw: str, target: str, links: tuple[Link, ...] = ()) -> tuple[Placed, str]:
    document = read(raw.encode(), "artikel.md")
    block = document.blocks[0]
    placed = place_marks(block.marks, block.text, target, links)
    return placed, render(document, block, placed.text, placed.marks).raw


def _by_words(source: str, target: str, pairs: list[tuple[str, str]]) -> tuple[Link, ...]:
    def span(text: str, part: str) -> Span:
        start = text.index(part)
        return Span(start, start + len(part))

    return tuple(Link(span(target, t), span(source, s)) for s, t in pairs)


@given(TEXTS, st.text(alphabet="ab Wort.,!ü ", max_size=40), _LINKS)
def test_no_mark_is_lost_or_crosses_another(text: str, target: str, links: list[Link]) -> None:
    document = read(text.encode(), "artikel.md")
    written = []
    for block in document.blocks:
        placed = place_marks(block.marks, block.text, target, links)
        assert apply_edits(target, placed.edits) == placed.text
        assert sorted((m.before, m.after, m.literal) for m in placed.marks) == sorted(
            (m.before, m.after, m.literal) for m in block.marks
        )
        assert sorted(m.span.of(placed.text) for m in placed.marks if m.literal) == sorted(
            m.span.of(block.text) for m in block.marks if m.literal
        )
        for one, other in combinations([m.span for m in placed.marks if len(m.span)], 2):
            if one.overlaps(other):
                assert one.contains(other) or other.contains(one)
        written.append(render(document, block, placed.text, placed.marks).raw)
    restore(document, written)


@pytest.mark.parametrize(
    ("source", "target", "raw"),
    [
        ("In **Berlin** regnet es", "It rains in Berlin.", "It rains in **Berlin**."),
        ("Nutze `pip install` jetzt", "Now use pip install.", "Now use `pip install`."),
        ("Siehe <https://a.de/b>!", "See https://a.de/b!", "See <https://a.de/b>!"),
        ("Nutze `pip` jetzt", "Use it now.", "Use it now. (`pip`)"),
        ("Das **[Haus](x)** brennt", "The **house** burns", None),
        ("**Das ist gut.** Er kam.", "That is good. He came.", None),
        ("Foo[^1] kam an", "Foo arrived", "Foo[^1] arrived"),
    ],
)
def test_without_alignment(source: str, target: str, raw: str | None) -> None:
    placed, written = _placed(source, target.replace("*", ""))
    if raw is None:
        assert placed.text == target.replace("*", "")
        assert written.count("**") == 2
    else:
        assert written == raw


def test_alignment_moves_markup_over_changed_word_order() -> None:
    source, target = "Gestern hat er das rote Haus gekauft.", "He bought the red house yesterday."
    links = _by_words(
        source, target, [("Gestern", "yesterday"), ("rote", "red"), ("Haus", "house")]
    )
    raw = "*Gestern* hat er das [rote Haus](x.de) gekauft."
    assert _placed(raw, target, links)[1] == "He bought the [red house](x.de) *yesterday*."


def test_one_stray_link_does_not_stretch_markup() -> None:
    source, target = "Das rote Haus ist schön und neu.", "The red house is beautiful and new."
    pairs = [
        ("rote", "red"),
        ("ist", "is"),
        ("schön", "beautiful"),
        ("und", "and"),
        ("rote", "new"),
    ]
    links = _by_words(source, target, pairs)
    raw = "Das **rote** Haus ist schön und neu."
    assert _placed(raw, target, links)[1] == "The **red** house is beautiful and new."


def test_a_garbled_literal_is_put_right_by_alignment() -> None:
    source, target = "Siehe https://a.de/b dort.", "See http a there."
    links = _by_words(source, target, [("https://a.de/b", "http a")])
    placed, written = _placed(source, target, links)
    assert written == "See https://a.de/b there."
    assert placed.edits == (Edit(Span(4, 10), "https://a.de/b"),)


def test_nested_markup_stays_nested() -> None:
    source, target = "Ein **sehr [gutes](x) Buch** hier", "A very good book here"
    pairs = [("sehr", "very"), ("gutes", "good"), ("Buch", "book")]
    links = _by_words("Ein sehr gutes Buch hier", target, pairs)
    assert _placed(source, target, links)[1] == "A **very [good](x) book** here"


def test_two_marks_never_share_a_word() -> None:
    _, written = _placed("[eins](a) [zwei](b) Wort", "word")
    assert "](a)" in written
    assert "](b)" in written
    assert read(written.encode(), "x.md").blocks[0].text.startswith("word")


def test_marks_follow_a_repair() -> None:
    block = read(b"Die US -**Truppen** kamen", "a.md").blocks[0]
    (mark,) = move_marks(block.marks, [Edit(Span(6, 7), "")])
    assert mark.span.of("Die US-Truppen kamen") == "Truppen"


def test_many_links_of_a_block_take_as_long_as_they_are_many() -> None:
    """Four times the links, about four times the seconds; eight times would be a fault."""

    def seconds(count: int) -> float:
        source = " ".join(f"[Ort{number}](u{number})" for number in range(count))
        document = read(source.encode(), "artikel.md")
        block = document.blocks[0]
        start = process_time()
        target = block.text.replace("Ort", "Inn")
        links = [Link(mark.span, mark.span) for mark in block.marks]
        placed = place_marks(block.marks, block.text, target, links)
        assert len(placed.marks) == count
        return process_time() - start

    seconds(10)
    assert min(seconds(800) for _ in range(2)) < 8 * max(seconds(200) for _ in range(2))
