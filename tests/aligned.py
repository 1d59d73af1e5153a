"""Translations with alignment, made by hand."""

from collections.abc import Sequence

from translate.results import Link, Translation
from translate.spans import Span


def aligned(source: str, target: str, pairs: Sequence[tuple[str, str]]) -> Translation:
    """``target`` with links between words, given as (German, English)."""

    def place(text: str, word: str) -> Span:
        return Span(text.index(word), text.index(word) + len(word))

    links = sorted(
        (Link(place(target, english), place(source, german)) for german, english in pairs),
        key=lambda link: link.target,
    )
    return Translation(target, -0.5, len(target.split()), alignment=tuple(links))
