"""An English article with nothing behind it."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_HANGING = re.compile(
    r"\b(?:[Tt]he|[Aa]n|(?<=[a-z] )a|[Mm]y|[Oo]ur|[Tt]heir|[Yy]our|[Ee]very)"
    r"(?=\s?(?:[,;:!?)]|\.(?!\.)|$))"
)


@check(
    "P127",
    "hanging-article",
    Category.OMISSION,
    Severity.MAJOR,
    bad=[
        ("jenseits der Isar, wo er wohnt", "beyond [the], where he lives"),
        ("Er sprach mit unserem Lehrer.", "He talked to [our]."),
    ],
    good=[
        ("Das war seine.", "That was his."),
        ("Plan A, nicht B", "plan A, not B"),
        ("Seit wir das … haben", "Since we have had the ... thing"),
    ],
)
def hanging_article(pair: Pair) -> Iterator[Hit]:
    """An article or possessive stands before a comma or full stop: its noun was lost."""
    for found in _HANGING.finditer(pair.target):
        yield Hit(Span(*found.span()), f"Nothing follows “{found.group()}”: a word was lost.")
