"""A translation edited: its links and what was reworded before move along."""

from collections.abc import Iterable
from dataclasses import replace

from translate.results import Link, Rewording, Translation
from translate.spans import Edit, OffsetMap, apply_edits


def edited(translation: Translation, changes: Iterable[tuple[Edit, str]]) -> Translation:
    """``translation`` after sorted ``changes``: edits, and the German word behind each.

    An edit must not touch what was reworded before.
    """
    found = list(changes)
    if not found:
        return translation
    text = translation.text
    edits = [edit for edit, _ in found]
    places = OffsetMap(edits).new_spans
    moved = OffsetMap([Edit(p, e.span.of(text)) for p, e in zip(places, edits, strict=True)])
    reworded = [
        replace(before, span=moved.to_original(before.span)) for before in translation.reworded
    ]
    reworded += [
        Rewording(place, edit.span.of(text), german)
        for place, (edit, german) in zip(places, found, strict=True)
    ]
    return replace(
        translation,
        text=apply_edits(text, edits),
        alignment=tuple(
            Link(moved.to_original(link.target), link.source) for link in translation.alignment
        ),
        reworded=tuple(sorted(reworded, key=lambda one: one.span)),
    )
