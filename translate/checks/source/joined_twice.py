"""One word on both sides of “und”: two English synonyms became the same German word."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_TWICE = re.compile(
    r"(?<![\w-])(?P<word>[A-ZÄÖÜa-zäöüß][a-zäöüß]{5,40})[ \n](?:und|oder)[ \n](?P=word)(?![\w-])"
    r"(?! (?:und|oder|noch)\b)"
)
# Said twice on purpose: for hours, more and more, warmer and warmer, it rang and rang.
_ON_PURPOSE = re.compile(
    r"(?:mehr|nach|wieder|immer|abermals|schneller|fort|durch|lange|weiter|vorwärts|überall|nieder"
    r"|Jahr|Jahre|Jahren|Monate|Monaten|Wochen|Tagen|Stunden|Minuten|Meilen|Kilometer|Hunderte"
    r"|Tausende|Seiten|Arbeit|[a-zäöüß]+(?:er|te|ten|t)|(?:tausend|hundert)\w*)"
)
_THERE_ARE = re.compile(r"\b(?:gibt|gab|gebe)(?: es)? (?:eben )?$")


@check(
    "S314",
    "joined-twice",
    Category.DUPLICATION,
    Severity.MAJOR,
    bad=[
        "Das Werk wurde einem [vollständigen und vollständigen] Umbau unterzogen.",
        "Die Gebühr wird bei der Lieferung [erhoben oder erhoben].",
    ],
    good=[
        "Das Land wird mehr und mehr zur Wüste und immer wärmer und wärmer.",
        "Sie warteten Stunden und Stunden.",
        "Er schrie wieder und wieder.",
        "Das Wasser strömte und strömte.",
        "Es gibt Freunde und Freunde.",
        "das Abonnement oder Abonnement-Paket",
    ],
)
def joined_twice(source: Source) -> Iterator[Hit]:
    """The same word stands on both sides of “und” or “oder”."""
    for match in _TWICE.finditer(source.text):
        word = match.group("word")
        before = source.text[max(0, match.start() - 16) : match.start()]
        listed = word[0].isupper() and before.endswith(", ")  # see doubled_name
        if listed or _ON_PURPOSE.fullmatch(word) or _THERE_ARE.search(before):
            continue
        yield Hit(Span(*match.span()), f"“{word}” is joined with itself.", word)
