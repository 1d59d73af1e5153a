"""A clause without its verb, as in “Er hoffe, dass beide Seiten an den Tisch”."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.tables import words
from translate.findings import Category, Severity
from translate.spans import Span

_NOUN = r"[A-ZÄÖÜ][\w-]*[a-zäöüß]{3}(?<!Herrn)(?<!Frau)"
_REST = rf"(?P<rest>(?:[ \n][\w.,-]*\w){{2,24}}?)[ \n]{_NOUN}(?=[.!?][“”\"»]?(?:\s|$))"
_CLAUSE = re.compile(rf"(?:(?<=, )(?:dass|weil|obwohl|damit|nachdem|bevor|sodass)){_REST}")
_MODAL = re.compile(rf"\b(?:musste|mussten|muss|müssen|sollte|sollten|durfte|durften){_REST}")
_PARTICIPLE = re.compile(
    r"(?<=\w), (?:der|die|das)(?P<rest>[ \n][a-zäöüß]+(?:[ \n][\w-]+){1,12}?)[ \n]"
    r"(?P<verb>ge[a-zäöüß]{3,}t)(?=,)"
)
_LOWER = re.compile(r"(?<![\w-])[a-zäöüß][a-zäöüß-]*(?:[ \n][A-ZÄÖÜ])?")
_INFLECTED = ("e", "en", "er", "es", "em")
_PERHAPS_VERB = re.compile(
    r".*ten?|haben?|werden?|würden?|wurden?|wären?|seien|können|müssen|dürfen?|wollen|sollen"
)
_TOWARDS = re.compile(
    r"[ \n](?:in|an|auf|nach|zu|zum|zur|ins|ans|aufs|über|vor|hinter|unter|aus|vom|von|durch|bei"
    r"|beim|im|am|mit|für|gegen|bis|seit|ohne|um|wegen|neben|zwischen)(?:[ \n][\w-]+){0,2}$"
)
# Verbs that begin like participles, and participles that need no auxiliary.
_GE_VERB = re.compile(
    r"ge(?:hör|fäll|ling|lang|winn|nieß|rät|h|b|bühr|horch|denk|stalt|währ|fährd|scheh|schieh|nüg"
    r"|statt|biet|sell|steh|trau|wöhn|bär|bier|deih|sund|reich|genüber|riet|nerier|weih|il|ib|lt)"
)


@check(
    "S342",
    "missing-verb",
    Category.GRAMMAR,
    Severity.MAJOR,
    bad=[
        "Er hoffe, [dass beide Seiten noch in dieser Woche an den Tisch].",
        "Die Feuerwehr [musste bis zum Abend mehr als 140 Keller].",
        "Er will, [dass beide Seiten bald\nan den Tisch].",
        "Der Fahrer[, der kurz zuvor das Rad gewechselt], kam davon.",
    ],
    good=[
        "Er hoffe, dass beide an den Tisch zurückkehren.",
        "Die Feuerwehr musste 140 Keller auspumpen.",
        "Er musste in die Schule.",
        "Ein klares Nein zu Europa.",
        "Der Hund, der zu ihm gehört, kam.",
        "Er sagt, dass er komme, und zwar am Montag.",
        "Das muss man sagen: Das ist ein Tor.",
    ],
)
def missing_verb(source: Source) -> Iterator[Hit]:
    """A clause ends and its verb, or a part of it, has not come."""
    text = source.text
    for match in _CLAUSE.finditer(text):
        if _verbless(match.group("rest") + " X"):
            yield _hit(match, "has no verb")
    for match in _MODAL.finditer(text):
        rest = match.group("rest")
        if _verbless(rest + " X") and not _TOWARDS.search(rest):
            yield _hit(match, "lacks the verb that its modal verb needs")
    for match in _PARTICIPLE.finditer(text):
        verb = match.group("verb")
        if not _GE_VERB.match(verb) and _verbless(match.group("rest")):
            yield _hit(match, "lacks “hat” or “ist”")


def _hit(match: re.Match[str], fault: str) -> Hit:
    return Hit(
        Span(*match.span()), f"The clause “{' '.join(match.group().strip(', ').split())}” {fault}."
    )


def _verbless(rest: str) -> bool:
    """Whether no word of ``rest`` can be a verb: small words and adjectives before nouns."""
    if "," in rest:
        return False
    for match in _LOWER.finditer(rest):
        word, *noun = match.group().split()
        adjective = noun and word.endswith(_INFLECTED) and not _PERHAPS_VERB.fullmatch(word)
        if not adjective and word not in words("closed.txt"):
            return False
    return True
