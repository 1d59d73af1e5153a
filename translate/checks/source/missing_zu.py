"""A clause of purpose whose infinitive lacks its “zu”: “um den Weg frei machen”."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_WORDS = r"(?:(?!\w*zu)[\w„“\"-]{1,40}[ \n]){0,12}"
_CLAUSE = re.compile(
    rf"(?<=\w), (?P<clause>um {_WORDS}(?P<verb>(?!\w*zu)[a-zäöüß]{{3,30}}(?:en|ern|eln)))(?=[.!?])"
)
# Finite verbs of a relative clause (“das Kind, um das sie kämpfen”) and participles.
_FINITE = re.compile(
    r"(?:haben|hatten|waren|werden|wurden|sein|sollten|müssten|konnten|mussten|wollten|durften"
    r"|(?:ab|an|auf|aus|bei|ein|fest|frei|her|hin|mit|nach|um|unter|vor|weg|zurück)?ge\w+"
    r"|[a-zäöüß]+ten)"
)
_RELATIVE = re.compile(
    r"um (?:die|das|den|deren|dessen|welche[ns]?)[ \n](?!(?:[a-zäöüß]+ )?[A-ZÄÖÜ])"
)


@check(
    "S345",
    "missing-zu",
    Category.GRAMMAR,
    Severity.MAJOR,
    bad=["Der Rat tagte, [um den Streit um die Brücke endlich beilegen].", "Er kam, [um helfen]."],
    good=[
        "Der Rat tagte, um den Streit endlich beizulegen.",
        "Das ist das Kind, um das sich beide kümmern.",
        "Sie wurden, um mehr Geduld gebeten.",
        "Er kam, um zu helfen.",
    ],
)
def missing_zu(source: Source) -> Iterator[Hit]:
    """A clause with “um” ends on an infinitive without “zu”."""
    for match in _CLAUSE.finditer(source.text):
        if _FINITE.fullmatch(match.group("verb")) or _RELATIVE.match(match.group("clause")):
            continue
        yield Hit(
            Span(*match.span("clause")), f"The infinitive “{match.group('verb')}” lacks its “zu”."
        )
