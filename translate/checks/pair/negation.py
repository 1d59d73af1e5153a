"""A negation that only the source has."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity, Side
from translate.spans import Span

_GERMAN = re.compile(
    r"\b(?:nicht(?! (?:nur|zuletzt|alleine?|mehr als|weniger|einmal|so sehr|unbedingt|lange|viel))"
    r"|kein(?:e[nmrs]?)?|nie|niemals|niemand(?:e[nm])?)\b",
    re.IGNORECASE,
)
# Whatever may carry the negation in English; better too much than a false alarm.
_ENGLISH = re.compile(
    r"n['’]t\b|\b(?:not|cannot|no|never|none|nobody|nothing|nowhere|neither|nor|without|non\w*"
    r"|un(?!der|ion|it|til|iv|ique)\w{3,}|in(?:ab|ac|ad|cap|comp|cons|cor|def|diff|eff|eli|ex|suff"
    r"|val|vis|sec|soluble|frequent)\w+|imp(?:oss|ass|rop|erf|rac)\w+|ir(?:r\w+)|il(?:l\w+)"
    r"|dis\w{3,}|\w+less|less|few\w*|little|hardly|barely|rarely|seldom|scarcely|fail\w*|lack\w*"
    r"|refus\w*|reject\w*|den(?:y|ie)\w*|avoid\w*|prevent\w*|stop\w*|miss\w*|absen\w*|only|but"
    r"|rather|instead|despite|until|unless|yet|except|free|short|loss|lost|ban\w*|declin\w*|ceas\w*"
    r"|exclu\w*|zero|mis\w{3,}|wrong|forbid\w*|ain|anymore|nil|anything|anyone|no-\w+|beyond|too)\b",
    re.IGNORECASE,
)


@check(
    "P130",
    "negation-lost",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=[
        ("Er hat das [nicht] gesagt.", "He said that."),
        ("Es gab [keine] Toten.", "People died."),
    ],
    good=[
        ("Er hat das nicht gesagt.", "He didn't say that."),
        ("Nicht nur er kam.", "He came, and others too."),
        ("Das ist nicht möglich.", "That is impossible."),
        ("Kommt er nicht?", "Is he coming?"),
    ],
)
def negation_lost(pair: Pair) -> Iterator[Hit]:
    """The source says no and nothing in the translation does."""
    if not pair.target.strip() or pair.source.rstrip().endswith("?"):
        return
    match = _GERMAN.search(pair.source)
    if match and not _ENGLISH.search(pair.target):
        yield Hit(
            Span(*match.span()),
            f"“{match.group()}” of the source has no counterpart: the translation may say "
            "the opposite.",
            side=Side.SOURCE,
        )
