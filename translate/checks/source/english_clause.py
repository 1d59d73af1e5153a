"""Clauses put as in English: “Keir Kent, wer …”, “In der Zwischenzeit, die Bank ist …”."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_NAMES = r"[A-ZÄÖÜ][\w’-]+(?: [A-ZÄÖÜ][\w’-]+)"
_PERSON = (
    r"(?:Der|Die|Ein|Eine) (?:[a-zäöüß]+e[nrs]? )?(?:Mann|Frau|Täter|Verdächtige|Präsident|Minister"
    r"|Sprecher|Sprecherin|Beamte|Junge|Fahrer|Fahrerin|Spieler|Trainer|Autor|Schauspieler"
    r"|Schauspielerin|Sänger|Sängerin|Politiker|Politikerin|Richter|Chef|Opfer)"
)
# Behind these “wer” asks: “fragte Keir Kent, wer das sei”.
_ASKING = re.compile(
    r"(?:[Ff]rag|\b[Ww]er\b|wiss|weiß|wuss|sag|verr|erklär|zeig|entsch|klär|unklar|erzähl|erfahr|egal|herausf"
    r"|einig|streit|[Bb]eweis|ermittel|bestimm|seh|sah|erinner|überleg|rätsel|verst)"
)
_ASKED = r"(?:bin|bist|ist|sind|war|hat|hätte|kann|kennt|will|wird|würde|weiß|sagt|immer|auch)"
_WHO = re.compile(
    rf"(?:{_NAMES}{{1,2}}|(?:(?<=[.!?“”\"] )|^){_PERSON}), (?P<who>wer)"
    rf" (?!{_ASKED}\b)(?=[^.!?:;]*,)"
)
_ADVERB = (
    r"In der Zwischenzeit|Inzwischen|Zusätzlich|Außerdem|Darüber hinaus|Jedoch|Allerdings|Dennoch"
    r"|Trotzdem|Stattdessen|Letztendlich|Schließlich|Danach|Später|Derzeit|Zurzeit|Kürzlich|Heute"
    r"|Gestern|Ursprünglich|Zuvor|Früher|Insgesamt|Infolgedessen|Zum Beispiel|Im Gegensatz dazu"
    r"|Am Ende|Auf der anderen Seite|Im Allgemeinen|(?:Im Jahr|In|Im Jahre) \d{4}|Letzte Woche"
    r"|Letztes Jahr|Letzten Monat|Nächste Woche|(?:Am|Bis) (?:Montag|Dienstag|Mittwoch|Donnerstag"
    r"|Freitag|Samstag|Sonntag)(?:morgen|abend|nachmittag)?"
)
_SUBJECT = (
    rf"(?:er|sie|es|wir|ich|man|(?:der|die|das|ein|eine|sein|seine|ihr|ihre)"
    rf" (?:[a-zäöüß]+e[nrs]? )?[A-ZÄÖÜ][\w-]+|{_NAMES}?)"
)
_FINITE = (
    r"(?:ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnte|will"
    r"|wollen|muss|müssen|soll|sollen|gab|kam|kamen|ging|gingen|stieg|fiel|nahm|sprach|[a-zäöüß]{3,}te)"
)
_COMMA = re.compile(
    rf"(?:(?<=[.!?“”\"] )|^)(?P<adverb>{_ADVERB})(?P<clause>, {_SUBJECT} {_FINITE})\b(?!,)"
)


@check(
    "S347",
    "english-clause",
    Category.GRAMMAR,
    Severity.MAJOR,
    bad=[
        "Gouverneur Anna Bell, [wer] die Bank seit 2020 führt, schwieg.",
        "Der Mann, [wer] gestern starb, war 50.",
        "[In der Zwischenzeit, die Bank ist] geschlossen.",
        "[Am Montag, der Präsident sagte] ab.",
    ],
    good=[
        "Sie fragte Anna Bell, wer die Bank führt, und ging.",
        "Die Frage, wer führt, blieb offen.",
        "Aber Frau Bell, wer hat Ihnen gesagt, dass er führt?",
        "Am Montag, dem 5. Mai, ist die Bank geschlossen.",
        "Allerdings, so der Sprecher, sei das falsch.",
        "In der Zwischenzeit ist die Bank geschlossen.",
    ],
)
def english_clause(source: Source) -> Iterator[Hit]:
    """A relative clause begins with “wer”, or a comma and the subject stand before the verb."""
    text = source.text
    for match in _WHO.finditer(text) if ", wer " in text else ():
        begin = max(text.rfind(mark, 0, match.start()) for mark in ".!?") + 1
        if not _ASKING.search(text, begin, match.start("who")):
            yield Hit(
                Span(*match.span("who")),
                "A relative clause begins with “der” or “die”; “wer” is English “who”.",
            )
    for match in _COMMA.finditer(text):
        yield Hit(
            Span(match.start(), match.end()),
            f"After “{match['adverb']}” comes no comma but the verb, and then the subject.",
        )
