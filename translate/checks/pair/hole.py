"""Nothing where a word must stand: “the ‘’ logo”, “Foster,, Vinke”, “between and Bogel”."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_HOLE = re.compile(
    r"\(\s*\)|\[\s*\]|(?<![\w\"”“.,!?])[\"“]\s?[\"”](?![\w\"“])|,\s?,|^[,:;](?= )"
    r"|\b(?:between|the|an) (?:and|or|is|was|are|were|has|had)\b"
)


@check(
    "P134",
    "hole",
    Category.OMISSION,
    Severity.MAJOR,
    bad=[
        ("auf der L 3 zwischen Wallau und Bogel", "on the L 3 [between and] Bogel"),
        ("Foster, Milling und Vinke sangen.", "Foster[,,] Vinke and others sang."),
        ("Szenen aus dem „Ring“", "scenes from the [“”]"),
        ("Menge: Das ist schön.", "[:] That is nice."),
        ("das Amt (Verket) schrieb", "the office [()] wrote"),
    ],
    good=[
        ("„Das ist ‚Kunst‘“, sagte er.", "“That's ‘art.’”"),
        ("Er rief print() auf.", "He called print()."),
        ("Wo er herkommt, ist es kalt.", "The place he is from is cold."),
    ],
)
def hole(pair: Pair) -> Iterator[Hit]:
    """Two marks have nothing between them, or “between” and the like no noun behind them."""
    for match in _HOLE.finditer(pair.target):
        if not _HOLE.search(pair.source):
            yield Hit(Span(*match.span()), "A word was lost here.")
