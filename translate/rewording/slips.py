"""Slips of form are put right: words written twice, German numbers, “a” for “an”.

The checks on a pair find them and suggest what is right; a reader never sees them.
"""

from collections.abc import Iterator

from translate.checks import Pair, Selection, check_pair
from translate.findings import Category, Finding, Side
from translate.results import Translation
from translate.rewording.edited import edited
from translate.spans import Edit, Span, tidy

_MENDED = Selection(select=("P301", "P302", "P303", "P304", "P305", "P306", "P313", "P501"))
_MOST = 2  # copies of a word; with more of them the model ran into a loop, which is retried


def without_slips(source: str, translation: Translation) -> Translation:
    """``translation`` of ``source`` with the suggestions of the checks for slips carried out.

    ``Translation.reworded`` tells what was replaced; no German word is behind it.
    """
    return edited(translation, ((edit, "") for edit in tidy(_edits(source, translation))))


def _edits(source: str, translation: Translation) -> Iterator[Edit]:
    text = translation.text
    for finding in check_pair(Pair(source, text), _MENDED):
        edit = _whole_words(finding, text)
        if edit and not any(edit.span.overlaps(before.span) for before in translation.reworded):
            yield edit


def _whole_words(finding: Finding, text: str) -> Edit | None:
    """The edit that ``finding`` suggests, widened to whole words, or None if it has none."""
    right, span = finding.suggestion, finding.span
    if right is None or finding.side is not Side.TARGET:
        return None
    if finding.category is Category.DUPLICATION and right:
        near = text[span.start : span.end + len(right) + 2]
        if near.lower().count(right.lower()) > _MOST:
            return None
    start, end = span.start, span.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Edit(Span(start, end), text[start : span.start] + right + text[span.end : end])
