"""One German word left in the English."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.leftovers import leftovers
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P113",
    "german-word-left-in",
    Category.UNTRANSLATED,
    Severity.MINOR,
    bad=[
        ("Die Regierung schwieg lange.", "The [Regierung] was silent for long."),
        ("Er hat es verheimlicht.", "He [verheimlicht] it."),
    ],
    good=[
        ("Die Regierung schwieg lange.", "The government was silent for long."),
        ("Der Bundestag tagte.", "The Bundestag was in session."),
        ("Er wohnt in Fischerbach.", "He lives in Fischerbach."),
    ],
)
def german_word_left(pair: Pair) -> Iterator[Hit]:
    """A German word was left standing in the translation."""
    for span in leftovers(pair.source, pair.target):
        text = span.of(pair.target)
        if " " not in text:
            yield Hit(span, f"“{text}” is German left in the translation.")
