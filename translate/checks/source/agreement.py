"""Article, adjective and noun that do not agree, where their forms alone tell."""

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.tables import lines
from translate.findings import Category, Severity
from translate.spans import Span

_PAIR = re.compile(
    r"\b(?P<article>(?:[Kk]e|[Ee])in(?:e[nmrs]?)?|[Ii]m|[Bb]eim|[Vv]om|[Zz]u[mr])"
    r" (?P<adjective>[a-zäöüß]{2,30}e[nmrs]?)(?= [A-ZÄÖÜ][a-zäöüß]{2})"
)
# Endings that no adjective has after these articles.
_WRONG_ENDINGS = {
    "ein": ("e", "en", "em"),
    "eine": ("er", "es", "em"),
    "einen": ("er", "es", "em", "e"),
    "einem": ("er", "es", "em", "e"),
    "einer": ("er", "es", "em", "e"),
    "eines": ("es", "em", "e"),
    "im": ("es", "em"),
    "beim": ("es", "em"),
    "vom": ("es", "em"),
    "zum": ("es", "em"),
    "zur": ("er", "es", "em"),
}
# Small words that end like adjectives, and what a number of things may follow: “eine ihrer”.
_NO_ADJECTIVES = re.compile(
    r"(?:[mds]ein|ihr|unser|euer|kein|dies|jed|jen|solch|manch|all|viel|mehrer|einig|beid|weiter"
    r"|verschieden|ander)e[rnms]?|deren|dessen|unter|über|hinter|außer|immer|aber|wieder|leider|früher"
    r"|später|weniger|daher|bisher|sicher|oder|minder|eher|jeher|nieder|lieber|lauter|mitunter|"
    r"bisschen|gestern|morgen|heute|beinahe|gerade|lange|nahe|ohne|eben|oben|unten|außen|innen|sieben"
    r"|super|wegen|neben|gegen|zwischen|eigene?ns|indes|stets|rosa|lila|beige|orange|hunderte|tausende"
    r"|halbe|zwei|drei|vier|trotzdem|zudem|seitdem|nachdem|indem|außerdem|unterdessen|alle|jederzeit"
    r"|nebeneinander|heller|wunder|bitte|eine[nrms]?|ziemliche?|erste|meter|hundertste|tausendste"
)
_BEFORE = r"(?<![,;:–-] )(?<!\bund )(?<!\boder )"
_GENITIVE = re.compile(
    r"\b(?:[Dd]es|(?:[Mm]|[Ss])eines|[Ii]hres|[Uu]nseres|[Ee]ines|[Kk]eines)(?: [a-zäöüß]{2,30}en)?"
    r" (?P<noun>[A-ZÄÖÜ][a-zäöüß]+)(?![\w-])"
)
_PLURAL = re.compile(
    rf"{_BEFORE}\b[Dd]ie (?P<adjective>[a-zäöüß]{{3,30}}e) (?P<noun>[A-ZÄÖÜ][a-zäöüß]+)(?![\w-])"
)
_FEMININE = re.compile(
    rf"{_BEFORE}\b(?:[Dd]as|[Dd]em|[Dd]es|[Ee]ine?[mns]|[Ee]in|[Ii]m|[Bb]eim|[Zz]um|[Vv]om)"
    r"(?: (?!(?:die|eine|keine|seine|ihre) )[a-zäöüß]{2,30}e[ns]?)?"
    r" (?P<noun>[A-ZÄÖÜ][a-zäöüß]{0,30}(?:ierung|igung|ichtung|ellung|eidung|indung|altung|erung"
    r"|gelung|eitung|heit|keit|schaft|ität|tion))(?![\w-]| [A-ZÄÖÜ]| of\b)"
)
_PREDICATE = re.compile(
    r"\b(?:Das|das|Dieses|dieses) [A-ZÄÖÜ][a-zäöüß]+ (?:ist|war|wird|wäre|sei)(?: [\wäöüß]+){0,6}?"
    r" (?P<wrong>(?:der|die) (?:(?:vor)?letzte|erste|zweite|dritte|vierte|fünfte|sechste|siebte"
    r"|achte|neunte|zehnte|größte|kleinste|älteste|jüngste|einzige))"
    r"(?: (?:sein|gewesen|werden))?(?= und [a-zäöüß]|[.;])"
)
_ARTICLE = re.compile(
    r"\b[DdEeKkMmSsIiUuBbVvZz](?:ie|as|e[ms]|ine?[nmrs]?|eine?[nmrs]?|hres|nseres|m|eim|om|u[mr]) "
)
_TWICE_DATIVE = re.compile(r"(?:[Ii]m|[Bb]eim|[Vv]om|[Zz]um|[EeKk]+inem) [a-zäöüß]+em")


