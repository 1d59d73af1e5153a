"""Quotation marks or brackets that the translation lost."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity, Side
from translate.spans import Span

_QUOTED = re.compile(r"[„“”»«\"][^„“”»«\"]+[“”«»\"]")
_ANY_QUOTE = re.compile(r"[„“”»«\"‹›]|(?<!\w)['‘`]|``|''")
_BRACKETED = re.compile(r"\([^()]+\)")
_ANCHOR = re.compile(r"\d+|[A-ZÄÖÜ]\w+")  # what is the same in both languages
_MARK = re.compile(r"[(),;:\[/–—]|\s-\s")
_NEAR = 14  # characters
_ASIDE = re.compile(r"[(),;:\[/]|\s[-–—]\s|—")


@check(
    "P311",
    "marks-lost",
    Category.PUNCTUATION,
    Severity.MINOR,
    bad=[
        ("Er sagte [„]ja“ zu ihr.", "He said yes to her."),
        ("Die Partei [(]CDU) kam.", "The party CDU came."),
    ],
    good=[
        ("Er sagte „ja“.", 'He said "yes".'),
        ("Er sagte „ja“.", "He said ‘yes’."),
        ("Er (45) kam.", "He, 45, came."),
        ("„Er kam.", "He came."),
    ],
)
def marks_lost(pair: Pair) -> Iterator[Hit]:
    """The source quotes or brackets something and the translation does not."""
    if not pair.target.strip():
        return
    quoted = _QUOTED.search(pair.source)
    if quoted and not _ANY_QUOTE.search(pair.target):
        yield _hit(quoted.start(), "quotation marks")
    bracketed = _BRACKETED.search(pair.source)
    if bracketed and "(" not in pair.target and _is_bare(bracketed.group(), pair):
        yield _hit(bracketed.start(), "brackets")


def _is_bare(aside: str, pair: Pair) -> bool:
    """Whether the translation has no other marks for ``aside``: commas, dashes or a colon."""
    fewer = len(_ASIDE.findall(pair.source)) - len(_ASIDE.findall(pair.target))
    if fewer > 1:
        return True
    places = [pair.target.find(anchor) for anchor in _ANCHOR.findall(aside)]
    known = [place for place in places if place > 0]
    if not known:
        return fewer == 1
    return not _MARK.search(pair.target[max(0, known[0] - _NEAR) : known[0]])


def _hit(place: int, name: str) -> Hit:
    return Hit(
        Span(place, place + 1),
        f"The {name} of the source are missing from the translation.",
        side=Side.SOURCE,
    )
