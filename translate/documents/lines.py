"""Physical lines, and what stands between two of them once they are joined."""

import re
from functools import cache

from translate.files import read_data
from translate.spans import Span

_BREAK = re.compile("\r\n|[\n\r\f\v\x85\u2028\u2029]")
_HYPHENS = "-\u2010\u00ad"
_SOFT_HYPHEN = "\u00ad"
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def lines(text: str, breaks: re.Pattern[str] = _BREAK) -> tuple[Span, ...]:
    """The lines of ``text`` without their ends."""
    found = []
    start = 0
    for match in breaks.finditer(text):
        found.append(Span(start, match.start()))
        start = match.end()
    return (*found, Span(start, len(text)))


def joint(left: str, right: str) -> tuple[int, str]:
    """How two lines become one: how many code points ``left`` loses, and the glue.

    A word divided at the line end loses its hyphen ("Ver-", "handlung"); a compound keeps
    it ("US-", "Präsident"); a shared part keeps hyphen and space ("Nord-", "und Südkorea").
    """
    if not left[-2:-1].isalnum() or left[-1] not in _HYPHENS or not right:
        return 0, " "
    if left[-1] == _SOFT_HYPHEN:
        return 1, ""
    word = _FIRST_WORD.match(right)
    if word and word.group() in words("conjunctions.txt"):
        return 0, " "
    if word and word.group()[0].islower() and left[-2].isalpha():
        return 1, ""
    return (0, "") if right[0].isalnum() else (0, " ")


@cache
def words(name: str) -> frozenset[str]:
    """The lines of the data file ``name``, without comments."""
    lines = read_data("translate.documents", name).splitlines()
    return frozenset(line.strip() for line in lines if line.strip())
