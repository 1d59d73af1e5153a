"""Markdown: text is found, everything round it survives byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents import Document, Kind, read, restore

PIECES = [
    *"ab \n*_`[]()<>!#|\\&~-:1.",
    "\r\n", "\n\n", "> ", "- ", "1. ", "**", "~~", "`` ", "](x)", "![", "[^1]", "[r]", "<b>",
    "</b>", "<br>", "&amp;", "  \n", "\\\n", "| a | b |\n|---|---|\n| ", "---\n", "```\n", "    ",
    "Wort ",
    "\n[r]: /u\n", "<https://a.de>", "https://a.de/b_c", "ü", "\t", "[ ] ", "\\|", "===\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def _read(text: str) -> Document:
    return read(text.encode(), "artikel.md")


def _blocks(text: str) -> list[str]:
    return [block.text for block in _read(text).blocks]


@given(TEXTS)
def test_unchanged_blocks_give_the_original_bytes(text: str) -> None:
    document = _read(text)
    raw = [block.span.of(document.text) for block in document.blocks]
    assert restore(document, raw) == text.encode()


@given(TEXTS)
def test_marks_are_nested_and_lie_in_their_text(text: str) -> None:
    document = _read(text)
    end = 0
    for block in document.blocks:
        assert end <= block.span.start
        end = block.span.end
        for mark in block.marks:
            assert mark.span.end <= len(block.text)
            for other in block.marks:
                if len(mark.span) and len(other.span) and mark.span.overlaps(other.span):
                    assert mark.span.contains(other.span) or other.span.contains(mark.span)


@pytest.mark.parametrize(
    "text",
    [
        "```python\nprint('Hallo Welt')\n```",
        "    eingerückter Code",
        "<!-- Ein Kommentar -->",
        "---\ntitle: Ein Titel\n---\n",
        "[ziel]: https://example.org 'Ein Titel'",
        "`nur Code`",
        "https://example.org",
        "* * *",
        "<!-- Kommentar -->",
    ],
)
def test_what_is_no_text_is_no_block(text: str) -> None:
    assert _blocks(text) == []


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# Ein Titel #\n\nText", ["Ein Titel", "Text"]),
        ("Ein Titel\n===\n", ["Ein Titel"]),
        ("Weiche\nUmbrüche wer-\nden verbunden", ["Weiche Umbrüche werden verbunden"]),
        ("> Ein Zitat\n> geht weiter\nfaul", ["Ein Zitat geht weiter faul"]),
        ("- Eins\n  - [x] Zwei\n- Drei", ["Eins", "Zwei", "Drei"]),
        ("| Kopf | B |\n|---|---|\n| Zelle \\| eins | 3 |", ["Kopf", "B", "Zelle | eins"]),
        ("Harter Umbruch  \nhier\\\nund<br>da", ["Harter Umbruch", "hier", "und", "da"]),
        ("**Alles fett**", ["Alles fett"]),
        ("[![Ein Bild](a.png)](b.html)", ["Ein Bild"]),
        ("M&uuml;ller &amp; Co\\*", ["Müller & Co*"]),
        ("[^1]: Eine Fußnote dazu.", ["Eine Fußnote dazu."]),
        ("Ein Satz.[^1]\n\n[^1]: Eine Fußnote.", ["Ein Satz.", "Eine Fußnote."]),
        ("snake_case_name bleibt", ["snake_case_name bleibt"]),
        ("---\ntitle: x\n---\nText", ["Text"]),
        ("Text\r\ngeht\r\nweiter", ["Text geht weiter"]),
    ],
)
def test_the_text_is_found(text: str, blocks: list[str]) -> None:
    assert _blocks(text) == blocks


@pytest.mark.parametrize(
    ("text", "content", "before", "after", "literal"),
    [
        ("Ein **fettes** Wort", "fettes", "**", "**", False),
        ("Ein _schräges_ Wort", "schräges", "_", "_", False),
        ("Ein ~~altes~~ Wort", "altes", "~~", "~~", False),
        ('Ein [Link](x.de "Titel") hier', "Link", "[", '](x.de "Titel")', False),
        ("Ein [Link][r] hier\n\n[r]: x", "Link", "[", "][r]", False),
        ("Ein [Link] hier\n\n[link]: x", "Link", "[", "][Link]", False),
        ("Ein ![Bild](x.png) hier", "Bild", "![", "](x.png)", False),
        ("Ein <em>schräges</em> Wort", "schräges", "<em>", "</em>", False),
        ("Ein ``c`d`` Code", "c`d", "``", "``", True),
        ("Ein <kbd>Strg</kbd> Druck", "Strg", "<kbd>", "</kbd>", True),
        ("Siehe <https://a.de> dort", "https://a.de", "<", ">", True),
        ("Siehe https://a.de/b_c dort", "https://a.de/b_c", "", "", True),
        ("Ein[^1] Wort", "", "[^1]", "", False),
    ],
)
def test_markup_is_taken_out(
    text: str, content: str, before: str, after: str, *, literal: bool
) -> None:
    block = _read(text).blocks[0]
    (mark,) = block.marks
    assert (mark.span.of(block.text), mark.before, mark.after) == (content, before, after)
    assert mark.literal is literal


def test_kinds_of_blocks() -> None:
    document = _read("# Titel\n\nText\n\n| Zelle |\n|---|\n")
    assert [block.kind for block in document.blocks] == [Kind.HEADING, Kind.PARAGRAPH, Kind.CELL]
