"""A quotation that nobody says."""

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.checks.tables import lines, rows
from translate.findings import Category, Severity
from translate.spans import Span


@cache
def _unsaid() -> re.Pattern[str]:
    forms = [
        f for language, _, some in rows("reporting.tsv") if language == "en" for f in some.split()
    ]
    verbs = "|".join([*forms, *lines("saying.txt")])
    return re.compile(
        rf"\W?[^\"“”„«»]*[,.!?][\"”’'»]\s+(?P<verb>{verbs})"
        r"(?=\s*(?:[.,;:]|$)|\s+(?:on|in|at|to|after|during|when|while|as)\b)"
    )


@check(
    "P133",
    "speaker-missing",
    Category.OMISSION,
    Severity.MAJOR,
    bad=[
        ("„Die Zäune halten lange“, erklärte Otto.", "“The fences last long,” [explained]."),
        ("„Das geht nicht“, sagte Anna am Montag.", "“That won't do,” [said] on Monday."),
    ],
    good=[
        ("„Die Zäune halten lange“, erklärte Otto.", "“The fences last long,” explained Otto."),
        ("„Nie“, so Anna.", "“Never,” she said."),
        (
            "Otto, Autor von „Nie“, sagte im Mai ab.",
            "Otto, author of “Never,” said in May he was out.",
        ),
    ],
)
def speaker_missing(pair: Pair) -> Iterator[Hit]:
    """A verb of saying follows a quotation and nothing says whose it is."""
    if found := _unsaid().match(pair.target):
        verb = found["verb"]
        yield Hit(Span(*found.span("verb")), f"“{verb}” has lost its subject: who speaks?")
