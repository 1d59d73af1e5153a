"""A negation that only the translation has."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.negations import negations
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P131",
    "negation-added",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=[
        ("Er kommt am Montag.", "He does [not] come on Monday."),
        ("Er kam.", "He [didn't] come."),
    ],
    good=[
        ("Er kommt nicht.", "He does not come."),
        ("Das ist unmöglich.", "That is not possible."),
        ("Er kam kaum.", "He did not come often."),
    ],
)
def negation_added(pair: Pair) -> Iterator[Hit]:
    """The translation says no and nothing in the source does."""
    if pair.source.rstrip(' “”"»«').endswith("?"):
        return
    for span in negations(pair.source, pair.target).added:
        yield Hit(
            span,
            f"“{span.of(pair.target)}” has no counterpart in the source: the translation may say "
            "the opposite.",
        )
