"""A name that a chain of hyphens repeats in the English."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_CHAIN = re.compile(r"(?<![\w-])(?:[^\W\d_][\w.’']*-)*?([^\W\d_][\w.]{2,})((?:-\1)+)(?![\w])")


@check(
    "P303",
    "doubled-chain-name",
    Category.DUPLICATION,
    Severity.MAJOR,
    bad=[("Er traf Witkoff und Putin.", "It was a Witkoff-Putin[-Putin] meeting.")],
    good=[
        ("Das Treffen von Witkoff und Putin", "the Witkoff-Putin meeting"),
        ("In Baden-Baden", "In Baden-Baden"),
        ("Er sprach leise.", "He spoke in a so-so voice."),
    ],
)
def doubled_chain_name(pair: Pair) -> Iterator[Hit]:
    """A name stands twice in a chain of hyphens of the translation and not of the source."""
    for match in _CHAIN.finditer(pair.target) if "-" in pair.target else ():
        name = match.group(1)
        if name[0].isupper() and f"{name}-{name}".lower() not in pair.source.lower():
            yield Hit(Span(*match.span(2)), f"“{name}” stands twice in this chain of names.", "")
