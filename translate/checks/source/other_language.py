"""A whole sentence in another language."""

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.base import Hit, Source, whole
from translate.checks.registry import check
from translate.checks.tables import lines, words
from translate.findings import Category, Severity

_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {"en": "English", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch"}
_LEAST = 6  # words
_SHARE = 4  # one word of so many is a small word of the language
_QUOTES = "„“”\"»«‚‘’'"


@check(
    "S111",
    "other-language",
    Category.UNTRANSLATED,
    Severity.MAJOR,
    bad=[
        "[The minister said that the talks with the union were over.]",
        "[Le ministre est arrivé dans la ville pour une visite.]",
    ],
    good=[
        "Der Minister sagte, die Gespräche seien vorbei.",
        "„The show must go on and on with the band“",
        "The Who in der Halle",
    ],
)
def other_language(source: Source) -> Iterator[Hit]:
    """A whole sentence stands there in another language."""
    for span in source.sentences or (whole(source.text),):
        sentence = span.of(source.text)
        found = [word.lower() for word in _WORD.findall(sentence)]
        if len(found) < _LEAST or any(w in words("german.txt") for w in found):
            continue
        language = max(_languages(), key=lambda name: _count(found, name))
        if _SHARE * _count(found, language) >= len(found) and sentence.strip()[0] not in _QUOTES:
            yield Hit(span, f"The sentence is {_NAMES[language]}, not German.")


@cache
def _languages() -> dict[str, frozenset[str]]:
    rows = (line.split() for line in lines("languages.txt"))
    return {row[0]: frozenset(row[1:]) for row in rows}


def _count(found: list[str], language: str) -> int:
    return sum(word in _languages()[language] for word in found)
