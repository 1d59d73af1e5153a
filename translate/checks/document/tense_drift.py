"""A report that falls out of its tense."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from translate.checks.base import Article, Hit, Placed
from translate.checks.registry import check
from translate.checks.tables import rows
from translate.findings import Category, Severity
from translate.spans import Span

_QUOTED = re.compile(r"[„“”\"»«][^„“”\"»«]*[“”\"»«]")
_WORD = re.compile(r"[^\W\d_]+")
_USUAL = 3  # times that the report has its tense at least
_SHARE = 3  # as many of the usual tense for each of the other

Said = tuple[str, str, Span]  # tense of the German, of the English, and where that stands


@cache
def _tenses(language: str) -> dict[str, str]:
    """The tense of each form."""
    return {
        form: tense
        for tongue, tense, forms in rows("reporting.tsv")
        if tongue == language
        for form in forms.split()
    }


@check(
    "D510",
    "tense-drift",
    Category.INCONSISTENT_STYLE,
    Severity.MINOR,
    bad=[
        [
            ("„Gut“, sagte Anna.", "“Good,” said Anna."),
            ("„Nein“, sagte Otto.", "“No,” said Otto."),
            ("„Ja“, sagte Anna.", "“Yes,” said Anna."),
            ("„Nie“, sagte Otto.", "“Never,” [says] Otto."),
        ]
    ],
    good=[
        [
            ("„Gut“, sagte Anna.", "“Good,” said Anna."),
            ("„Nein“, sagte Otto.", "“No,” said Otto."),
            ("„Ja“, sagte Anna.", "“Yes,” said Anna."),
            ("„Nie“, sagt Otto heute.", "“Never,” says Otto today."),
        ]
    ],
)
def tense_drift(article: Article) -> Iterator[Hit]:
    """A verb of saying stands in another tense than elsewhere for the same German tense.

    Words in quotation marks do not count, nor do sentences with several such verbs or “now”.
    """
    said = [one for pair in article.pairs for one in _said(pair)]
    counts = Counter((german, english) for german, english, _ in said)
    for german, english, span in said:
        usual = "past" if english == "present" else "present"
        often = counts[german, usual]
        if often >= max(_USUAL, _SHARE * counts[german, english]) and usual == _main(counts):
            verb = span.of(article.target)
            yield Hit(
                span, f"“{verb}” is in the {english}; elsewhere the report is in the {usual}."
            )


def _main(counts: Counter[tuple[str, str]]) -> str:
    """The tense that most of the English verbs of saying have."""
    past = sum(count for (_, english), count in counts.items() if english == "past")
    return "past" if 2 * past > counts.total() else "present"


def _said(pair: Placed) -> Iterator[Said]:
    """The one verb of saying of a pair, if each side has just one outside its quotations."""
    english = _found(pair.target, "en") if " now " not in pair.target else []
    german = _found(pair.source, "de") if len(english) == 1 else []
    if len(german) == 1:
        (tense, start, end) = english[0]
        start, end = start + pair.target_span.start, end + pair.target_span.start
        yield german[0][0], tense, Span(start, end)


def _found(text: str, language: str) -> list[tuple[str, int, int]]:
    tenses = _tenses(language)
    if tenses.keys().isdisjoint(_WORD.findall(text)):
        return []
    bare = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    return [(tenses[m.group()], *m.span()) for m in _WORD.finditer(bare) if m.group() in tenses]
