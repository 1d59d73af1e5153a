"""The same verb of saying twice: “sagte der Kreml und sagte”, “sagten Beamte sagten”."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_VERBS = (
    "sagte|sagten|sagt|sagen|erklärte|erklärten|erklärt|betonte|betonten|berichtete|berichteten"
    "|meinte|meinten|behauptete|behaupteten|schrieb|schrieben|kündigte|versicherte|warnte"
)
_TWICE = re.compile(
    rf"\b(?P<verb>{_VERBS})\b(?P<between>[^.!?;:„“\"»«]{{0,160}}?(?:[ \n,]))und (?P=verb)\b"
)
_AGAIN = re.compile(
    rf"\b(?P<verb>{_VERBS})(?P<who>(?: (?!und )[\w-]+){{1,4}}) (?P=verb)(?=[.,!?]|$)"
)


@check(
    "S331",
    "said-twice",
    Category.DUPLICATION,
    Severity.MAJOR,
    bad=[
        "Er kommt, [sagte der Kreml und sagte], er bleibe.",
        "Drei Menschen starben, [sagten Beamte sagten].",
    ],
    good=["Das sagte er und ging.", "Er sagte, er komme, und erklärte, er bleibe."],
)
def said_twice(source: Source) -> Iterator[Hit]:
    """A sentence has the same verb of saying twice, joined by “und” or around who says it."""
    for match in _TWICE.finditer(source.text):
        verb = match.group("verb")
        plural = "fügten" if verb.endswith("en") else "fügte"
        yield Hit(
            Span(*match.span()),
            f"“{verb}” is used twice; write “und {plural} hinzu” the second time.",
            f"{verb}{match.group('between')}und {plural} hinzu",
        )
    for match in _AGAIN.finditer(source.text):
        verb, who = match["verb"], match["who"]
        yield Hit(Span(*match.span()), f"“{verb}” is written twice.", verb + who)
