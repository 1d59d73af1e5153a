"""A name that lost a letter or has two of them swapped."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.dictionary import exonym
from translate.checks.lexicon import known_english
from translate.checks.names import sound
from translate.checks.registry import check
from translate.checks.tables import lines
from translate.findings import Category, Severity
from translate.spans import Span

_NAME = re.compile(r"(?<![\w’'.@/])[A-ZÄÖÜ][^\W\d_]{4,24}(?![\w@])")
_HEAD = 6  # letters
_NAMES = 200  # of the source; each is compared with each of the translation


@check(
    "P124",
    "name-misspelt",
    Category.SPELLING,
    Severity.MINOR,
    bad=[
        ("Er traf Witkoff in Oman.", "He met [Wiktoff] in Oman."),
        ("Er traf Schneiderman.", "He met [Schneidrman]."),
        ("ein neues Missouri-Gesetz", "a new [Msisouri] law"),
        ("Sie flog nach Washington.", "She flew to [Washingotn]."),
        ("Der Trainer heißt Verratti.", "The coach is called [Veratti]."),
    ],
    good=[
        ("Er traf Witkoff in Oman.", "He met Witkoff in Oman."),
        ("Er traf Mohammed und Wladimir.", "He met Mohamed and Vladimir."),
        ("Er traf Lavrow.", "He met Lavrov."),
        ("Sie floh aus Mossul.", "She fled from Mosul."),
    ],
)
def name_misspelt(pair: Pair) -> Iterator[Hit]:
    """A name is spelt as in the source but for a letter lost or two swapped."""
    german = {m.group() for m in _NAME.finditer(pair.source) if m.group() not in pair.target}
    if not 0 < len(german) <= _NAMES:
        return
    for match in _NAME.finditer(pair.target):
        name = match.group()
        if name in pair.source:
            continue
        known = name[:_HEAD].lower() in known_english()
        right = next(
            (other for other in sorted(german) if _is_slip(name, other, known=known)), None
        )
        if right:
            yield Hit(Span(*match.span()), f"The source spells “{name}” as “{right}”.", right)


def _is_slip(name: str, right: str, *, known: bool) -> bool:
    """Whether ``name`` is ``right`` with two letters swapped or one lost, heard or double.

    known: ``name`` begins like an English word, which a lost letter can make of a German one.
    """
    if name[0] != right[0] or name[-1] != right[-1] or not 0 <= len(right) - len(name) <= 1:
        return False
    place = next((i for i, (a, b) in enumerate(zip(name, right, strict=False)) if a != b), None)
    if place is None:
        return False
    if len(name) < len(right):
        if known or name[place:] != right[place + 1 :]:
            return False
        is_double = right[place] == right[place - 1]
        return (is_double or sound(name) != sound(right)) and not _is_spelt_so(name, right)
    swapped = right[place + 1 : place + 2] + right[place]
    return name[place:] == swapped + right[place + 2 :]


def _is_spelt_so(name: str, german: str) -> bool:
    """Whether English spells a German name with fewer letters."""
    groups = (line.split() for line in lines("name_groups.txt"))
    return exonym(german) == name or any(name in group and german in group for group in groups)
