"""Quotation marks, brackets, question marks, spaces."""

import re
from random import Random

from benchmarks.planting.base import Example, Planted, on_target
from translate.findings import Side
from translate.spans import Span

_QUOTES = '„“”»«"'
_BRACKETED = re.compile(r"\([^()]+\)")


def brackets(_: Random, example: Example) -> Planted | None:
    """The brackets of the English are gone; the German has its own."""
    there = _BRACKETED.search(example.source)
    if not there or not _BRACKETED.search(example.target):
        return None
    spans = (Span(there.start(), there.start() + 1), Span(*there.span()))
    target = example.target.replace("(", "").replace(")", "")
    return Planted(example.source, target, Side.SOURCE, spans)


def one_bracket(random: Random, example: Example) -> Planted | None:
    """One of two brackets of the English is gone."""
    return _one(random, example, "()")


def quotes(_: Random, example: Example) -> Planted | None:
    """All quotation marks of the English are gone; the German has its own."""
    places = [i for i, c in enumerate(example.source) if c in _QUOTES]
    if len(places) < 2 or sum(c in _QUOTES for c in example.target) < 2:
        return None
    target = "".join(c for c in example.target if c not in _QUOTES)
    spans = (Span(places[0], places[0] + 1), Span(places[0], places[1] + 1))
    return Planted(example.source, target, Side.SOURCE, spans)


def one_quote(random: Random, example: Example) -> Planted | None:
    """One of two quotation marks of the English is gone."""
    return _one(random, example, _QUOTES)


def _one(random: Random, example: Example, marks: str) -> Planted | None:
    places = [i for i, c in enumerate(example.target) if c in marks]
    if len(places) != 2:
        return None
    gone, left = random.sample(places, 2)
    target = example.target[:gone] + example.target[gone + 1 :]
    place = left - (left > gone)
    return on_target(example, target, Span(place, place + 1))


def question(_: Random, example: Example) -> Planted | None:
    """The question became a statement."""
    target = example.target.rstrip(" \"”’'")
    if not (target.endswith("?") and example.source.rstrip(" \"”“'").endswith("?")):
        return None
    place = Span(len(target) - 1, len(target))
    return on_target(example, f"{target[:-1]}.{example.target[len(target) :]}", place)


def space(random: Random, example: Example) -> Planted | None:
    """A space stands before a mark of the English."""
    places = [m.start() for m in re.finditer(r"(?<=\w)[,.;!?](?=\s|$)", example.target)]
    if not places:
        return None
    place = random.choice(places)
    target = f"{example.target[:place]} {example.target[place:]}"
    return on_target(example, target, Span(place, place + 2), Span(place, place + 1))
