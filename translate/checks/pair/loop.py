"""A translation that turns in circles."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 12  # words of a looped phrase
_ROUNDS = 3  # of a single word; of a phrase two are enough if it is long
_LONG = 4


@check(
    "P106",
    "repetition-loop",
    Category.UNINTELLIGIBLE,
    Severity.CRITICAL,
    bad=[
        ("Er sagte, er komme.", "He said that [he said that he said that] he comes."),
        ("Sehr gut.", "It is good [good good good]."),
    ],
    good=[("Nein, nein, nein!", "No, no, no!"), ("Er kam und sah.", "He came and he saw.")],
)
def loop(pair: Pair) -> Iterator[Hit]:
    """The translation repeats a phrase in a loop that the source does not have."""
    tokens = list(_WORD.finditer(pair.target))
    words = [token.group().lower() for token in tokens]
    source = [token.group().lower() for token in _WORD.finditer(pair.source)]
    if _excess(words) <= _excess(source):
        return
    index = 0
    while index < len(words):
        size, rounds = _longest_loop(words, index)
        if size and not _longest_any(source, size):
            span = Span(tokens[index + size].start(), tokens[index + size * rounds - 1].end())
            phrase = " ".join(words[index : index + size])
            yield Hit(span, f"The translation loops: “{phrase}” comes {rounds} times in a row.")
            index += size * rounds
        else:
            index += 1


def _excess(words: list[str]) -> float:
    """The share of words that occurred before."""
    return 1 - len(set(words)) / len(words) if words else 0.0


def _longest_loop(words: list[str], index: int) -> tuple[int, int]:
    """Size and rounds of the loop that starts at ``index``, or zeros."""
    for size in range(1, min(_LONGEST, (len(words) - index) // 2) + 1):
        if words[index] != words[index + size]:
            continue
        phrase = words[index : index + size]
        rounds = 1
        while words[index + rounds * size : index + (rounds + 1) * size] == phrase:
            rounds += 1
        if rounds >= _ROUNDS or (rounds > 1 and size >= _LONG):
            return size, rounds
    return 0, 0


def _longest_any(words: list[str], size: int) -> bool:
    """Whether the source loops too, with a phrase of any size up to a little over ``size``."""
    return any(0 < _longest_loop(words, i)[0] <= size + 1 for i in range(len(words)))