@check(
    "S343",
    "agreement",
    Category.GRAMMAR,
    Severity.MAJOR,
    bad=[
        "Das ist [ein große] Erfolg.",
        "Er sprach mit [einer neuer] Kollegin.",
        "Er verliert ein Fünftel [seines Umsatz] im Jahr.",
        "die Akustik [des neuen Saal].",
        "Sie will, dass [die vollständige Datensatz] vorliegt.",
        "So will es [das Regierung].",
        "Das Spiel wird in diesem Jahr [der dritte] sein und kommt früh.",
    ],
    good=[
        "ein großer Erfolg, eine seiner Schwestern, ein bisschen Glück",
        "die Hälfte seines Umsatzes; dieses Jahr; des Präsidenten",
        "Alle, die große Häuser mögen; die neuen Datensätze",
        "Das ist die erste Wahl, das Regierung und Volk eint.",
        "eine vier Jahre lange Kur, eine super Idee",
        "In Hälfte eins hatte Robert die besten Gelegenheiten.",
        "Das Spiel ist das dritte. Das Spiel wird der dritte Versuch sein.",
        "Im weiteren Verlauf kam einem dieser Männer ein Gedanke.",
    ],
)
def agreement(source: Source) -> Iterator[Hit]:
    """An article, adjective and noun do not agree in gender, number or case."""
    for start in [match.start() for match in _ARTICLE.finditer(source.text)]:
        yield from _at(source.text, start)
    for match in _PREDICATE.finditer(source.text):
        wrong = match.group("wrong")
        right = f"das {wrong[4:]}"
        yield Hit(Span(*match.span("wrong")), f"The subject is neuter: “{right}”.", right)


def _at(text: str, start: int) -> Iterator[Hit]:
    """What is wrong with the noun phrase whose article stands at ``start``."""
    if match := _PAIR.match(text, start):
        adjective = match.group("adjective")
        wrong = _WRONG_ENDINGS[match.group("article").lower().removeprefix("k")]
        if adjective.endswith(wrong) and not _NO_ADJECTIVES.fullmatch(adjective):
            right = match.group()[:-1] + "n" if _TWICE_DATIVE.fullmatch(match.group()) else None
            yield Hit(Span(*match.span()), f"The endings in “{match.group()}” do not agree.", right)
            return
    if (match := _GENITIVE.match(text, start)) and _gender(match.group("noun")):
        noun = match.group("noun")
        right = match.group() + ("es" if noun.endswith(("s", "ß", "z", "x")) else "s")
        yield Hit(Span(*match.span()), f"“{noun}” has no ending of the genitive: “{right}”.", right)
    if match := _PLURAL.match(text, start):
        gender = _gender(match.group("noun"))
        if gender and not _NO_ADJECTIVES.fullmatch(match.group("adjective")):
            word = "masculine" if gender == "m" else "neuter"
            noun = match.group("noun")
            message = f"“{noun}” is {word} and singular; “die” does not go with it."
            yield Hit(Span(*match.span()), message)
    if match := _FEMININE.match(text, start):
        article, noun = match.group().split()[0], match.group("noun")
        yield Hit(Span(*match.span()), f"“{noun}” is feminine; “{article}” does not go with it.")


@cache
def _genders() -> dict[str, str]:
    return {tail: line[0] for line in lines("nouns.txt") for tail in line.split()[1:]}


def _gender(noun: str) -> str | None:
    """The gender of a strong noun that the list knows by its last part."""
    lower = noun.lower()
    return next((g for i in range(len(lower) - 1) if (g := _genders().get(lower[i:]))), None)
