"""A word is still broken as it was at the end of a line."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.linebreaks import join_broken_words


@check(
    "S321",
    "broken-word",
    Category.SPELLING,
    Severity.MAJOR,
    bad=["Die [Regie- rung] tagt.", "Die [Regie-\nrung] tagt."],
    good=[
        "zwei- bis dreimal",
        "Vor- und Nachteile",
        "hin- oder hergerissen",
        "auf- statt abgebaut",
    ],
)
def broken_word(source: Source) -> Iterator[Hit]:
    """A word is still broken as it was at the end of a line."""
    return hits(
        source.text,
        join_broken_words,
        "“{right}” is still broken as at the end of a line.",
    )
