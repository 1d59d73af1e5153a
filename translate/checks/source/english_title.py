"""A title as English writes it: “Mr. Keller”, “Herr. Keller”."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.tables import words
from translate.findings import Category, Severity
from translate.spans import Span

_GERMAN = {"Mrs": "Frau", "Ms": "Frau", "Herr": "Herr", "Herrn": "Herrn", "Frau": "Frau"}
_TITLE = re.compile(
    r"(?<![\w-])(?:(?P<english>Mrs?\.?|Ms\.?|(?:Rep|Gov|Sen|Sgt|Supt)\.)|(?P<german>Herrn?|Frau)\.)"
    r"(?= (?P<name>[A-ZÄÖÜ][a-zäöüßéèáóíçñ’'-]+))"
)
_NOUN = re.compile(
    r"(?:^|\W)(?:(?:[mds]?ein|ihr|unser|euer|kein|dies|jed|jen)(?:e[rnms]?)?|de[rnms]|die|das|als"
    r"|und|zur|vom|zum|junge[nr]?|alte[nr]?|schöne[nr]?) $",
    re.IGNORECASE,
)
_OPENING = ("„", '"', "»", "“", "‚")
_FICTION = frozenset(
    {"Bean", "Robot", "Doubtfire", "Right", "President", "Universe", "Spock", "Big"}
)


@check(
    "S112",
    "english-title",
    Category.UNTRANSLATED,
    Severity.MINOR,
    bad=[
        "Das sagte [Herr.] Keller gestern.",
        "Dort sprach [Mrs.] Brandt.",
        "der Abgeordnete [Rep.] Miller",
    ],
    good=["Herr Keller kam.", "Er ist der Herr. Sie ist die Frau. Dann", "Mr. Bean", "Dr. Keller"],
)
def english_title(source: Source) -> Iterator[Hit]:
    """A title before a name is English, or has a point as in English."""
    text = source.text
    for match in _TITLE.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        name = match.group("name")
        if name in _FICTION or before.endswith(_OPENING):
            continue
        if match.group("german") and (_NOUN.search(before) or name.lower() in words("german.txt")):
            continue  # the end of a sentence
        title = (match.group("english") or match.group("german")).rstrip(".")
        yield Hit(Span(*match.span()), f"“{match.group()}” is no German title.", _GERMAN.get(title))
