"""Two articles in a row before one noun: “soll der die Bundesnetzagentur”."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_ARTICLES = "der|die|das|den|dem|des"
_FINITE = (
    "wurden?|hatten?|konnten?|sollten?|mussten?|wollten?|durften?|habe|haben|sollen|müssen|werden"
    "|können|wollen|waren|sagten?|erklärten?|über|unter|gegen|wegen|hinter|außer|aber"
    "|[a-zäöüß]+ten? (?:de[rnms]|die|das|eine?[nrms]?|sich)"
)
# Legitimate: "die der Regierung nahestehende Partei", "alle, die die Stadt kennen".
_TWO = re.compile(
    rf"(?:(?<=^)|(?<=[.!?“] )|(?<=[a-zäöüß] ))(?P<first>{_ARTICLES}|D(?:er|ie|as|en|em|es)) "
    rf"(?P<second>{_ARTICLES}) (?=[A-ZÄÖÜ]\w+(?: (?:(?:{_FINITE})\b|[a-zäöüß]+(?<!e)(?<!en)"
    r"(?<!er)(?<!es)(?<!em)\b)|[.!?]))",
    re.MULTILINE,
)
_MAY_PRECEDE = re.compile(
    r"(?:\b(?:und|oder|sowie|als|wie|denn|aber|sondern|auch|nur|selbst|sogar|für|um|an|auf|in|von"
    r"|mit|bei|zu|aus|nach|über|unter|vor|gegen|durch|ohne|dass|ob|wenn|weil|sei|sind|ist|war"
    r"|waren|nicht|unter|neben|zwischen|hinter|wegen|was|wer|wen|wem) )$"
)


@check(
    "S313",
    "doubled-article",
    Category.GRAMMAR,
    Severity.MAJOR,
    bad=[
        "Im Juli soll [der die] Bundesnetzagentur über alles entscheiden.",
        "[Die der] Betriebsrat will mehr.",
    ],
    good=[
        "Alle, die die Stadt kennen",
        "die der Regierung nahestehende Zeitung",
        "Das ist der, den die Polizei sucht.",
    ],
)
def doubled_article(source: Source) -> Iterator[Hit]:
    """Two articles stand in a row before one noun."""
    for match in _TWO.finditer(source.text):
        first, second = match.group("first"), match.group("second")
        if _MAY_PRECEDE.search(source.text[max(0, match.start() - 12) : match.start()]):
            continue
        right = second.capitalize() if first[0].isupper() else second
        yield Hit(
            Span(match.start(), match.end() - 1),
            f"“{first} {second}” are two articles before one noun; one is too many.",
            right,
        )
