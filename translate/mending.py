"""The German of a document mended, and nothing else touched."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate import documents
from translate.checks import Selection
from translate.documents import Block, Document
from translate.errors import ReinschriftError
from translate.passage import mend
from translate.spans import Edit, Span, apply_edits


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended document. edits: on the text of the original. text, data: what came of it."""

    document: Document
    edits: tuple[Edit, ...]
    text: str
    data: bytes


def mend_document(document: Document, selection: Selection = Selection()) -> Mended:
    """Mend what can be mended with certainty in ``document``, as the pipeline does.

    Edits are spliced into the raw text, so that line breaks and markup stay. A block that
    would then read otherwise is written anew from its text and marks, and if that does not
    help either it stays as it is.
    """
    blocks = document.blocks
    repairs = [mend(block, selection) for block in blocks]
    expected = [apply_edits(block.text, own) for block, own in zip(blocks, repairs, strict=True)]
    raws = [_spliced(document, *pair) for pair in zip(blocks, repairs, strict=True)]
    for index in _misread(document, raws, expected):
        if repairs[index]:
            raws[index] = _rewritten(document, blocks[index], repairs[index])
    for index in _misread(document, raws, expected):
        raws[index], repairs[index] = blocks[index].span.of(document.text), ()
    located = (_located(*pair) for pair in zip(blocks, repairs, strict=True))
    changes = [Edit(block.span, raw) for block, raw in zip(blocks, raws, strict=True)]
    return Mended(
        document,
        tuple(edit for own in located for edit in own),
        apply_edits(document.text, changes),
        documents.restore(document, raws),
    )


def _located(block: Block, edits: Sequence[Edit]) -> list[Edit]:
    return [Edit(block.locate(edit.span), edit.replacement, edit.reason) for edit in edits]


def _spliced(document: Document, block: Block, edits: Sequence[Edit]) -> str:
    """The raw text of ``block`` with ``edits`` made where they stand in it."""
    here = [edit.shift(-block.span.start) for edit in _located(block, edits)]
    return apply_edits(block.span.of(document.text), here)


def _rewritten(document: Document, block: Block, edits: Sequence[Edit]) -> str:
    """The raw text of ``block`` from its mended text, no mark beginning or ending on a space."""
    text = apply_edits(block.text, edits)
    marks = [
        mark.over(_without_spaces(text, mark.span))
        for mark in documents.move_marks(block.marks, tuple(edits))
    ]
    return documents.render(document, block, text, marks).raw


def _without_spaces(text: str, span: Span) -> Span:
    part = span.of(text)
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.end - len(part) + len(part.rstrip())))


def _misread(document: Document, raws: Sequence[str], expected: Sequence[str]) -> list[int]:
    """The blocks that would not read as ``expected`` with these raw texts."""
    everything = list(range(len(raws)))
    try:
        again = documents.read(documents.restore(document, raws), document.name)
    except ReinschriftError:
        return everything
    if len(again.blocks) != len(raws):
        return everything
    return [
        index
        for index, (block, text) in enumerate(zip(again.blocks, expected, strict=True))
        if block.text.split() != text.split()
    ]
