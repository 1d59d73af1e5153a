"""A word that the model read past."""

from collections.abc import Iterator
from itertools import pairwise

from translate.checks.base import Hit, Pair
from translate.checks.coverage import missing
from translate.checks.measures import lost_dates
from translate.checks.registry import check
from translate.findings import Category, Severity, Side
from translate.spans import Span


@check(
    "P128",
    "word-left-out",
    Category.OMISSION,
    Severity.MINOR,
    bad=[
        Pair(
            "Die Flut hat den alten [Bahnhof] zerstört.",
            "The flood destroyed the old.",
            left_out=(Span(23, 30),),
        ),
        Pair(
            "Das [kaputte Fenster] wird am Freitag vom Meister selbst repariert.",
            "The will be repaired on Friday by the master himself.",
            left_out=(Span(4, 11), Span(12, 19)),
        ),
    ],
    good=[Pair("Er kam im Januar zurück.", "He returned in January.")],
)
def word_left_out(pair: Pair) -> Iterator[Hit]:
    """No word of the translation was read from a German word, and none has its meaning."""
    if not pair.left_out:
        return
    part = missing(pair.source, pair.target)
    told = [label.span for label in lost_dates(pair.source, pair.target)]
    told += [part.span] if part else []  # by other checks
    for span in _runs(pair.source, pair.left_out):
        if not any(span.overlaps(other) for other in told):
            word = span.of(pair.source)
            yield Hit(span, f"The translation leaves out “{word}”.", side=Side.SOURCE)


def _runs(text: str, words: tuple[Span, ...]) -> Iterator[Span]:
    """``words`` with those joined that only a space or hyphen parts."""
    start = None
    for word, following in pairwise([*words, None]):
        assert word
        start = word.start if start is None else start
        if not following or text[word.end : following.start].strip("- "):
            yield Span(start, word.end)
            start = None
