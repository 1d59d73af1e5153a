"""English words left in German text."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.tables import words
from translate.findings import Category, Severity
from translate.spans import Span

_RUN = re.compile(r"(?<![\w.’'/@-])[a-z]+(?:['’][a-z]+)?(?: [a-z]+(?:['’][a-z]+)?)+(?![\w/@’'-])")
_WORD = re.compile(r"[a-z'’]+")
# One word alone, by an ending that few German words have: “ging”, “gering”, “schied”.
_ALONE = re.compile(
    r"(?<=[a-zäöüßA-Z,] )(?!(?:ge\w+|relaxed|\w*(?:ied|red|led|schwing|dring|spring|bring|sing"
    r"|zwing|ring|ling))\b)"
    r"[a-z]{2,}(?:ed|[^fgh]ing|fully|ously|ally|ness)(?![\w-])(?=[ ,]|\.(?!\w))"
)
_ENDINGS = ("ed", "ing", "ly", "ness")
_ENOUGH = 2
_QUOTES = "„“”\"»«‚‘’'("


@check(
    "S110",
    "english-left-in",
    Category.UNTRANSLATED,
    Severity.MAJOR,
    bad=[
        "Der Plan sei [well on track].",
        "während die [data analysis] weitergeht",
        "Er [lambasted] die Regierung.",
    ],
    good=[
        "Das Album „the best of the best“",
        "Er will so bald also an Bord.",
        "Game of Thrones",
        "Er ging, schied aus und fing gering an; es wurde gemanaged.",
        "Das Wort „piercing“ ist neu.",
    ],
)
def english_left(source: Source) -> Iterator[Hit]:
    """English words were left in the German."""
    text = source.text
    small = _WORD.findall(text)
    known = sum(map(words("english.txt").__contains__, small)) >= _ENOUGH
    found = list(_runs(text)) if known else []
    yield from found
    if found or not any(word.endswith(_ENDINGS) for word in small):
        return
    for match in _ALONE.finditer(text):
        yield Hit(Span(*match.span()), f"“{match.group()}” is English left in the German.")


def _runs(text: str) -> Iterator[Hit]:
    """Two or more English words in a row."""
    for run in _RUN.finditer(text):
        group: list[re.Match[str]] = []
        for word in [*_WORD.finditer(text, *run.span()), None]:
            if word and word.group() in words("english.txt") | words("english_weak.txt"):
                group.append(word)
                continue
            yield from _hit(text, group)
            group = []


def _hit(text: str, group: list[re.Match[str]]) -> Iterator[Hit]:
    """A hit if ``group`` holds enough words that are no German and is no quoted title."""
    if sum(word.group() in words("english.txt") for word in group) < _ENOUGH:
        return
    start, end = group[0].start(), group[-1].end()
    if text[:start].endswith(tuple(_QUOTES)) and text[end : end + 1] in _QUOTES:
        return
    yield Hit(Span(start, end), f"“{text[start:end]}” is English left in the German.")
