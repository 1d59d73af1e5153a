"""English number words alone, and the German stems that say the same."""

import re
from collections.abc import Iterator

from translate.spans import Span

_NUMERALS = {
    "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "twenty": 20.0, "thirty": 30.0,
    "forty": 40.0, "fifty": 50.0,
}  # fmt: skip
# Parts of German words that say the number too, as patterns.
_STEMS = {
    2: (r"zwei(?!fel|g)", "zwo", "beid", "doppel", "paar", "duo", "zwilling", "pärchen",
        r"\bweitere", r"\bander", r"\bhalb",
        r"\bletzten? (?!drei|vier|fünf|sech|sieb|acht|neun|zehn|zwölf|\d)"),
    3: ("drei", "dritt", r"\btrio", "tripel"), 4: (r"\bvier", "quart"), 5: ("fünf",),
    6: ("sech", r"\bhalb"), 7: ("sieb",), 8: (r"\bacht",), 9: ("neun",),
    10: ("zehn", r"\bzig\b"), 11: (r"\belf",), 12: ("zwölf", "dutzend", "zwoelf", "mittag",
         r"(?:ein|letzt\w+|vergangen\w+|nächst\w+|kommend\w+) jahr"), 20: ("zwanzig",),
    30: ("dreißig", r"\bhalb"), 40: ("vierzig",), 50: ("fünfzig", r"\bhalb", "hälfte"),
}  # fmt: skip
_NUMERAL = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_NUMERALS)})(?![\w]|[- ](?:hundred|thousand|one|two"
    r"|three|four|five|six|seven|eight|nine))",
    re.IGNORECASE,
)


def numerals(text: str) -> Iterator[tuple[Span, str, float]]:
    """The English number words from two on that ``text`` has, each alone, with their values."""
    for match in _NUMERAL.finditer(text):
        yield Span(*match.span()), match.group(), _NUMERALS[match.group().lower()]


def has_stem(lowered: str, value: float) -> bool:
    """Whether a word of the German ``lowered`` says one of the numerals in it: Zweikampf."""
    return any(re.search(stem, lowered) for stem in _STEMS[int(value)])
