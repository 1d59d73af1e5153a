"""One document as the page shows it: rows of marked text, each with its notes."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from translate.findings import Side
from translate.reports.marks import Annotation, attributes, escape, marked
from translate.reports.notes import Note, notes_of
from translate.reports.rows import Row, rows_of
from translate.reports.totals import Totals
from translate.results import DocumentResult
from translate.spans import Edit, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A row: the HTML of both sides, the numbered notes, the model's confidence in percent."""

    row: Row
    source: str
    target: str
    notes: tuple[tuple[int, Note], ...]
    confidence: int | None
    dimmed: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A document; ``number`` counts from 1 and makes the ids of its elements unique."""

    number: int
    name: str
    signature: str
    bilingual: bool
    totals: Totals
    pairs: tuple[Pair, ...]


def section(number: int, result: DocumentResult) -> Section:
    """What the page shows of ``result``."""
    rows = rows_of(result)
    numbered = _numbered(rows, result)
    annotations: dict[Side, list[Annotation]] = {side: [] for side in Side}
    annotations[Side.SOURCE] += map(_change, result.repairs)
    for notes in numbered:
        for index, note in notes:
            annotations[note.side].append(_mark(number, index, note))
    html = {side: _cells(result.text(side), side, rows, annotations[side]) for side in Side}
    translated = any(not segment.copied for segment in result.segments)
    pairs = (
        Pair(
            row,
            source,
            target,
            tuple(notes),
            _confidence(row),
            dimmed=translated and row.segment is not None and row.segment.copied,
        )
        for row, source, target, notes in zip(
            rows, html[Side.SOURCE], html[Side.TARGET], numbered, strict=True
        )
        if source.strip() or target.strip() or notes
    )
    return Section(
        number,
        result.name,
        result.signature,
        bool(result.target),
        Totals.of([result]),
        tuple(pairs),
    )


def _numbered(rows: Sequence[Row], result: DocumentResult) -> list[list[tuple[int, Note]]]:
    """The notes of each row, in the order of reading, numbered through the document."""
    starts = _starts(rows)
    notes: list[list[Note]] = [[] for _ in rows]
    for note in notes_of(result):
        notes[_row_at(starts[note.side], note.span.start)].append(note)
    index = 0
    numbered = []
    for group in notes:
        group.sort(key=lambda note: (note.side is Side.TARGET, note.span))
        numbered.append(list(enumerate(group, start=index + 1)))
        index += len(group)
    return numbered


def _cells(
    text: str, side: Side, rows: Sequence[Row], annotations: Sequence[Annotation]
) -> list[str]:
    """The HTML of each row's part of ``text``."""
    starts = _starts(rows)[side]
    groups: list[list[Annotation]] = [_structure(row, side) for row in rows]
    for annotation in annotations:
        first = _row_at(starts, annotation.span.start)
        last = _row_at(starts, max(annotation.span.start, annotation.span.end - 1))
        for group in groups[first : last + 1]:
            group.append(annotation)
    return [
        marked(text, row.extent(side), group, wrap=row.segment is not None).strip("\r\n")
        for row, group in zip(rows, groups, strict=True)
    ]


def _starts(rows: Sequence[Row]) -> dict[Side, list[int]]:
    return {side: [row.extent(side).start for row in rows] for side in Side}


def _row_at(starts: Sequence[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def _structure(row: Row, side: Side) -> list[Annotation]:
    """What surrounds the sentence, set fainter."""
    sentence, extent = row.sentence(side), row.extent(side)
    if sentence is None:
        return []
    around = (Span(extent.start, sentence.start), Span(sentence.end, extent.end))
    return [Annotation(part, '<span class="markup">', "</span>") for part in around if len(part)]


def _mark(section_number: int, index: int, note: Note) -> Annotation:
    """The element around the noted text, and its number linked to the note."""
    place = f"{section_number}-{index}"
    point = "" if len(note.span) else " point"
    opening = attributes(
        class_=note.label + point,
        data_code=note.code,
        data_note=place,
        title=note.title,
        aria_describedby=f"n{place}",
    )
    link = attributes(
        class_=f"ref {note.label}", data_code=note.code, id=f"r{place}", href=f"#n{place}"
    )
    return Annotation(note.span, f"<mark{opening}>", "</mark>", f"<a{link}>{index}</a>", rank=1)


def _change(edit: Edit) -> Annotation:
    """A repair in place: the old text struck out, the new one behind it."""
    new = f"<ins>{escape(edit.replacement)}</ins>" if edit.replacement else ""
    if len(edit.span):
        return Annotation(edit.span, "<del>", "</del>", new, rank=2)
    return Annotation(edit.span, "", "", new, rank=2)


def _confidence(row: Row) -> int | None:
    """The geometric mean of the token probabilities, in percent."""
    mean = row.segment.log_probability if row.segment else None
    if mean is None or math.isnan(mean):
        return None
    return round(100 * math.exp(min(mean, 0.0)))
