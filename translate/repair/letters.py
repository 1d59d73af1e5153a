"""A word with a space between all its letters, or with a digit for a letter."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S305"

_SPACED = re.compile(r"\b(?<!\b\w )[A-ZÄÖÜ](?: [a-zäöüß]\b){4,20}(?! \w\b)")
_ZERO = re.compile(r"(?<=[A-Za-zäöüß][a-zäöüß])0(?=[a-zäöüß]{2})")
# A small l where a capital I must stand: “lch”, “lhre”.
_SMALL_L = re.compile(
    r"(?:(?<=[.!?] )|(?<=[„\"»])|^)l(?=(?:ch|hr|hre|hrer|hnen|st) [a-zäöüßA-Z]|[mn] [a-zäöüß])"
)
_BEFORE_L = (". l", "! l", "? l", "„l", '"l', "»l")


def join_letters(text: str) -> Iterator[Edit]:
    """Joins spaced letters and puts back the letters that a scanner misread."""
    for match in _SPACED.finditer(text):
        yield Edit(Span(*match.span()), match.group().replace(" ", ""), REASON)
    for match in _ZERO.finditer(text) if "0" in text else ():
        yield Edit(Span(*match.span()), "o", REASON)
    likely = text.startswith("l") or any(before in text for before in _BEFORE_L)
    for match in _SMALL_L.finditer(text) if likely else ():
        yield Edit(Span(*match.span()), "I", REASON)
