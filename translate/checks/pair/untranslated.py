"""A sentence that came back as it went in."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair, whole
from translate.checks.registry import check
from translate.checks.tables import words
from translate.findings import Category, Severity

_WORD = re.compile(r"[^\W\d_]+")
_SAME = 0.85  # of the target's words that stand in the source too
_FROM = 3  # words


@check(
    "P104",
    "untranslated",
    Category.UNTRANSLATED,
    Severity.CRITICAL,
    bad=[("Das ist ein sehr guter Tag.", "[Das ist ein sehr guter Tag.]")],
    good=[
        ("Das ist gut.", "This is good."),
        ("Angela Merkel, Emmanuel Macron", "Angela Merkel, Emmanuel Macron"),
        ("The Sound of Music", "The Sound of Music"),
    ],
)
def untranslated(pair: Pair) -> Iterator[Hit]:
    """The translation is the German sentence again, or nearly so."""
    target = _WORD.findall(pair.target)
    lower = [word for word in target if word[0].islower()]
    if len(target) < _FROM or not words("german.txt").intersection(lower):
        return
    source = set(_WORD.findall(pair.source))
    if sum(word in source for word in target) >= _SAME * len(target):
        yield Hit(whole(pair.target), "The sentence was not translated: it is still German.")
