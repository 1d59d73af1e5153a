"""Literal translations of English phrases: patterns from a data file, searched in German."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from translate.checks.base import Hit
from translate.checks.tables import rows
from translate.spans import Span

_GAP = r"(?:[^.;:!?\n]{0,90}?)"


@dataclass(frozen=True, slots=True)
class Idiom:
    """A German pattern, the English behind it, and what German says instead.

    key: lower-case letters that every match contains; looking for them first is quick.
    """

    name: str
    key: str
    pattern: re.Pattern[str]
    english: str
    german: str
    bad: str
    good: str


@cache
def idioms(name: str) -> tuple[Idiom, ...]:
    """The entries of the data file ``name``."""
    return tuple(
        Idiom(row[0], row[1], re.compile(row[2].replace("…", _GAP)), *row[3:]) for row in rows(name)
    )


def hits(text: str, name: str) -> Iterator[Hit]:
    """Where ``text`` matches an entry of the data file ``name``."""
    lowered = text.lower()
    for idiom in idioms(name):
        if idiom.key in lowered:
            for match in idiom.pattern.finditer(text):
                yield Hit(
                    Span(*match.span()),
                    f"“{match.group()}” reads like English “{idiom.english}” put literally; "
                    f"German says: {idiom.german}.",
                )
