"""A SentencePiece model that sees whole words behind quotation marks, brackets and hyphens.

SentencePiece marks the beginning of a word by the space before it, so that *Präsident* is one
piece in *der Präsident* and four others in *US-Präsident* or *„Präsident*. The source's model
gets a normaliser that sets a space there; the pieces are the same. As the rules stand in the
file, every MarianMT loader follows them.
"""

import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import product

import sentencepiece

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ"
_LETTERS = f"{_CAPITALS}{_CAPITALS.lower()}ß"
_OPENING = "„‚»›([{"  # always
_OPENING_BEFORE_LETTERS = '"“«'  # else they close
_HYPHENS = "-‐‑"
_NORMALIZER_SPEC = 3  # the field of SentencePiece's ModelProto
_LENGTH_DELIMITED, _VARINT, _FIXED = 2, 0, {1: 8, 5: 4}  # wire types of protocol buffers

_SEVEN_BITS = 0x7F


def spaced(model: bytes) -> bytes:
    """The SentencePiece ``model`` with the normaliser that sets spaces."""
    kept = b"".join(data for number, data in _fields(model) if number != _NORMALIZER_SPEC)
    spec = _spec()
    return kept + _varint(_NORMALIZER_SPEC << 3 | _LENGTH_DELIMITED) + _varint(len(spec)) + spec


@cache
def _spec() -> bytes:
    """SentencePiece's usual rules (NFKC and a few more) and ours, compiled."""
    usual = dict(sentencepiece.SentencePieceNormalizer(rule_name="nmt_nfkc").decompile())
    own = {mark + rest: f"{usual.get(mark, mark)} {rest}" for mark, rest in _places()}
    rules = sorted((usual | own).items())
    lines = (f"{_hex(old)}\t{_hex(new)}\n" for old, new in rules)
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="ascii") as file:
        file.writelines(lines)
        file.flush()
        sentencepiece.set_min_log_level(2)
        normalizer = sentencepiece.SentencePieceNormalizer(rule_tsv=file.name)
        spec: bytes = normalizer.serialized_normalizer_spec()
    return spec


def _places() -> Iterator[tuple[str, str]]:
    """What stands before and behind a space that is to be set."""
    yield from ((mark, "") for mark in _OPENING)
    yield from product(_OPENING_BEFORE_LETTERS, _LETTERS)
    yield from product(_HYPHENS, _CAPITALS)


def _hex(text: str) -> str:
    return " ".join(f"{ord(character):04X}" for character in text)


def _fields(message: bytes) -> Iterator[tuple[int, bytes]]:
    """The fields of a protocol buffer: number, and all bytes of the field."""
    at = 0
    while at < len(message):
        start = at
        key, at = _read_varint(message, at)
        if key & 7 == _LENGTH_DELIMITED:
            length, at = _read_varint(message, at)
            at += length
        elif key & 7 == _VARINT:
            _, at = _read_varint(message, at)
        else:
            at += _FIXED[key & 7]
        yield key >> 3, message[start:at]


def _read_varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & _SEVEN_BITS) << shift
        at, shift = at + 1, shift + 7
        if byte <= _SEVEN_BITS:
            return value, at


def _varint(value: int) -> bytes:
    low = bytearray()
    while value > _SEVEN_BITS:
        low.append(value & _SEVEN_BITS | 0x80)
        value >>= 7
    return bytes([*low, value])
