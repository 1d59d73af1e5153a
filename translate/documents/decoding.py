"""Bytes to text and back, without loss and without guessing wrong silently."""

import re

from translate.errors import DecodeError, InputError, RestoreError

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text file"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_UNDECODED = re.compile("[\ud800-\udfff]+")
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ud800-\udfff]")
_SAVE = "save it as UTF-8 text"


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of ``data`` and its encoding (see ``Document.encoding``).

    Read are UTF-8 and UTF-16 with byte order mark, UTF-8 without, and Windows-1252 where the
    bytes are no UTF-8 at all. Raises InputError for binary files, DecodeError with the byte
    offset for text that is broken.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(name, f"is {what}, not a text file", _SAVE)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = _strict(data[len(bom) :], encoding.removesuffix("-sig"), name, len(bom))
            break
    else:
        text, encoding = _without_bom(data, name)
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls * 50 > len(text):
        raise InputError(name, "holds control characters like a binary file", _SAVE)
    return text, encoding


def encode(text: str, encoding: str) -> bytes:
    """The inverse of ``decode``; UTF-8 where ``encoding`` cannot hold ``text``.

    Raises RestoreError for half of a surrogate pair, which no encoding holds.
    """
    try:
        if encoding.startswith("utf-16"):
            bom = next(bom for bom, known in _BOMS if known == encoding)
            return bom + text.encode(encoding)
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        if encoding != "cp1252":
            raise RestoreError(f"a translation holds no valid text: {error.reason}") from error
    return encode(text, "utf-8")


def _without_bom(data: bytes, name: str) -> tuple[str, str]:
    if b"\x00" in data:
        raise InputError(name, "holds NUL bytes like a binary file", _SAVE)
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data):
            raise _broken(name, "UTF-8", error.start) from error
    return _strict(data, "cp1252", name, 0), "cp1252"


def _is_broken_utf8(data: bytes) -> bool:
    """Whether most of what is beyond ASCII is well-formed UTF-8.

    A closing quote behind a capital umlaut is two bytes of Windows-1252 that happen to be
    UTF-8 for a letter that Windows-1252 lacks: such letters count less.
    """
    text = data.decode(errors="surrogateescape")
    broken = len(_UNDECODED.findall(text))
    sound = _BEYOND_ASCII.findall(text)
    western = sum(bool(char.encode("cp1252", errors="ignore")) for char in sound)
    return len(sound) > broken or western >= max(broken, 1)


def _strict(data: bytes, encoding: str, name: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        label = "Windows-1252" if encoding == "cp1252" else encoding.upper()
        raise _broken(name, label, error.start + skipped) from error


def _broken(name: str, label: str, offset: int) -> DecodeError:
    return DecodeError(
        name,
        f"is no valid {label} at byte {offset}",
        "repair that place or save the file as UTF-8",
        offset,
    )
