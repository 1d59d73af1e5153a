"""German words left in the English."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.leftovers import leftovers
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P105",
    "german-left-in",
    Category.UNTRANSLATED,
    Severity.MAJOR,
    bad=[("Er sagte, dass sie nicht mit ihm gehen.", "He said [dass sie nicht mit] him go.")],
    good=[
        ("Er las „Der Mann und das Meer“.", 'He read "Der Mann und das Meer".'),
        ("Er sagte, dass sie gehen.", "He said that they go."),
    ],
)
def german_left(pair: Pair) -> Iterator[Hit]:
    """Several German words in a row were left standing in the translation."""
    for span in leftovers(pair.source, pair.target):
        text = span.of(pair.target)
        if " " in text:
            yield Hit(span, f"“{text}” is German left in the translation.")
