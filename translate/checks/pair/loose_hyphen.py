"""A space that tears an English compound at its hyphen."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_BEFORE = re.compile(r" -(?<=[^\W\d_]{2} -)(?=[^\W\d_]{2})")
_AFTER = re.compile(
    r"- (?<=[^\W\d_]{2}- )(?!(?:and|or|to|nor|but|versus|vs|as|und|oder|bis)\b)(?=[^\W\d_]{2})"
)


@check(
    "P304",
    "loose-hyphen",
    Category.SPELLING,
    Severity.MINOR,
    bad=[
        ("ein bekannter Mann", "a well[ -]known man"),
        ("ein bekannter Mann", "a well[- ]known man"),
    ],
    good=[
        ("ein bekannter Mann", "a well-known man"),
        ("das zwei- bis dreifache", "two- to threefold"),
        ("minus drei Grad", "it was -3 degrees"),
        ("der Mann – er kam", "the man - he came"),
    ],
)
def loose_hyphen(pair: Pair) -> Iterator[Hit]:
    """A space before or after its hyphen tears an English compound apart."""
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(pair.target):
            yield Hit(Span(*match.span()), "A space tears this compound at its hyphen.", "-")
