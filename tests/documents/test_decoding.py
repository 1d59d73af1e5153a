"""Bytes are read rightly or refused with the place named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents import read, restore
from translate.errors import DecodeError, InputError, ReinschriftError

_GERMAN = "Grüße aus „Köln“ – schöne Öfen für 5 €."


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        ("Grüße, Öl und Ähren ".encode() + b"\xff", 24),
        ("Grüße".encode()[:3] + b" aus M\xc3\xbcnchen", 2),
        (b"\xef\xbb\xbfGr\xfc", 5),
        ("x".encode("utf-16") + b"a", 4),
        (b"\xfchrung \x81", 7),
    ],
)
def test_broken_text_is_refused_with_its_byte_offset(data: bytes, offset: int) -> None:
    with pytest.raises(DecodeError) as caught:
        read(data, "artikel.txt")
    assert caught.value.offset == offset
    assert "artikel.txt: is no valid" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [b"a\x00b", b"%PDF-1.4 text", b"PK\x03\x04zip", b"\x01\x02\x03abc", "a".encode("utf-32")],
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"artikel\.txt: .*; save it as UTF-8"):
        read(data, "artikel.txt")


@pytest.mark.parametrize("name", ["artikel.docx", "artikel", "txt"])
def test_an_unknown_kind_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"use one of \.txt, \.md, \.markdown"):
        read(b"Text", name)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (_GERMAN.encode(), "utf-8"),
        (_GERMAN.encode("utf-8-sig"), "utf-8-sig"),
        (b"\xff\xfe" + _GERMAN.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + _GERMAN.encode("utf-16-be"), "utf-16-be"),
        (_GERMAN.encode("cp1252"), "cp1252"),
        ("Die „SPÖ“ regiert".encode("cp1252"), "cp1252"),
        (b"ASCII", "utf-8"),
    ],
)
def test_the_encoding_is_found_and_kept(data: bytes, encoding: str) -> None:
    document = read(data, "artikel.TXT")
    assert document.encoding == encoding
    assert restore(document, [b.span.of(document.text) for b in document.blocks]) == data


def test_what_windows_1252_cannot_hold_makes_the_file_utf8() -> None:
    document = read("Übung".encode("cp1252"), "artikel.txt")
    assert restore(document, ["Łódź"]) == "Łódź".encode()


@pytest.mark.parametrize("data", [b"", b" \n\r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_text_has_no_blocks(data: bytes) -> None:
    document = read(data, "leer.txt")
    assert document.blocks == ()
    assert restore(document, []) == data


@given(st.binary(max_size=80), st.sampled_from(["a.txt", "a.md"]))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes, name: str) -> None:
    message = ""
    try:
        document = read(data, name)
    except ReinschriftError as error:
        message = str(error)
    if message:
        assert message.startswith(name)
        assert len(message.splitlines()) == 1
        return
    assert restore(document, [b.span.of(document.text) for b in document.blocks]) == data
