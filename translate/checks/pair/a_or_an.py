"""“a” before the sound of a vowel, “an” before that of a consonant."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.checks.tables import words
from translate.findings import Category, Severity
from translate.spans import Span

# A word is told by its first letters, a number by its first digits. Of words in h, and of u, only
# the sure ones; abbreviations, which may be spelt out, not at all.
_VOWEL = (
    r"[AEIOaeio](?!u|[Nn]e\b|nce\b|we)[a-z]{2}|un(?!i)[a-z]{2}|u[glprt][^aeiou][a-z]"
    r"|(?:8\d*|11|18)(?![\d.,])"
)
_CONSONANT = (
    r"[B-DFGJ-NP-TV-Zb-dfgj-np-tv-z][a-z]{2}|[Ee]u[a-z]{2}|one\b|once\b|us[eu]|uni[a-z](?<![mn])"
)
_WRONG = re.compile(
    rf"(?<![\w.'’&/-])(?:(?P<a>a|(?<![^\"“‘(])A) [\"“‘]?(?P<vowel>(?:{_VOWEL})[a-z]*)"
    rf"|(?P<an>[Aa]n) [\"“‘]?(?P<consonant>(?:{_CONSONANT})[a-z]*))"
)


@check(
    "P306",
    "a-or-an",
    Category.GRAMMAR,
    Severity.MINOR,
    bad=[
        ("eine Explosion", "[a] explosion"),
        ("ein 18-Jähriger", "[A] 18-year-old man"),
        ("eine europäische Lösung", "[an] European solution"),
        ("Er biss in einen Snack.", "He ate [an] snack."),
    ],
    good=[
        ("eine Stunde", "an hour, a union, a one-off, a European, a useful uncle, an unused unit"),
        ("ein FBI-Agent", "an FBI agent and a UN official"),
        ("Der Club an der Alster", "Club an der Alster"),
        ("die Serie A endet", "Serie A ends"),
        ("ein Film", "a from Berlin imported film"),
    ],
)
def a_or_an(pair: Pair) -> Iterator[Hit]:
    """“a” stands before the sound of a vowel, or “an” before that of a consonant."""
    for match in _WRONG.finditer(pair.target):
        kind = "a" if match["a"] else "an"
        after = match["vowel"] or match["consonant"]
        if after.lower() in words("english_closed.txt") or match.group() in pair.source:
            continue
        article = match[kind]
        right = article[0] + ("n" if kind == "a" else "")
        yield Hit(Span(*match.span(kind)), f"It is “{right.lower()}” before “{after}”.", right)
