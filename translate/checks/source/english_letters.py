"""A Russian name in English letters: “Dmitry Peskov” for “Dmitri Peskow”."""

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.tables import rows
from translate.findings import Category, Severity
from translate.spans import Span

# English letters of Russian names and what German writes for them, the longest first.
_LETTERS = (
    ("shch", "schtsch"), ("sh", "sch"), ("ch", "tsch"), ("zh", "sch"), ("kh", "ch"), ("ts", "z"),
    ("ya", "ja"), ("yu", "ju"), ("ye", "je"), ("yo", "jo"), ("iy", "i"), ("y", "i"), ("v", "w"),
)  # fmt: skip
_LETTER = re.compile("|".join(old for old, _ in _LETTERS))
_BETWEEN_VOWELS = re.compile(r"(?<=[aeiou])s(?=[aeiouy])")
_FAMILY = r"[A-Z][a-z]{1,20}?(?:[oe]va?|sky|skiy|skaya)"
# “ev” behind one of these may stand for “jow”: Gorbachev is Gorbatschow.
_UNCERTAIN = re.compile(r".*(?:ch|sh|zh)eva?|Z.*|.*[aeiou]z.*")


@check(
    "S113",
    "english-letters",
    Category.UNTRANSLATED,
    Severity.MINOR,
    bad=[
        "Der Sprecher [Dmitry Peskov] schwieg.",
        "Auch [Mikhail Lavrov] und [Yelena Borisovas] Sohn kamen.",
    ],
    good=[
        "Der Sprecher Dmitri Peskow schwieg.",
        "Mikhail Blagosklonny Inc.",
        "Vladimir und Yuri kamen.",
        "Foto: Reuters/Yuri Kochetkov",
    ],
)
def english_letters(source: Source) -> Iterator[Hit]:
    """A Russian first name and family name stand there in English letters."""
    for match in _pattern().finditer(source.text):
        family, ending = match.group("family"), match.group("s") or ""
        first = _first_names()[match.group("first")]
        right = None if _UNCERTAIN.fullmatch(family) else f"{first} {_german(family)}{ending}"
        message = f"“{match.group()}” is spelt as in English; German: “{right or first}”."
        yield Hit(Span(*match.span()), message, right)


@cache
def _first_names() -> dict[str, str]:
    """First names by their English spelling."""
    return {row[0]: row[1] for row in rows("transliterations.tsv")}


@cache
def _pattern() -> re.Pattern[str]:
    first = "|".join(_first_names())
    return re.compile(rf"(?<![\w/-])(?P<first>{first}) (?P<family>{_FAMILY})(?P<s>s?)(?![\w-])")


def _german(family: str) -> str:
    """The German spelling of a Russian family name: “Lawrow” for “Lavrov”."""
    lower = _BETWEEN_VOWELS.sub("ss", family.lower())
    return _LETTER.sub(lambda match: dict(_LETTERS)[match.group()], lower).capitalize()
