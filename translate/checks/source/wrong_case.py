"""A preposition with the wrong case where the form alone tells: “von eine halben Minute”."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_WRONG = re.compile(
    r"\b(?P<preposition>[Mm]it|[Vv]on|[Bb]ei|[Aa]us|[Ss]eit) (?P<article>(?:k|m|s)?eine)"
    r"(?= (?:[a-zäöüß]+en )?[A-ZÄÖÜ][a-zäöüß]+)"
)


@check(
    "S341",
    "wrong-case",
    Category.GRAMMAR,
    Severity.MAJOR,
    bad=["Er gewann mit einem Vorsprung [von eine] halben Minute."],
    good=["von einer halben Minute", "mit einem Schlag", "Er kam von einem Besuch."],
)
def wrong_case(source: Source) -> Iterator[Hit]:
    """A preposition of the dative stands before a form that no dative has."""
    for match in _WRONG.finditer(source.text):
        right = f"{match.group('preposition')} {match.group('article')}r"
        yield Hit(
            Span(*match.span()),
            f"“{match.group('preposition')}” takes the dative: “{right}”.",
            right,
        )
