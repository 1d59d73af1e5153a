"""Lines of plain text are joined where a paragraph was wrapped, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents import Document, read, restore

_PIECES = [
    "Wort ",
    "ein ",
    "Satz.",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\f",
    "- ",
    "1. ",
    "> ",
    "Ver-",
    "\t",
]
_TEXTS = st.lists(st.sampled_from([*_PIECES, "und ", "www.a.de ", "ä", "\u2028"]), max_size=80)


def _read(text: str) -> Document:
    return read(text.encode(), "artikel.txt")


def _blocks(text: str) -> list[str]:
    return [block.text for block in _read(text).blocks]


@given(_TEXTS.map("".join), st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
def test_unchanged_blocks_give_the_original_bytes(text: str, encoding: str) -> None:
    data = text.encode(encoding, errors="ignore")
    document = read(data, "artikel.txt")
    raw = [block.span.of(document.text) for block in document.blocks]
    assert restore(document, raw) == data


@given(_TEXTS.map("".join))
def test_each_word_of_a_block_is_found_in_the_document(text: str) -> None:
    document = _read(text)
    for block in document.blocks:
        for mark in block.marks:
            content = mark.span.of(block.text)
            assert block.locate(mark.span).of(document.text) == content
        assert not set(block.text) & set("\n\r\f\u2028")


@pytest.mark.parametrize(
    "text",
    [
        "Putin trifft Witkoff\nDer Kreml bestätigte das Treffen am Freitag in Moskau.",
        "Foto: Reuters/Maxim Shemetov und die anderen Fotografen der Agentur\nder Text",
        "- Äpfel aus dem Alten Land, die man im Herbst frisch kaufen kann\n- Birnen",
        "Äpfel\nBirnen\nZwetschgen",
        "200 g Mehl\nein Ei\netwas Salz",
        "Das ist der erste Absatz. Er ist sehr viel länger als der zweite.\nKurz.\nAuch kurz.",
    ],
)
def test_lines_that_are_units_stay_apart(text: str) -> None:
    assert len(_blocks(text)) == len(text.splitlines())


def test_one_paragraph_a_line_without_blank_lines() -> None:
    lines = [
        f"Absatz {n} handelt davon, " + "dass es regnet, " * n + "sagte er." for n in range(2, 12)
    ]
    assert _blocks("\n".join(lines)) == lines


def test_a_wrapped_paragraph_is_one_block() -> None:
    text = (
        "Der russische Präsident Wladimir Putin und der Sonderbeauftragte von\n"
        "US-Präsident Donald Trump haben sich am Freitag für Gespräche in Sankt\n"
        "Petersburg getroffen. Witkoff flog am Freitagmorgen nach Russland, um\n"
        "mit Präsident Putin über die Suche nach einem Friedensabkommen zu\n"
        "sprechen, sagte der Kreml.\n"
    )
    assert _blocks(text) == [text.strip().replace("\n", " ")]
    assert _blocks(text.replace("\n", "\r\n")) == _blocks(text)
    assert _blocks(f"{text}\n{text}") == 2 * _blocks(text)


def test_a_paragraph_that_was_wrapped_narrower_than_the_rest_is_one_block() -> None:
    wide = (
        "The two delegations met on the northern bank of the river on Thursday and\n"
        "talked for three hours about the bridge that nobody has been able to use\n"
        "since the flood."
    )
    narrow = (
        "The ferry is due to sail again on Monday, March 4.\n"
        "Passengers can change their bookings at every stop\n"
        "on the line. Both towns have asked for help by Dr.\n"
        "Adelheid Konrath."
    )
    assert _blocks(f"{wide}\n\n{narrow}") == [text.replace("\n", " ") for text in (wide, narrow)]


def test_a_quoted_mail_is_joined_without_its_angles() -> None:
    text = (
        "> Der russische Präsident und der Sonderbeauftragte der Regierung haben\n"
        "> sich am Freitag getroffen.\n"
    )
    assert len(_blocks(text)) == 1
    assert ">" not in _blocks(text)[0]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Er sprach lange über die Ver-\nhandlung mit allen.", "die Verhandlung mit"),
        ("Er sprach lange über die Ver\u00ad\nhandlung mit allen.", "die Verhandlung mit"),
        (
            "Er sprach den ganzen Abend über die Lage in Nord-\nund Südkorea mit allen.",
            "in Nord- und Südkorea",
        ),
        ("Gestern kam in der Hauptstadt Washington der US-\nPräsident an, der", "US-Präsident an"),
    ],
)
def test_words_divided_at_a_line_end(text: str, joined: str) -> None:
    assert joined in _read(text).blocks[0].text


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("- Erstens\n- Zweitens", ["Erstens", "Zweitens"]),
        ("• Erstens\n• Zweitens", ["Erstens", "Zweitens"]),
        ("1. Erstens\n2. Zweitens", ["Erstens", "Zweitens"]),
        ("3. Mai in Berlin", ["3. Mai in Berlin"]),
        ("* * *\n\n42", []),
        ("https://example.org", []),
    ],
)
def test_list_markers_are_no_text_but_dates_are(text: str, blocks: list[str]) -> None:
    assert _blocks(text) == blocks


def test_addresses_are_literal() -> None:
    document = _read("Mehr auf https://example.org/a_(b). Oder an info@example.org!")
    (block,) = document.blocks
    assert [mark.span.of(block.text) for mark in block.marks if mark.literal] == [
        "https://example.org/a_(b)",
        "info@example.org",
    ]
