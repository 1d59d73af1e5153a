"""What is written reads as the translation, not as new markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.test_markdown import TEXTS
from translate.documents import Block, Document, Kind, Mark, read, render, restore
from translate.errors import RestoreError
from translate.spans import Span


def _written(raw: str, text: str) -> str:
    document = read(raw.encode(), "artikel.md")
    (block,) = document.blocks
    return render(document, block, text, ()).raw


@given(
    st.text(alphabet="ab *_`[]()<>!#|\\&~-+=1.:;\n\u00a0", min_size=1, max_size=40),
    st.sampled_from(["Wort", "# Wort", "| Wort |\n|---|"]),
)
def test_any_translation_reads_as_itself(text: str, raw: str) -> None:
    text = f"Wort {text}" if raw != "Wort" else f"{text} Wort"
    document = read(raw.encode(), "artikel.md")
    written = render(document, document.blocks[0], text, ()).raw
    again = read(restore(document, [written]), "artikel.md")
    assert "".join("".join(block.text.split()) for block in again.blocks) == "".join(text.split())


@given(TEXTS)
def test_a_block_written_with_its_own_text_reads_the_same(text: str) -> None:
    document = read(text.encode(), "artikel.md")
    for block in document.blocks:
        rendered = render(document, block, block.text, block.marks)
        for mark in block.marks:
            assert mark.before in rendered.raw
            assert mark.after in rendered.raw


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("1. May", "1\\. May"),
        ("- no list", "\\- no list"),
        ("# no heading", "\\# no heading"),
        ("> no quote", "\\> no quote"),
        ("a * b and c_d", "a * b and c_d"),
        ("2 < 3 & 4 > 1", "2 < 3 & 4 > 1"),
        ("*no* _emphasis_", "\\*no\\* \\_emphasis\\_"),
        ("<b>no tag", "\\<b>no tag"),
        ("no &amp; entity", "no \\&amp; entity"),
        ("[sic] stays", "\\[sic] stays"),
        ("so [sic] stays", "so [sic] stays"),
        ("a|b", "a|b"),
        ("two\nlines", "two lines"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, raw: str) -> None:
    assert _written("Ein Absatz", text) == raw


def test_a_pipe_in_a_cell_is_escaped() -> None:
    document = read(b"| Wort |\n|---|", "artikel.md")
    assert render(document, document.blocks[0], "a|b", ()).raw == "a\\|b"


def test_a_number_in_a_heading_needs_no_escape() -> None:
    assert _written("# 1. Kapitel", "1. Chapter") == "1. Chapter"


def test_places_of_the_translation_are_found_in_what_is_written() -> None:
    document = read(b"Ein *gutes* Wort", "artikel.md")
    marks = (Mark(Span(2, 6), "*", "*"),)
    rendered = render(document, document.blocks[0], "A good *word*", marks)
    assert rendered.raw == "A *good* \\*word\\*"
    assert rendered.locate(Span(2, 6)).of(rendered.raw) == "good"
    assert rendered.locate(Span(8, 12)).of(rendered.raw) == "word"


def _document() -> Document:
    return read(b"Nutze `pip` und [hier](x.de) klicken", "artikel.md")


@pytest.mark.parametrize(
    "texts", [[], ["a", "b"], ["Use and [click](x.de)"], ["Use `pip` and click here"]]
)
def test_what_lost_something_is_not_written(texts: list[str]) -> None:
    with pytest.raises(RestoreError, match=r"artikel\.md"):
        restore(_document(), texts)


def test_what_kept_all_is_written() -> None:
    assert restore(_document(), ["Use `pip`, [click](x.de)"]) == b"Use `pip`, [click](x.de)"


def test_half_a_surrogate_pair_is_not_written() -> None:
    with pytest.raises(RestoreError, match="no valid text"):
        restore(read(b"Wort", "artikel.txt"), ["\ud800"])


def test_a_plain_text_is_written_on_one_line() -> None:
    document = Document("a.txt", "x", "utf-8", "plain", ())
    block = Block(Span(0, 1), (), (), "x", Kind.PARAGRAPH)
    assert render(document, block, " one\n*two* ", ()).raw == "one *two*"
