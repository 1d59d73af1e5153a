"""Doubled words, names, phrases and sentences; torn compounds."""

import re
from random import Random

from benchmarks.planting.base import Example, Planted, on_target, replaced, tokens
from translate.findings import Side
from translate.spans import Span

_COMPOUND = re.compile(r"(?<![\w-])([^\W\d_]{2,})-([^\W\d_]{3,})(?![\w-])")
_EMPHATIC = frozenset({"sehr", "ganz", "viel", "viele", "immer"})  # good German says them twice
_CHAIN = re.compile(r"(?<![\w-])(?:[A-ZÄÖÜ][\w.]*-)*([A-ZÄÖÜ]\w{3,})(?![\w-])")


def word(random: Random, example: Example) -> Planted | None:
    """A word of the English stands there twice."""
    target, span = _word(random, example.target)
    return on_target(example, target, span, _second(span)) if span else None


def german_word(random: Random, example: Example) -> Planted | None:
    """A word of the German stands there twice."""
    source, span = _word(random, example.source)
    return Planted(source, example.target, Side.SOURCE, (span, _second(span))) if span else None


def _second(span: Span) -> Span:
    half = (len(span) - 1) // 2
    return Span(span.start + half, span.end)


def _word(random: Random, text: str) -> tuple[str, Span | None]:
    places = [s for s in tokens(text) if s.of(text).isalpha() and s.of(text) not in _EMPHATIC]
    if not places:
        return text, None
    place = random.choice(places)
    twice = f"{place.of(text)} {place.of(text)}"
    return replaced(text, place, twice), Span(place.start, place.start + len(twice))


def name(random: Random, example: Example) -> Planted | None:
    """A name of an English chain stands there twice: Witkoff-Putin-Putin."""
    target, span = _name(random, example.target)
    return on_target(example, target, *_parts(target, span)) if span else None


def german_name(random: Random, example: Example) -> Planted | None:
    """A name of a German chain stands there twice."""
    source, span = _name(random, example.source)
    return Planted(source, example.target, Side.SOURCE, _parts(source, span)) if span else None


def _name(random: Random, text: str) -> tuple[str, Span | None]:
    places = list(_CHAIN.finditer(text))
    if not places:
        return text, None
    place = random.choice(places)
    chain = f"{place.group()}-{place.group(1)}"
    return text[: place.start()] + chain + text[place.end() :], Span(
        place.start(), place.start() + len(chain)
    )


def _parts(text: str, span: Span) -> tuple[Span, ...]:
    chain = span.of(text)
    last = len(chain.rpartition("-")[2])
    return span, Span(span.end - last - 1, span.end), Span(span.end - 2 * last - 1, span.end)


def space(random: Random, example: Example) -> Planted | None:
    """A space tears an English compound: a well -known man."""
    target, spans = _space(random, example.target)
    return on_target(example, target, *spans) if spans else None


def german_space(random: Random, example: Example) -> Planted | None:
    """A space tears a German compound: der US -Präsident."""
    source, spans = _space(random, example.source)
    return Planted(source, example.target, Side.SOURCE, spans) if spans else None


def _space(random: Random, text: str) -> tuple[str, tuple[Span, ...]]:
    places = list(_COMPOUND.finditer(text))
    if not places:
        return text, ()
    place = random.choice(places)
    hyphen = place.end(1)
    end = place.end() + 1
    spans = (Span(place.start(), end), Span(hyphen, hyphen + 2), Span(hyphen, hyphen + 1))
    return text[:hyphen] + " " + text[hyphen:], spans


def loop_word(random: Random, example: Example) -> Planted | None:
    """A word comes four to eight times in a row."""
    return _loop(random, example, 1, random.randint(3, 7))


def loop_phrase(random: Random, example: Example) -> Planted | None:
    """A phrase of two to six words comes three to five times in a row."""
    return _loop(random, example, random.randint(2, 6), random.randint(2, 4))


def _loop(random: Random, example: Example, size: int, more: int) -> Planted | None:
    text = example.target
    places = tokens(text)
    if len(places) <= size:
        return None
    first = random.randrange(len(places) - size + 1)
    phrase = Span(places[first].start, places[first + size - 1].end)
    tail = f" {phrase.of(text)}" * more
    target = text[: phrase.end] + tail + text[phrase.end :]
    end = phrase.end + len(tail)
    return on_target(example, target, Span(phrase.end + 1, end), Span(phrase.start, end))


def loop_sentence(random: Random, example: Example) -> Planted | None:
    """The whole output comes two or three times."""
    tail = f" {example.target}" * random.randint(1, 2)
    target = example.target + tail
    start = len(example.target) + 1
    end = len(target.rstrip(" .!?\"'”’)"))
    return on_target(
        example, target, Span(start, len(target)), Span(start, end), Span(0, len(target))
    )
