"""A name of the source that the translation lacks."""

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.base import Hit, Pair
from translate.checks.name_odds import is_unknown
from translate.checks.named import strangers
from translate.checks.names import is_there
from translate.checks.registry import check
from translate.checks.tables import lines, rows
from translate.findings import Category, Severity, Side
from translate.spans import Span


@cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(lines("titles.txt"))
    name = r"[A-ZÄÖÜ][a-zà-öø-ÿß]{3,}"
    return re.compile(rf"\b(?:{titles}) (?P<names>(?:{name} )?{name})(?![\w-]| [A-ZÄÖÜ])")


@cache
def _places() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    table = {german: tuple(english.split("|")) for german, english in rows("exonyms.tsv")}
    return re.compile(rf"\b(?:{'|'.join(table)})s?\b"), table


@check(
    "P120",
    "name-missing",
    Category.OMISSION,
    Severity.MAJOR,
    bad=[
        ("Präsident [Putin] sprach.", "The president spoke."),
        ("Er flog nach [Russland].", "He flew away."),
    ],
    good=[
        ("Präsident Selenskyj sprach.", "President Zelensky spoke."),
        ("Er flog nach Russland.", "He flew to Russia."),
        ("Er sprach mit Russland.", "He spoke to the Russians."),
        ("der Sprecher des Hauses", "the speaker of the house"),
    ],
)
def name_missing(pair: Pair) -> Iterator[Hit]:
    """A person or place that the source names is not named in the translation."""
    if not pair.target.strip():
        return
    if strangers(pair.source, pair.target).added:
        return
    for span in sorted({*_people(pair), *_countries(pair)}):
        yield Hit(
            span,
            f"The translation does not name “{span.of(pair.source)}”.",
            side=Side.SOURCE,
        )


def _people(pair: Pair) -> Iterator[Span]:
    for match in _titled().finditer(pair.source):
        last = match.group("names").split()[-1]
        if is_unknown(last) and not is_there(last, pair.target):
            yield Span(match.end() - len(last), match.end())


def _countries(pair: Pair) -> Iterator[Span]:
    pattern, english = _places()
    for match in pattern.finditer(pair.source):
        name = match.group() if match.group() in english else match.group()[:-1]
        if not any(stem in pair.target for stem in (*english[name], name)):
            yield Span(*match.span())
