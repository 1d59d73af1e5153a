"""Clauses and sentences lost or added, text cut off, German left as it was."""

import re
from collections.abc import Iterator
from random import Random

from benchmarks.planting.base import Example, Planted, on_target, tokens
from translate.findings import Side
from translate.spans import Span

_FROM = 4  # words that make a clause
_CLAUSE = re.compile(r"(?<=[\w”\"’)]),(?!\d) ?([^,;:.!?„“”\"»«()–]+)(?=[,.;](?!\d))")
_END = re.compile(r"[.!?]$")


def _clauses(text: str) -> Iterator[re.Match[str]]:
    """Parts between commas, or a comma and the end, of four words or more.

    No comma or point inside a number is one: “25,000 euros were paid” is no clause.
    """
    for match in _CLAUSE.finditer(text):
        if len(match.group(1).split()) >= _FROM and len(match.group()) < 0.6 * len(text):
            yield match


def clause_dropped(random: Random, example: Example) -> Planted | None:
    """A clause between commas is left out of the English. Its place in the German is unknown."""
    places = list(_clauses(example.target))
    if not places:
        return None
    place = random.choice(places)
    target = example.target[: place.start()] + example.target[place.end() :]
    return Planted(example.source, target, Side.SOURCE, ())


def clause_foreign(random: Random, example: Example) -> Planted | None:
    """The German has a clause, taken from another sentence, that the English lacks."""
    source, span = _inserted(random, example.source, example.next_source)
    return Planted(source, example.target, Side.SOURCE, _trims(source, span)) if span else None


def clause_added(random: Random, example: Example) -> Planted | None:
    """The English has a clause, taken from another sentence, that the German lacks."""
    target, span = _inserted(random, example.target, example.next_target)
    return on_target(example, target, *_trims(target, span)) if span else None


def _inserted(random: Random, text: str, other: str) -> tuple[str, Span | None]:
    """``text`` with a clause of ``other`` before its last mark, and where it stands."""
    clauses = list(_clauses(other))
    if not clauses or not _END.search(text):
        return text, None
    clause = random.choice(clauses).group(1).strip()
    start = len(text) - 1
    added = f", {clause}"
    return text[:start] + added + text[start:], Span(start, start + len(added))


def _trims(text: str, span: Span) -> tuple[Span, ...]:
    """The span with and without its comma, its space and the mark behind it."""
    return tuple(
        Span(span.start + front, span.end + back)
        for front in (0, 1, 2)
        for back in (0, 1)
        if span.end + back <= len(text)
    )


def sentence_dropped(_: Random, example: Example) -> Planted | None:
    """Of two sentences the second is left out of the English."""
    if not _whole(example):
        return None
    source = f"{example.source} {example.next_source}"
    span = Span(len(example.source) + 1, len(source))
    return Planted(source, example.target, Side.SOURCE, _ends(span))


def sentence_added(_: Random, example: Example) -> Planted | None:
    """The English has a second sentence that the German lacks."""
    if not _whole(example):
        return None
    target = f"{example.target} {example.next_target}"
    return on_target(example, target, *_ends(Span(len(example.target) + 1, len(target))))


def _ends(span: Span) -> tuple[Span, ...]:
    return tuple(Span(span.start, span.end - cut) for cut in (0, 1, 2))


def _whole(example: Example) -> bool:
    texts = (example.source, example.target, example.next_source, example.next_target)
    return all(_END.search(text) and len(text.split()) >= _FROM for text in texts)


def truncated(random: Random, example: Example) -> Planted | None:
    """The English stops after half to nine tenths of its words."""
    places = tokens(example.target)
    if len(places) < 6 or not _END.search(example.target) or not _END.search(example.source):
        return None
    keep = max(2, int(len(places) * random.uniform(0.5, 0.9)))
    end = places[keep - 1].end
    return on_target(example, example.target[:end], Span(places[keep - 1].start, end))


def untranslated(_: Random, example: Example) -> Planted | None:
    """The output is the German itself."""
    if len(tokens(example.source)) < _FROM or example.source == example.target:
        return None
    return on_target(example, example.source, Span(0, len(example.source)))


def untranslated_phrase(random: Random, example: Example) -> Planted | None:
    """Three to six English words are German ones, from the same part of the sentence."""
    return _left(random, example, random.randint(3, 6))


def untranslated_word(random: Random, example: Example) -> Planted | None:
    """One English word is a German one of five letters or more that is no English.

    What the English of the set has too (“Interview”), in lower case or as a name, with the
    -s of the German genitive or without (“Putins”), could stand in a good
    translation: it is not planted.
    """
    return _left(random, example, 1)


def _left(random: Random, example: Example, size: int) -> Planted | None:
    german, english = tokens(example.source), tokens(example.target)
    if min(len(german), len(english)) < 2 * size + 2:
        return None
    first = random.randrange(len(german) - size + 1)
    words = [span.of(example.source) for span in german[first : first + size]]
    if size == 1 and not (
        len(words[0]) > 4
        and words[0].isalpha()
        and words[0] not in example.target
        and words[0].lower() not in example.common
        and not {words[0], words[0].removesuffix("s")}.intersection(example.names)
        and (words[0].islower() or words[0].lower() != words[0].title())
    ):
        return None
    phrase = Span(german[first].start, german[first + size - 1].end).of(example.source)
    if phrase in example.target:
        return None
    place = min(first * len(english) // len(german), len(english) - size)
    start, end = english[place].start, english[place + size - 1].end
    target = example.target[:start] + phrase + example.target[end:]
    return on_target(example, target, Span(start, start + len(phrase)))
