"""A translation that turns in circles."""

import re
from collections.abc import Iterator
from itertools import pairwise

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ROUNDS = 3  # of a short phrase; of a long one two are enough
_LONG = 4  # words
_LONGEST = 300  # words


@check(
    "P106",
    "repetition-loop",
    Category.UNINTELLIGIBLE,
    Severity.CRITICAL,
    bad=[
        ("Er sagte, er komme.", "He said that [he said that he said that] he comes."),
        ("Sehr gut.", "It is good [good good good]."),
        ("Er kam am Montag an.", "He arrived on Monday. [He arrived on Monday]."),
    ],
    good=[("Nein, nein, nein!", "No, no, no!"), ("Er kam und sah.", "He came and he saw.")],
)
def loop(pair: Pair) -> Iterator[Hit]:
    """The translation repeats a phrase in a loop that the source does not have."""
    loops = list(_loops(_words(pair.target)))
    if not loops:
        return
    tokens = list(_WORD.finditer(pair.target))
    own = [size for _, size, _ in _loops(_words(pair.source))]
    for index, size, rounds in loops:
        if any(mine <= size + 1 for mine in own):
            continue
        span = Span(tokens[index + size].start(), tokens[index + size * rounds - 1].end())
        phrase = " ".join(token.group() for token in tokens[index : index + size])
        yield Hit(span, f"The translation loops: “{phrase}” comes {rounds} times in a row.")


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _loops(words: list[str]) -> Iterator[tuple[int, int, int]]:
    """Where loops start, the words of their phrase and how often it stands there.

    A phrase can only come again where its first words do, so the last place of each two and
    each four words says how long the phrase may be.
    """
    if len(set(pairwise(words))) >= len(words) - 1:
        return  # no two words come again
    last: dict[tuple[str, ...], int] = {}
    index = 0
    while index < len(words):
        found = None
        for size in (2, 4):
            key = tuple(words[index : index + size])
            if len(key) < size:
                continue
            if key in last:
                found = found or _rounds(words, last[key], index - last[key])
            last[key] = index
        if found:
            yield found
            index = found[0] + found[1] * found[2]
            last.clear()
        else:
            index += 1


def _rounds(words: list[str], start: int, size: int) -> tuple[int, int, int] | None:
    """The loop of ``size`` words at ``start``, if it goes round often enough."""
    if size > _LONGEST:
        return None
    phrase = words[start : start + size]
    rounds = 1
    while words[start + rounds * size : start + (rounds + 1) * size] == phrase:
        rounds += 1
    if rounds >= _ROUNDS or (rounds > 1 and size >= _LONG):
        return start, size, rounds
    return None
