"""A negation that only the source has."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.negations import negations
from translate.checks.registry import check
from translate.findings import Category, Severity, Side


@check(
    "P130",
    "negation-lost",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=[
        ("Er hat das [nicht] gesagt.", "He said that."),
        ("Es gab [keine] Toten.", "People died."),
    ],
    good=[
        ("Er hat das nicht gesagt.", "He didn't say that."),
        ("Nicht nur er kam.", "He came, and others too."),
        ("Das ist nicht möglich.", "That is impossible."),
        ("Kommt er nicht?", "Is he coming?"),
    ],
)
def negation_lost(pair: Pair) -> Iterator[Hit]:
    """The source says no and nothing in the translation does."""
    if not pair.target.strip() or pair.source.rstrip(' “”"»«').endswith("?"):
        return
    for span in negations(pair.source, pair.target).lost:
        yield Hit(
            span,
            f"“{span.of(pair.source)}” of the source has no counterpart: the translation may say "
            "the opposite.",
            side=Side.SOURCE,
        )
