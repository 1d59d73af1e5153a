"""Translated blocks back into the bytes of their document."""

from collections.abc import Sequence
from html import unescape

from translate.documents.base import Block, Document, Kind
from translate.documents.decoding import encode
from translate.errors import RestoreError
from translate.spans import Edit, apply_edits


def restore(document: Document, texts: Sequence[str]) -> bytes:
    """The document's bytes with the raw ``texts`` in place of its blocks.

    With each block's own raw text the original bytes come back. If the original encoding
    (Windows-1252) cannot hold a text, the whole output is UTF-8 without byte order mark; a
    page of HTML, which may name its encoding, keeps it and takes numeric entities instead.
    Raises RestoreError when the number of texts is not that of the blocks, or a text lost
    an address, code or markup of its block.
    """
    if len(texts) != len(document.blocks):
        raise RestoreError(
            f"{document.name}: {len(texts)} texts for {len(document.blocks)} blocks; "
            "translate each block once"
        )
    for block, raw in zip(document.blocks, texts, strict=True):
        _verify(document, block, raw)
    edits = [Edit(block.span, raw) for block, raw in zip(document.blocks, texts, strict=True)]
    text = apply_edits(document.text, edits)
    if document.format == "html" and document.encoding == "cp1252":
        return text.encode("cp1252", errors="xmlcharrefreplace")
    return encode(text, document.encoding)


def _verify(document: Document, block: Block, raw: str) -> None:
    """Raise RestoreError unless ``raw`` holds what must not get lost."""
    if raw == block.span.of(document.text):
        return
    plain = unescape(raw) if block.kind is Kind.HTML else raw.replace("\\|", "|")
    for mark in block.marks:
        kept = [mark.before, mark.after]
        if mark.literal:
            kept += mark.span.of(block.text).split()
        for part in kept:
            if part not in raw and part not in plain:
                raise RestoreError(
                    f"{document.name}: the translation lost {part!r} of the text at "
                    f"{block.span.start}; keep the original there"
                )
