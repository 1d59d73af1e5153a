"""Datelines, captions and credits: no garble, but no running text either."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_AGENCIES = (
    "dpa|AFP|afp|AP|Reuters|rtr|KNA|epd|sid|SID|APA|apa|ANSA|TASS|Xinhua|Bloomberg|Getty|Imago|imago"
    "|picture alliance"
)
_CREDIT = re.compile(
    r"(?:Fotos?|Bild(?:er)?|Quelle|Grafik|Video|Copyright|©)(?: ?:| ©) ?"
    r"[A-ZÄÖÜ][\w.-]{0,30}(?:[ /,&]{1,3}[A-ZÄÖÜ][\w.-]{0,30}){0,6}(?=[.)\]]?(?:\s*$|\n|[)\]]))"
    rf"|\((?:{_AGENCIES})(?:/(?:{_AGENCIES}))*\)$"
)
_CREDIT_WORDS = ("(", "Foto", "Bild", "Quelle", "Grafik", "Video", "Copyright", "©")
_BREAK = re.compile(r"\n")
_DATELINE = re.compile(
    rf"(?:[A-ZÄÖÜ][\w./’ -]{{1,40}}?(?:, \d{{1,2}}\. [A-Z][a-zä]+)? ?\((?:{_AGENCIES})"
    rf"(?:/[\w-]+)?\)|(?:I24|i24|CNN|BBC|RT|Sky|Fox|NBC|CBS|ABC|NTV|DW) ?(?:News|Nachrichten)?"
    rf"|[A-ZÄÖÜ]{{4,20}})(?= [-–—] ?[A-ZÄÖÜ„])"
)


@check(
    "S710",
    "credit",
    Category.MARKUP,
    Severity.INFO,
    bad=[
        "Der Saal nach dem Umbau. [Foto: Reuters/Maxim Berger]",
        "[Berlin (dpa)] - Der Bundestag tagt.",
        "[WASHINGTON] – Der Präsident reist ab.",
        "[I24 Nachrichten] – Das Treffen beginnt.",
    ],
    good=["Das Bild: Es ist dunkel und schön.", "Er sagte zu dpa: Nein.", "ARD und ZDF - ein Paar"],
)
def credit(source: Source) -> Iterator[Hit]:
    """A dateline, a caption's credit or an agency's sign stands there: no running text."""
    text = source.text
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    found = [(_DATELINE.match(text, start), "a dateline") for start in starts]
    if any(word in text for word in _CREDIT_WORDS):
        found += [(match, "a credit") for match in _CREDIT.finditer(text)]
    for match, name in found:
        if match:
            yield Hit(Span(*match.span()), f"“{match.group()}” is {name}, not running text.")
