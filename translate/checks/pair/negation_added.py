"""A negation that only the translation has."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_ENGLISH = re.compile(
    r"\b(?:not(?! (?:only|just|least|to mention))|cannot|never)\b|\b\w+n['’]t\b", re.IGNORECASE
)
# Whatever may have been the reason for it in German; better too much than a false alarm.
_GERMAN = re.compile(
    r"\b(?:n?icht\w*|nichts|kein\w*|nie\w*|nirgend\w*|weder|ohne\w*|statt|anstatt|kaum"
    r"|un(?!d\b|ter|s\b|ser|gefähr)\w{3,}|wenig\w*|nur|erst|sondern|sonst|nein|fehl\w*|mangel\w*"
    r"|weiger\w*|ver(?:bot|biet|hinder|zicht|weiger|meid|pass|sag|fehl|schon)\w*|scheiter\w*"
    r"|ab(?:ge)?lehn\w*|aus(?:ge)?(?:schl|bl|fall|nahm)\w*|außer|trotz\w*|leer\w*|offen\w*|zu"
    r"|bloß|selten|schwer\w*|allein\w*|entgegen|doch|stopp\w*|wider\w*|anders|noch|egal|gegen"
    r"|\w+los(?:e[nrsm]?)?|\w*frei(?:e[nrsm]?)?|entfall\w*|miss\w*|tabu|lieber|falsch\w*|hätte\w*"
    r"|wäre\w*|non\w*|bevor|bis|zwar|aber)\b|\?",
    re.IGNORECASE,
)


@check(
    "P131",
    "negation-added",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=[
        ("Er kommt am Montag.", "He does [not] come on Monday."),
        ("Er kam.", "He [didn't] come."),
    ],
    good=[
        ("Er kommt nicht.", "He does not come."),
        ("Das ist unmöglich.", "That is not possible."),
        ("Er kam kaum.", "He did not come often."),
    ],
)
def negation_added(pair: Pair) -> Iterator[Hit]:
    """The translation says no and nothing in the source does."""
    match = _ENGLISH.search(pair.target)
    if match and not _GERMAN.search(pair.source):
        yield Hit(
            Span(*match.span()),
            f"“{match.group()}” has no counterpart in the source: the translation may say "
            "the opposite.",
        )
