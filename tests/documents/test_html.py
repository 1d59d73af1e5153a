"""HTML: its text is found, everything else comes back byte for byte."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents import Document, Kind, place_marks, read, render, restore
from translate.results import Link
from translate.spans import Span

_PIECES = [
    *("<p>", "</p>", "<b>", "</b>", "<i class='x'>", "</i>", "<br>", "<br/>", "<pre>", "</pre>"),
    *("<code>", "</code>", "<!-- c -->", "<!doctype html>", "<script>", "</script>", "<?php ?>"),
    *(
        '<span translate="no">',
        "</span>",
        "<td>",
        "<",
        "&",
        "&amp;",
        "&uuml;",
        "&#228;",
        '<a href="',
    ),
    *(
        "Wort ",
        "ein Satz. ",
        "\n",
        "\r\n",
        "  ",
        "ä",
        '">',
        "<svg>",
        "</svg>",
        "</",
        "<![CDATA[x]]>",
    ),
]
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


def _read(text: str, name: str = "artikel.html") -> Document:
    return read(text.encode(), name)


def _blocks(text: str, name: str = "artikel.html") -> list[str]:
    return [block.text for block in _read(text, name).blocks]


def _translated(text: str, name: str = "artikel.html") -> str:
    """``text`` with its blocks in upper case, their markup where it was."""
    document = _read(text, name)
    raws = []
    for block in document.blocks:
        words = [Span(*match.span()) for match in re.finditer(r"\w+", block.text)]
        links = [Link(word, word) for word in words]
        placed = place_marks(block.marks, block.text, block.text.upper(), links)
        raws.append(render(document, block, placed.text, placed.marks).raw)
    return restore(document, raws).decode()


@given(_TEXTS, st.sampled_from(["a.html", "a.md"]))
def test_unchanged_blocks_give_the_original_bytes(text: str, name: str) -> None:
    """Whatever the tags, and where HTML stands in Markdown too."""
    document = _read(text, name)
    raw = [block.span.of(document.text) for block in document.blocks]
    assert restore(document, raw) == text.encode()


@given(_TEXTS)
def test_any_page_can_be_translated(text: str) -> None:
    """No markup is lost, whatever it is."""
    document = _read(text)
    for block in document.blocks:
        placed = place_marks(block.marks, block.text, "Some other words.", ())
        raw = render(document, block, placed.text, placed.marks).raw
        restore(document, [raw if b is block else b.span.of(text) for b in document.blocks])


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<title>Ein Titel</title><p>Text", ["Ein Titel", "Text"]),
        ("<ul><li>Eins<li>Zwei</ul>", ["Eins", "Zwei"]),
        ("<p>Ein Satz,\n  der   weitergeht.</p>", ["Ein Satz, der weitergeht."]),
        ("<p>M&uuml;ller &amp; S&#246;hne</p>", ["Müller & Söhne"]),
        ("<p>Eine Zeile<br>und noch eine</p>", ["Eine Zeile", "und noch eine"]),
        ("<p>Das <!-- nicht --> bleibt</p>", ["Das bleibt"]),
        ("<pre>Code</pre><textarea>Feld</textarea><style>p{}</style>", []),
        ('<p translate="no">Name</p><div translate="no"><div>a</div>b</div><p>c</p>', ["c"]),
        ('<img alt="Ein Bild"><input value="Wert">', []),
        ("", []),
    ],
)
def test_the_text_is_found(text: str, blocks: list[str]) -> None:
    """Attributes, code and comments are no text."""
    assert _blocks(text) == blocks


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        (
            '<p class="x">Ein <em>guter</em> Tag &amp; <a href="?a=1&amp;b=2">mehr</a></p>',
            '<p class="x">EIN <em>GUTER</em> TAG &amp; <a href="?a=1&amp;b=2">MEHR</a></p>',
        ),
        ("<p>Der Befehl <code>ls -l</code> hilft", "<p>DER BEFEHL <code>ls -l</code> HILFT"),
        ("<p>Kleiner &lt; als</p>", "<p>KLEINER &lt; ALS</p>"),
        ("<h1>Über</h1>\r\n<hr>\r\n<p>Text</p>\r\n", "<h1>ÜBER</h1>\r\n<hr>\r\n<p>TEXT</p>\r\n"),
    ],
)
def test_the_translation_keeps_the_markup(text: str, translated: str) -> None:
    """Tags, entities, code and line ends."""
    assert _translated(text) == translated


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        ("<div>\n<p>Ein <b>Wort</b></p>\n</div>\n", "<div>\n<p>EIN <b>WORT</b></p>\n</div>\n"),
        ("> <p>Ein Zitat\n> geht weiter</p>\n", "> <p>EIN ZITAT GEHT WEITER</p>\n"),
        (
            "<details>\n<summary>Mehr</summary>\n\nDer *Rest*\n\n</details>\n",
            "<details>\n<summary>MEHR</summary>\n\nDER *REST*\n\n</details>\n",
        ),
        ("<!-- Notiz -->\n\nText", "<!-- Notiz -->\n\nTEXT"),
    ],
)
def test_html_blocks_of_markdown_are_translated(text: str, translated: str) -> None:
    """As in a page of HTML, between Markdown and inside quotations."""
    assert _translated(text, "artikel.md") == translated


def test_a_page_keeps_its_encoding() -> None:
    """What Windows-1252 lacks becomes an entity, since the page may name its encoding."""
    document = read("<p>Müde</p>".encode("cp1252"), "a.htm")
    (block,) = document.blocks
    assert block.kind is Kind.HTML
    raw = render(document, block, "tirëd → Ł", ()).raw
    assert restore(document, [raw]) == b"<p>tir\xebd &#8594; &#321;</p>"
