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
# After a verb that no clause ends with, before an adjective: “will die den größten Teil”.
_AFTER_VERB = re.compile(
    r"\b(?:wird|will|soll|kann|muss|darf|hat|habe) (?P<both>(?P<first>die|das|den|dem)"
    r" (?P<second>der|die|das|den|dem))(?= [a-zäöüß]+[sß]ten? [A-ZÄÖÜ])"
)
# “The U.S. House” in two halves: “Die USA Das Repräsentantenhaus”.
_AFTER_USA = re.compile(
    r"\b(?P<first>[Dd]ie|[Dd]er|[Dd]en)[ \n](?:\d{1,2}\. )?USA[ \n](?P<second>Das|Die|Der)[ \n]"
    r"(?P<noun>[A-ZÄÖÜ][a-zäöüß]+)(?![\w-])"
)
_MAY_PRECEDE = re.compile(
    r"(?:\b(?:und|oder|sowie|als|wie|denn|aber|sondern|auch|nur|selbst|sogar|für|um|an|auf|in|von"
    r"|mit|bei|zu|aus|nach|über|unter|vor|gegen|durch|ohne|dass|ob|wenn|weil|sei|sind|ist|war"
    r"|waren|nicht|unter|neben|zwischen|hinter|wegen|was|wer|wen|wem|mehr|falls|statt|anstatt) )$",
    re.IGNORECASE,
)


@check(
    "S313",
    "doubled-article",
    Category.GRAMMAR,
    Severity.MAJOR,
    bad=[
        "Im Juli soll [der die] Bundesnetzagentur über alles entscheiden.",
        "[Die der] Betriebsrat will mehr.",
        "Das Land will [die den] größten Teil davon.",
        "[Die USA Das Repräsentantenhaus] stimmte ab.",
    ],
    good=[
        "Alle, die die Stadt kennen",
        "die der Regierung nahestehende Zeitung",
        "Das ist der, den die Polizei sucht.",
        "Die USA: Das Land der Rekorde",
    ],
)
def doubled_article(source: Source) -> Iterator[Hit]:
    """Two articles stand in a row before one noun."""
    for match in _AFTER_VERB.finditer(source.text):
        if match.group("first") != match.group("second"):
            yield _hit(Span(*match.span("both")), match.group("first"), match.group("second"))
    for match in _TWO.finditer(source.text):
        first, second = match.group("first"), match.group("second")
        if _MAY_PRECEDE.search(source.text[max(0, match.start() - 12) : match.start()]):
            continue
        yield _hit(Span(match.start(), match.end() - 1), first, second)
    for match in _AFTER_USA.finditer(source.text) if "USA" in source.text else ():
        first, second, noun = match.group("first", "second", "noun")
        article = second if first == "Die" else second.lower()
        right = f"{article} US-{noun}" if first in {"Die", "die"} else None
        message = f"“{match.group()}” is English “the U.S. …” in two halves."
        yield Hit(Span(*match.span()), message, right)


def _hit(span: Span, first: str, second: str) -> Hit:
    right = second.capitalize() if first[0].isupper() else second
    return Hit(
        span, f"“{first} {second}” are two articles before one noun; one is too many.", right
    )
