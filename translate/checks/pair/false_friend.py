"""An English word that looks like the German one and means something else."""

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.checks.tables import rows
from translate.findings import Category, Severity
from translate.spans import Span


@cache
def _friends() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b(?:{german})\b"), re.compile(rf"\b(?:{english})\b"), right)
        for german, english, right in rows("false_friends.tsv")
    )


@cache
def _any_friend() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(english for _, english, _ in rows('false_friends.tsv'))})\b"
    )


@check(
    "P150",
    "false-friend",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=[
        ("Die aktuelle Lage ist ernst.", "The [actual] situation is serious."),
        ("Er kommt eventuell.", "He will [eventually] come."),
    ],
    good=[
        ("Die aktuelle Lage", "The current situation"),
        ("Die tatsächliche Lage", "The actual situation"),
    ],
)
def false_friend(pair: Pair) -> Iterator[Hit]:
    """An English word looks like the German one but means something else."""
    if not _any_friend().search(pair.target):
        return
    for german, english, right in _friends():
        found = english.search(pair.target)
        if found:
            source = german.search(pair.source)
            if source:
                yield Hit(
                    Span(*found.span()),
                    f"“{source.group()}” does not mean “{found.group()}”; say {right}.",
                )
