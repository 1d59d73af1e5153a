"""Numbers, names, addresses: facts changed or lost."""

import re
from random import Random

from benchmarks.planting.base import (
    Example,
    Planted,
    occurrences,
    on_target,
    removed,
    replaced,
    tokens,
)
from translate.findings import Side
from translate.spans import Span

_NUMBER = re.compile(r"(?<![\w.,:/-])\d+(?:[.,:]\d+)*(?![\w/-])")
_NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve")
_NUMERAL = re.compile(rf"\b(?:{'|'.join(_NUMERALS)})\b")
_SCALE = re.compile(r"\b\d[\d.,]* (million|billion)\b")
_NAME = re.compile(r"(?<![\w-])[A-ZÄÖÜ][a-zà-öø-ÿß]{2,}(?![\w-])")


def number_changed(random: Random, example: Example) -> Planted | None:
    """A number in digits becomes another one: a digit changed or two swapped."""
    places = list(_NUMBER.finditer(example.target))
    if not places:
        return None
    place = random.choice(places)
    old = place.group()
    digits = [i for i, c in enumerate(old) if c.isdigit()]
    index = random.choice(digits)
    other = random.choice([d for d in "123456789" if d != old[index]])
    new = old[:index] + other + old[index + 1 :]
    return _as(example, Span(*place.span()), new)


def numeral_changed(random: Random, example: Example) -> Planted | None:
    """A number word becomes another one."""
    places = list(_NUMERAL.finditer(example.target))
    if not places:
        return None
    place = random.choice(places)
    new = random.choice([word for word in _NUMERALS if word != place.group()])
    return _as(example, Span(*place.span()), new)


def scale_changed(random: Random, example: Example) -> Planted | None:
    """Millions become billions, or the other way round."""
    places = list(_SCALE.finditer(example.target))
    if not places:
        return None
    place = random.choice(places)
    new = "billion" if place.group(1) == "million" else "million"
    target = replaced(example.target, Span(*place.span(1)), new)
    number = Span(place.start(), place.start(1) - 1)
    phrase = Span(place.start(), place.start(1) + len(new))
    return on_target(example, target, number, phrase)


def _as(example: Example, span: Span, new: str) -> Planted:
    target = replaced(example.target, span, new)
    return on_target(example, target, Span(span.start, span.start + len(new)))


def number_dropped(random: Random, example: Example) -> Planted | None:
    """A number that stands once on either side in the same digits is left out."""
    places = []
    for match in _NUMBER.finditer(example.target):
        alike = list(occurrences(example.source, match.group()))
        if len(alike) == 1 and len(list(occurrences(example.target, match.group()))) == 1:
            places.append((Span(*match.span()), alike[0]))
    if not places:
        return None
    place, there = random.choice(places)
    return Planted(example.source, removed(example.target, place), Side.SOURCE, (there,))


def _shared_names(example: Example) -> list[tuple[Span, Span]]:
    """Names that both sides have once, in the same letters: their places in target and source."""
    found = []
    for match in _NAME.finditer(example.target):
        name = match.group()
        there = list(occurrences(example.source, name))
        once = len(there) == 1 and example.target.count(name) == 1
        if once and name.lower() not in example.common and name not in example.next_target:
            found.append((Span(*match.span()), there[0]))
    return found


def name_changed(random: Random, example: Example) -> Planted | None:
    """A name becomes another one of the set."""
    places = _shared_names(example)
    if not places:
        return None
    place, _ = random.choice(places)
    old = place.of(example.target)
    new = random.choice(example.names)
    if new == old or new in example.target or new in example.source:
        return None
    return _as(example, place, new)


def name_dropped(random: Random, example: Example) -> Planted | None:
    """A name of one word is left out."""
    places = [p for p in _shared_names(example) if _alone(example.target, p[0])]
    if not places:
        return None
    place, there = random.choice(places)
    return Planted(example.source, removed(example.target, place), Side.SOURCE, (there,))


def _alone(text: str, span: Span) -> bool:
    return text[span.end : span.end + 1] not in {"'", "’"}


def name_garbled(random: Random, example: Example) -> Planted | None:
    """A name of six letters or more loses two neighbouring letters' order or one of them."""
    places = [p for p in _shared_names(example) if len(p[0]) > 5]
    if not places:
        return None
    place, _ = random.choice(places)
    old = place.of(example.target)
    index = random.randrange(1, len(old) - 2)
    swapped = old[:index] + old[index + 1] + old[index] + old[index + 2 :]
    new = swapped if swapped != old else old[:index] + old[index + 1 :]
    return _as(example, place, new)


def address(random: Random, example: Example) -> Planted | None:
    """An address that stands on both sides is another one in the English."""
    host = random.choice(("example", "nachrichten", "zeitung-online", "reise"))
    old, new = random.choice(
        (
            (f"https://www.{host}.de/artikel/4711", f"https://www.{host}.com/artikel/4711"),
            (f"www.{host}.de", f"www.{host}.uk"),
            (f"redaktion@{host}.de", f"editors@{host}.de"),
            (f"https://{host}.org/a?id=7", f"https://{host}.org/a?id=8"),
        )
    )
    source = f"{example.source} ({old})"
    target = f"{example.target} ({new})"
    left = Span(len(source) - 1 - len(old), len(source) - 1)
    return Planted(source, target, Side.SOURCE, (left,)) if tokens(example.target) else None
