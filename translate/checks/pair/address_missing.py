"""A web or e-mail address that the translation lacks or changed."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity, Side
from translate.spans import Span

_ADDRESS = re.compile(
    r"https?://[^\s<>“”\"»«()]+|www\.[^\s<>“”\"»«()]+|[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{2,30}){1,4}"
)
_MARKS = ("@", "www.", "http")


@check(
    "P701",
    "address-missing",
    Category.MARKUP,
    Severity.MAJOR,
    bad=[("Siehe [https://example.org/a].", "See https://example.org/b.")],
    good=[("Siehe https://example.org/a.", "See https://example.org/a for more.")],
)
def address_missing(pair: Pair) -> Iterator[Hit]:
    """A web or e-mail address of the source does not stand in the translation unchanged."""
    if not pair.target.strip() or not any(mark in pair.source for mark in _MARKS):
        return
    for match in _ADDRESS.finditer(pair.source):
        address = match.group().rstrip(".,;:!?’'")
        if address not in pair.target:
            yield Hit(
                Span(match.start(), match.start() + len(address)),
                f"The address {address} is missing from the translation or was changed.",
                side=Side.SOURCE,
            )
