"""The same word twice in the English: “the the”."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.checks.tables import words
from translate.findings import Category, Severity
from translate.spans import Span

_DOUBLED = re.compile(
    r"(?<![\w’'./@-])([^\W\d_]++)([ \u00a0]+\1)+(?![\w’'/@-]|\.\w)", re.IGNORECASE
)


@check(
    "P301",
    "doubled-english-word",
    Category.DUPLICATION,
    Severity.MINOR,
    bad=[("Das ist der Tag.", "This is [the the] day."), ("Der Tag", "[The the] day")],
    good=[
        ("Das hatte er gehabt.", "That he had had."),
        ("Dass das so ist", "That that is so"),
        ("Baden Baden", "Baden Baden"),
        ("Sehr, sehr gut", "Very very good"),
    ],
)
def doubled_english(pair: Pair) -> Iterator[Hit]:
    """The same word stands twice in a row in the translation and not in the source."""
    for match in _DOUBLED.finditer(pair.target):
        word = match.group(1)
        is_copied = match.group().lower() in pair.source.lower()
        if not is_copied and word.lower() not in words("may_double_english.txt"):
            yield Hit(Span(*match.span()), f"“{word}” is written twice.", word)
