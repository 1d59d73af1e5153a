"""Negations lost and added.

Never in a question, which may have a “not” that denies nothing: “Kommt er nicht?” is “Is he
coming?”. Never before “only”, “just” or “least”, of which the same holds, nor where the verb
is denied already (“has no”, “has yet to”).
"""

import re
from random import Random

from benchmarks.planting.base import Example, Planted, on_target
from translate.findings import Side
from translate.spans import Span

# What takes a negation out of English again; the word before stays.
_LOSSES = (
    (re.compile(r"\bcan(?:no|['’])t\b"), "can"),
    (re.compile(r"\bwon['’]t\b"), "will"),
    (re.compile(r"n['’]t\b"), ""),
    (re.compile(r"\bnot (?!only\b|just\b|least\b)"), ""),
    (re.compile(r"\bno (?!longer\b|doubt\b|one\b|matter\b)"), ""),
    (re.compile(r"\bnever\b"), "always"),
    (re.compile(r"\bnobody\b"), "everybody"),
    (re.compile(r"\bnothing\b"), "everything"),
    (re.compile(r"\bwithout\b"), "with"),
)
_GERMAN = re.compile(
    r"\b(?:nicht|kein(?:e[mnrs]?)?|nie|niemals|niemand(?:e[mnr])?|nichts|ohne|nirgends?|weder)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|should|must)\b"
    r"(?! (?:not|no|never|yet|only|just|least)\b)"
)
_QUESTION = re.compile(r"\?[\W_]*$")
_GERMAN_FINITE = re.compile(
    r"\b(?:ist|sind|war|waren|wird|werden|hat|haben|kann|können|soll|sollen|muss|müssen)"
    r"(?=[.,]|$)"
)


def dropped(random: Random, example: Example) -> Planted | None:
    """A negation of the English is lost; the German has one, whose place is known if alone."""
    german = [Span(*match.span()) for match in _GERMAN.finditer(example.source)]
    places = [(m, new) for pattern, new in _LOSSES for m in pattern.finditer(example.target)]
    if len(german) != 1 or len(places) != 1 or _QUESTION.search(example.source):
        return None
    match, new = random.choice(places)
    target = example.target[: match.start()] + new + example.target[match.end() :]
    return Planted(example.source, target, Side.SOURCE, tuple(german))


def added(random: Random, example: Example) -> Planted | None:
    """The English says “not” behind a verb."""
    places = list(_FINITE.finditer(example.target))
    if not places or _QUESTION.search(example.source):
        return None
    end = random.choice(places).end()
    target = f"{example.target[:end]} not{example.target[end:]}"
    return on_target(example, target, Span(end + 1, end + 4))


def added_short(random: Random, example: Example) -> Planted | None:
    """The English says “n't” behind a verb."""
    places = list(_FINITE.finditer(example.target))
    places = [place for place in places if place.group() != "will"]
    if not places or _QUESTION.search(example.source):
        return None
    place = random.choice(places)
    target = f"{example.target[: place.end()]}n't{example.target[place.end() :]}"
    return on_target(
        example,
        target,
        Span(place.start(), place.end() + 3),
        Span(place.end(), place.end() + 3),
    )


def german(random: Random, example: Example) -> Planted | None:
    """The German says “nicht” before a verb at the end of a clause; the English does not."""
    places = list(_GERMAN_FINITE.finditer(example.source))
    if not places or _QUESTION.search(example.source):
        return None
    start = random.choice(places).start()
    source = f"{example.source[:start]}nicht {example.source[start:]}"
    return Planted(source, example.target, Side.SOURCE, (Span(start, start + 5),))
