"""English word order: “dass er ist müde”, “um zu schützen die Stadt”, “…“, Keller sagte”."""

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.tables import lines
from translate.findings import Category, Severity
from translate.spans import Span

_SAYING = r"(?:sagte|sagten|sagt|erklärte|schrieb|twitterte|betonte|meinte)"
_QUOTES = ("“", "”", '"', "»", "«")
_NAME = r"[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+){0,2}|er|sie"
_SAID = re.compile(
    rf"(?:,[“”\"»«]|[“”\"»«],) (?P<after>(?P<who>{_NAME}) (?P<said>{_SAYING}))\b(?! (?:und|aber)\b)"
    rf"|[“”\"»«] (?P<last>(?!Das |Dies |Man |Was |Wer )(?P<whom>{_NAME}) (?P<did>{_SAYING}))(?=\.)"
)
_FINITE = (
    "ist|sind|war|waren|wäre|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|konnte"
    "|konnten|muss|müssen|musste|soll|sollen|sollte|sollten|würde|würden|könnte|könnten|will|wollen"
)
# What may stand behind the verb of a subordinate clause all the same: “dass er krank war bis zum
# Mai”, “dass er ist und bleibt”; and the infinitives that it may precede: “hat gehen müssen”.
_BEHIND = (
    "und|oder|sondern|als|wie|was|in|im|an|am|auf|aus|bei|beim|bis|durch|für|gegen|mit|nach|ohne"
    "|seit|um|unter|von|vom|vor|während|wegen|zu|zum|zur|über|innerhalb|außerhalb|dank|trotz|sowie"
)
_LAST = "müssen|können|wollen|sollen|dürfen|lassen|sehen|hören|helfen|werden|brauchen|haben|sein"
_SUBJECT = (
    r"(?:er|sie|es|man|wir|ich|da|(?:(?:die|der|das|ein|eine|seine?|ihre?|viele|mehrere|einige"
    r"|mehr als [\d.]+) )?(?:[a-zäöüß]+e[nrs]? )?[A-ZÄÖÜ][\w-]+"
    r"(?: (?:der|des|von) [A-ZÄÖÜ][\w-]+)?)"
)
_CLAUSE = re.compile(
    rf", (?P<clause>(?:dass|weil|obwohl|ob|nachdem|bevor|sodass) {_SUBJECT} (?:{_FINITE})"
    rf" (?!(?:{_BEHIND})\b)(?:[\w„“-]+ ){{0,12}}(?!(?:{_LAST}|{_FINITE})\b)[\w-]+)(?=[,.;!?“”\"])"
)
_DETERMINER = (
    r"(?:die|das|den|dem|der|eine?|eine[nmr]|(?:sein|ihr|unser|kein|dies|jed)e[nmrs]?"
    r"|mindestens|mehr als|\d+)"
)
_PARTICIPLE_FIRST = re.compile(
    rf", (?P<clause>(?!(?:während|entsprechend|betreffend|umgehend|anscheinend|zunehmend|dringend"
    rf"|ausreichend|wütend|weitgehend) )[a-zäöüß]{{4,}}end (?!\d+\. ){_DETERMINER}"
    r" [A-ZÄÖÜa-zäöü][\w-]+)"
)
_WEAK = (
    "machen|sagen|zeigen|führen|bauen|lösen|töten|retten|suchen|stellen|setzen|legen|fordern"
    "|fördern|nutzen|schaffen|stoppen|kaufen|spielen|schützen|liefern|öffnen|senken|sparen"
    "|wechseln|zahlen|ändern|leiten|lernen|kämpfen|holen|feiern|decken|stärken|planen|teilen"
)
# Of adjectives, which “zu” may stand before: “zu verschiedenen Zeiten”.
_ADJECTIVE_ENDINGS = ("ten", "enen", "ichen", "nden", "ischen", "igen", "eren", "amen", "ossen")
_PARTICLES = (
    "ab|an|auf|aus|bei|durch|ein|fest|fort|her|heraus|herunter|hin|hinaus|los|mit|nach|nieder|statt"
    "|teil|um|unter|vor|weg|weiter|wieder|zurück|zusammen"
)


@check(
    "S346",
    "english-order",
    Category.GRAMMAR,
    Severity.MAJOR,
    bad=[
        "„Wir gehen“, [Keller sagte].",
        "Sie glaubt, [dass der Mann ist schuldig], und schweigt.",
        "Er warnte, [dass mehr als 200 Menschen sind krank geworden].",
        "Ein Zug entgleiste, [verletzend mindestens zwölf] Fahrgäste.",
        "Sie kam, [um zu schützen die] Kinder.",
        "Er versprach, nicht [zu stoppen Einmischung] in den Streit.",
    ],
    good=[
        "„Wir gehen“, sagte Keller. Er sagte, dass er müde ist.",
        "Sie weiß, dass er krank war in jenem Jahr und dass sie hat gehen müssen.",
        "Es war, während die anderen schliefen, und kostet entsprechend den Regeln viel.",
        "Er kam zu verschiedenen Zeiten, um zu helfen, und zu erheblichen Kosten.",
        "„Das stimmt.“ Er sagte es leise.",
    ],
)
def english_order(source: Source) -> Iterator[Hit]:
    """The words stand in English order: a verb too early, a subject before its “sagte”."""
    text = source.text
    for match in _SAID.finditer(text) if any(mark in text for mark in _QUOTES) else ():
        place, who, said = (
            ("after", "who", "said") if match.group("after") else ("last", "whom", "did")
        )
        right = f"{match.group(said)} {match.group(who)}"
        yield Hit(
            Span(*match.span(place)), f"After a quotation the verb comes first: “{right}”.", right
        )
    for match in _CLAUSE.finditer(text):
        clause = match.group("clause")
        yield Hit(
            Span(*match.span("clause")),
            f"The verb of the clause “{clause}” comes too early; in German it goes last.",
        )
    for match in _PARTICIPLE_FIRST.finditer(text) if "end " in text else ():
        yield Hit(
            Span(*match.span("clause")),
            f"“{match.group('clause')}” begins like an English clause with -ing.",
        )
    for pattern in _infinitives():
        for match in pattern.finditer(text):
            message = f"The infinitive in “{match.group()}” comes before its object, not after it."
            yield Hit(Span(*match.span()), message)


@cache
def _infinitives() -> tuple[re.Pattern[str], ...]:
    """An infinitive with “zu” and what should stand before it; they begin with plain letters."""
    strong = "|".join(line.split()[0] for line in lines("verbs.txt"))
    prefixed = r"(?!beiden)(?:be|ver|er|ent|zer)[a-zäöüß]{3,}n"
    plain = rf"(?:{strong}|{_WEAK}|[a-zäöüß]+ieren|{prefixed})"
    parted = rf"(?:{_PARTICLES})zu[a-zäöüß]{{3,}}n"
    no_adjective = "".join(rf"(?<!{ending})" for ending in _ADJECTIVE_ENDINGS)
    no_article = "".join(rf"(?<!{article} zu )" for article in ("die", "der", "den", "das", "des"))
    return (
        re.compile(
            rf"um (?<!\wum )(?:zu {plain}|{parted}) (?:die|das|den|dem|(?:k?ein|sein|ihr)e[nmr]?)\b"
        ),
        re.compile(
            rf"zu (?<!\wzu ){no_article}{plain}{no_adjective} [A-ZÄÖÜ][a-zäöüß]{{4,}}(?![\w-])"
        ),
    )
