"""One block on its way: repaired, cut into sentences, and put together again in English."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from translate import documents, segmenting
from translate.checks import Selection, mend_idioms
from translate.documents import Block, Document, Mark, Rendered
from translate.repair import FIXERS, repair_text
from translate.results import Translation
from translate.spans import Edit, OffsetMap, Span, apply_edits


@dataclass(frozen=True, slots=True)
class Request:
    """What an engine is asked: the text, and whether its alignment is needed."""

    text: str
    align: bool


Translations = Mapping[Request, Translation]
"""The translation of each request; a sentence without one is copied through."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What goes to the engine in one piece, or is copied through.

    span: in the repaired text of its block. marks: in coordinates of ``text``.
    """

    span: Span
    text: str
    marks: tuple[Mark, ...]
    translatable: bool

    @property
    def request(self) -> Request:
        """What to ask an engine; marks are placed by the alignment."""
        return Request(self.text, bool(self.marks))


@dataclass(frozen=True, slots=True)
class Passage:
    """A block after repair and segmenting.

    repairs: edits on ``block.text`` that give ``text``.
    """

    block: Block
    text: str
    repairs: tuple[Edit, ...]
    sentences: tuple[Sentence, ...]

    def locate(self, span: Span) -> Span:
        """Where ``span`` of the repaired text stands in the document."""
        return self.block.locate(OffsetMap(self.repairs).to_original(span))

    @property
    def document_repairs(self) -> tuple[Edit, ...]:
        """The repairs, with their places in the document."""
        return tuple(
            Edit(self.block.locate(edit.span), edit.replacement, edit.reason)
            for edit in self.repairs
        )

    @property
    def plain_sentences(self) -> tuple[Span, ...]:
        """The sentences in ``block.text``."""
        origins = OffsetMap(self.repairs)
        return tuple(origins.to_original(sentence.span) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence in English.

    translation: None where it was copied through. text: with its markup's literals put
    right. start: where it stands in the plain text of its block.
    """

    sentence: Sentence
    translation: Translation | None
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A block in English; ``rendered`` is its raw form, to splice into the document."""

    passage: Passage
    rendered: Rendered
    pieces: tuple[Piece, ...]


def mend(block: Block, selection: Selection = Selection()) -> tuple[Edit, ...]:
    """What mends the text of ``block``; addresses, code and what ``selection`` spares stay."""
    literals = [mark.span for mark in block.marks if mark.literal]
    return tuple(
        edit
        for edit in repair_text(block.text, selection.spares, (*FIXERS, mend_idioms)).edits
        if not any(edit.span.overlaps(literal) for literal in literals)
    )


def prepare(
    block: Block, repairs: tuple[Edit, ...], length: Callable[[str], int], limit: int
) -> Passage:
    """Make ``repairs`` on ``block``; cut it into sentences of at most ``limit`` tokens."""
    text = apply_edits(block.text, repairs)
    marks = documents.move_marks(block.marks, repairs)
    spans = [piece for span in segmenting.split(text) for piece in _fit(text, span, length, limit)]
    sentences = []
    for span, own in zip(spans, share(marks, spans), strict=True):
        words = span.of(text)
        sentences.append(Sentence(span, words, own, segmenting.is_translatable(words)))
    return Passage(block, text, repairs, tuple(sentences))


def _fit(text: str, span: Span, length: Callable[[str], int], limit: int) -> tuple[Span, ...]:
    """See segmenting.fit; most sentences fit whatever their tokens are, and are not measured.

    A token is at least a byte of the normalised text; a space may go before, an end behind.
    """
    normal = unicodedata.normalize("NFKC", span.of(text)).encode("utf-8", "replace")
    if len(normal) + 2 <= limit:
        return (span,)
    return segmenting.fit(text, span, length, limit)


def share(marks: Sequence[Mark], spans: Sequence[Span]) -> list[tuple[Mark, ...]]:
    """The marks of each sentence, in its own coordinates.

    One that reaches over several sentences is repeated in each; one between two sentences
    goes to the earlier.
    """
    shares: list[list[Mark]] = [[] for _ in spans]
    for mark in marks:
        touched = [
            index
            for index, span in enumerate(spans)
            if max(mark.span.start, span.start) < min(mark.span.end, span.end)
        ]
        if not touched:
            before = [i for i, span in enumerate(spans) if span.start <= mark.span.start]
            touched = before[-1:] or [0]
        for index in touched:
            span = spans[index]
            start = min(max(mark.span.start, span.start), span.end)
            end = max(start, min(mark.span.end, span.end))
            shares[index].append(mark.over(Span(start, end).shift(-span.start)))
    return [tuple(own) for own in shares]


def restore(document: Document, passage: Passage, translations: Translations) -> Restored:
    """Put the translations of its sentences in the place of ``passage``."""
    plain = ""
    marks: list[Mark] = []
    pieces: list[Piece] = []
    position = 0
    for sentence in passage.sentences:
        plain += passage.text[position : sentence.span.start]
        position = sentence.span.end
        translation = translations.get(sentence.request)
        text, own = sentence.text, sentence.marks
        if translation is not None and not own:
            text = translation.text
        elif translation is not None:
            placed = documents.place_marks(own, text, translation.text, translation.alignment)
            text, own = placed.text, placed.marks
        marks += [mark.over(mark.span.shift(len(plain))) for mark in own]
        pieces.append(Piece(sentence, translation, text, len(plain)))
        plain += text
    plain += passage.text[position:]
    return Restored(passage, documents.render(document, passage.block, plain, marks), tuple(pieces))
