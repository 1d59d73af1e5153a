"""A translation that stops in the middle of its sentence."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_CLOSING = " \t\n“”\"»«’'‘)]"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*$")
_FROM = 4  # words; shorter ones may be headings


@check(
    "P114",
    "cut-off",
    Category.OMISSION,
    Severity.MAJOR,
    bad=[
        ("Er kam und ging bald nach Hause.", "He came and soon [went]"),
        ("Er kam und ging bald nach Hause.", "He came and soon went to[,]"),
    ],
    good=[
        ("Er kam und ging bald nach Hause.", "He came and soon went home."),
        ("Nur ein Titel ohne Punkt", "Only a title without a point"),
        ("Er sagte „Geh bald nach Hause“.", "He said “go home soon.”"),
    ],
)
def cut_off(pair: Pair) -> Iterator[Hit]:
    """The source ends its sentence and the translation does not."""
    source, target = pair.source.rstrip(_CLOSING), pair.target.rstrip(_CLOSING)
    if pair.truncated or not source.endswith((".", "!", "?")) or len(source.split()) < _FROM:
        return
    if target and (target[-1].isalnum() or target[-1] in ",;-–—("):
        last = _WORD.search(target)
        start = last.start() if last else len(target) - 1
        yield Hit(
            Span(start, len(target)),
            "The translation stops here without the end of its sentence.",
        )
