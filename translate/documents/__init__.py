"""Articles as bytes: find what can be translated, put the translation back.

``read`` gives a ``Document`` with blocks; ``place_marks`` and ``render`` make the raw form of
a translated block; ``restore`` splices raw texts into the original bytes.
"""

from pathlib import PurePath

from translate.documents.base import Block, Document, Kind, Mark, Placed, Rendered
from translate.documents.decoding import decode
from translate.documents.html import html_blocks
from translate.documents.markdown import markdown_blocks
from translate.documents.markup import move_marks, place_marks
from translate.documents.plain import plain_blocks
from translate.documents.rendering import render
from translate.documents.restoring import restore
from translate.errors import InputError

__all__ = [
    "SUFFIXES",
    "Block",
    "Document",
    "Kind",
    "Mark",
    "Placed",
    "Rendered",
    "move_marks",
    "place_marks",
    "read",
    "render",
    "restore",
]

_READERS = {
    ".txt": ("plain", plain_blocks),
    ".md": ("markdown", markdown_blocks),
    ".markdown": ("markdown", markdown_blocks),
    ".html": ("html", html_blocks),
    ".htm": ("html", html_blocks),
}

SUFFIXES = tuple(_READERS)


def read(data: bytes, name: str) -> Document:
    """The document that ``data`` is; ``name`` gives its kind by its suffix, in any case.

    A file without text is a document without blocks. Raises InputError for an unknown
    suffix or a binary file, DecodeError (with the byte offset) for broken text.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in _READERS:
        known = ", ".join(SUFFIXES)
        raise InputError(name, f"is of an unknown kind {suffix!r}", f"use one of {known}")
    text, encoding = decode(data, name)
    label, blocks = _READERS[suffix]
    return Document(name, text, encoding, label, blocks(text))
