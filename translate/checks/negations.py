"""Negations on either side, and whatever may carry one in other words.

A word such as “unable” carries the German “nicht” only where no German word means it already:
“less” for “weniger” carries nothing.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.checks.lexicon import means
from translate.checks.tables import rows
from translate.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?")
_HEAD = 6


@dataclass(frozen=True, slots=True)
class Negations:
    """The negations of a pair. lost, added: those without a counterpart on the other side."""

    lost: tuple[Span, ...]
    added: tuple[Span, ...]


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    parts = [row[2] for row in rows("negations.tsv") if row[:2] == (language, kind)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def negations(source: str, target: str) -> Negations:
    """The negations of a German sentence and its translation."""
    german, german_idioms = _strong("de", source)
    english, english_idioms = _strong("en", target)
    if not german and not english:
        return Negations((), ())
    right = [word.lower() for word in _WORD.findall(target)]
    negates = _pattern("en", "weak").fullmatch
    negative = {word[:_HEAD] for word in right if negates(word)}
    heads = {word[:_HEAD] for word in right}
    meant: set[str] = set()
    german_carriers = german_idioms
    weak = _pattern("de", "weak")
    for word in _WORD.findall(source):
        beginnings = means(word.lower())
        meant |= beginnings
        if weak.fullmatch(word):
            # “spurlos” may be “without a trace”: only a negative word speaks against it.
            german_carriers += (negative if word[0].islower() else heads).isdisjoint(beginnings)
    english_carriers = english_idioms + len(negative - meant)
    carriers = english_carriers - german_carriers
    return Negations(
        _alone(german, english, max(0, carriers), (len(source), len(target))),
        _alone(english, german, max(0, -carriers), (len(target), len(source))),
    )


def _alone(
    here: tuple[Span, ...], there: tuple[Span, ...], carriers: int, lengths: tuple[int, int]
) -> tuple[Span, ...]:
    """The negations ``here`` for which neither one ``there`` nor a carrier is left.

    Each one there takes the nearest one here, by its place in the sentence.
    """
    if len(here) <= len(there) + carriers:
        return ()
    left = list(here)
    for other in there:
        place = other.start / lengths[1]
        left.remove(min(left, key=lambda span: abs(span.start / lengths[0] - place)))
    return tuple(left[carriers:])


def _strong(language: str, text: str) -> tuple[tuple[Span, ...], int]:
    """The negations of ``text``, and how many of them idioms take back."""
    found = [Span(*match.span()) for match in _pattern(language, "strong").finditer(text)]
    if not found:
        return (), 0
    idioms = [Span(*match.span()) for match in _pattern(language, "idiom").finditer(text)]
    kept = tuple(span for span in found if not any(span.overlaps(idiom) for idiom in idioms))
    return kept, len(found) - len(kept)
