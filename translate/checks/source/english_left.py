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
_ENOUGH = 2
_QUOTES = "„“”\"»«‚‘’'("


@check(
    "S110",
    "english-left-in",
    Category.UNTRANSLATED,
    Severity.MAJOR,
    bad=["Der Plan sei [well on track].", "während die [data analysis] weitergeht"],
    good=["Das Album „the best of the best“", "Er will so bald also an Bord.", "Game of Thrones"],
)
def english_left(source: Source) -> Iterator[Hit]:
    """Two or more English words in a row were left in the German."""
    text = source.text
    if sum(map(words("english.txt").__contains__, _WORD.findall(text))) < _ENOUGH:
        return
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
