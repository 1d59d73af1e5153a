"""A quotation mark or bracket of the English that lost its partner."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_QUOTES = '„“”»«"'


@check(
    "P312",
    "unpaired-english",
    Category.PUNCTUATION,
    Severity.MINOR,
    bad=[
        ("Er (45) kam.", "He [(]45 came."),
        ("Er (45) kam.", "He 45[)] came."),
        ("Er sagte „ja“.", 'He said ["]yes.'),
    ],
    good=[
        ("Er (45) kam.", "He (45) came."),
        ("„Ich komme.", '"I am coming.'),
        ("a) Er kam.", "a) He came."),
    ],
)
def unpaired_english(pair: Pair) -> Iterator[Hit]:
    """A quotation mark or bracket has lost its partner, which it has in the source."""
    if _unpaired(pair.source, "(", ")") is None:
        place = _unpaired(pair.target, "(", ")")
        if place is not None:
            yield _hit(pair.target, place)
    places = [i for i, letter in enumerate(pair.target) if letter in _QUOTES]
    if len(places) % 2 and sum(letter in _QUOTES for letter in pair.source) % 2 == 0:
        yield _hit(pair.target, places[-1])


def _unpaired(text: str, opening: str, closing: str) -> int | None:
    """The place of a bracket without partner, or None."""
    if text.count(opening) == text.count(closing):
        return None
    waiting: list[int] = []
    for place, letter in enumerate(text):
        if letter == opening:
            waiting.append(place)
        elif letter == closing:
            if not waiting:
                return place
            waiting.pop()
    return waiting[-1] if waiting else None


def _hit(text: str, place: int) -> Hit:
    return Hit(Span(place, place + 1), f"This {text[place]} has lost its partner.")
