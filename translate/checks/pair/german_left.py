"""German words left in the English."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.checks.tables import words
from translate.findings import Category, Severity
from translate.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENOUGH = 2  # function words of a run
_TITLE = "„“”\"»«‘'("


@check(
    "P105",
    "german-left-in",
    Category.UNTRANSLATED,
    Severity.MAJOR,
    bad=[("Er sagte, dass sie nicht mit ihm gehen.", "He said [dass sie nicht mit] him go.")],
    good=[("Er las „Der Mann und das Meer“.", 'He read "Der Mann und das Meer".')],
)
def german_left(pair: Pair) -> Iterator[Hit]:
    """German function words were left standing together in the translation."""
    run: list[re.Match[str]] = []
    for word in [*_WORD.finditer(pair.target), None]:
        if word and word.group() in words("german.txt") and _adjoins(pair.target, run, word):
            run.append(word)
            continue
        yield from _hit(pair, run)
        run = [word] if word and word.group() in words("german.txt") else []


def _adjoins(text: str, run: list[re.Match[str]], word: re.Match[str]) -> bool:
    return not run or text[run[-1].end() : word.start()].isspace()


def _hit(pair: Pair, run: list[re.Match[str]]) -> Iterator[Hit]:
    if len({word.group() for word in run} - {"so", "die", "er"}) < _ENOUGH:
        return
    span = Span(run[0].start(), run[-1].end())
    quoted = re.search(r"[„“\"»‘'(][^„“”\"»«]*$", pair.target[: span.start])
    if quoted and any(mark in pair.target[span.end :] for mark in _TITLE):
        return
    yield Hit(span, f"“{span.of(pair.target)}” is German left in the translation.")
