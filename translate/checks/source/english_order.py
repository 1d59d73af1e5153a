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
        "Sie kam, um [zu schützen die] Kinder.",
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
    for match in _SAID.finditer(text):
        place, who, said = (
            ("after", "who", "said") if match.group("after") else ("last", "whom", "did")
        )
        right = f"{match.group(said)} {match.group(who)}"
        yield Hit(
            Span(*match.span(place)), f"After a quotation the verb is first: “{right}”.", right
        )
    for match in _CLAUSE.finditer(text):
        clause = match.group("clause")
        yield Hit(
            Span(*match.span("clause")),
            f"The verb of the clause “{clause}” stands too early; in German it is last.",
        )
    for match in _PARTICIPLE_FIRST.finditer(text):
        yield Hit(
            Span(*match.span("clause")),
            f"“{match.group('clause')}” begins like an English clause with -ing.",
        )
    for match in _infinitive().finditer(text):
        place, zu = ("both", "zu") if match.group("both") else ("pair", "bare")
        yield Hit(
            Span(*match.span(place)),
            f"The infinitive “{match.group(zu)}” comes before its object; in German it is last.",
        )


@cache
def _infinitive() -> re.Pattern[str]:
    """An infinitive with “zu” and what should stand before it."""
    strong = "|".join(line.split()[0] for line in lines("verbs.txt"))
    prefixed = r"(?!beiden)(?:be|ver|er|ent|zer)[a-zäöüß]{3,}n"
    plain = rf"zu (?:{strong}|{_WEAK}|[a-zäöüß]+ieren|{prefixed})"
    parted = rf"(?:{_PARTICLES})zu[a-zäöüß]{{3,}}n"
    noun = rf"(?<!{')(?<!'.join(_ADJECTIVE_ENDINGS)}) [A-ZÄÖÜ][a-zäöüß]{{4,}}"
    return re.compile(
        rf"\bum (?P<both>(?P<zu>{plain}|{parted}) (?:die|das|den|dem|(?:k?ein|sein|ihr)e[nmr]?))\b"
        r"|(?<!die )(?<!der )(?<!den )(?<!das )(?<!des )\b"
        rf"(?P<pair>(?P<bare>{plain}){noun})(?![\w-])"
    )
