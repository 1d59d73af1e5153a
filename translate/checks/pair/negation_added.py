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
    r"\b(?:n?icht\w*|nichts|kein\w*|nie\w*|nirgend\w*|weder|noch|ohne\w*|statt\w*|anstatt|kaum|un\w{3,}"
    r"|wenig\w*|nur|erst|sondern|aber|sonst|zwar|nein|nee|ab\w{3,}|fehl\w*|mangel\w*|weiger\w*|ver\w{3,}"
    r"|scheiter\w*|aus\w{3,}|bis|gegen|außer|trotz\w*|leer\w*|offen\w*|zu|in\w{5,}|ir\w{5,}|des\w{5,}"
    r"|bloß|selten|schwer\w*|allein\w*|entgegen|frei\w*|a\w{7,}|doch|stopp\w*|wider\w*|über\w{4,}|anders"
    r"|\w+los\w{0,2}|\w*frei\w{0,2}|\w*fern\w{0,2}|ent\w{4,}|miss\w*|hinter|unter\w*|tabu|lieber|falsch\w*"
    r"|vor|da|hätte\w*|wäre\w*|non\w*|not\w*|würde\w*|könnte\w*|oder|ja)\b|\?",
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
