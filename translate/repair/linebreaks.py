"""A word broken at the end of a line that no longer ends there: ``Regie- rung``."""

import re
from collections.abc import Iterator

from translate.repair.wordlists import words
from translate.spans import Edit, Span

REASON = "S321"

_BROKEN = re.compile(
    r"(?<![\w-])(?P<left>[^\W\d_]{2,30})(?P<cut>-(?:[ \u00a0]?\r?\n[ \u00a0]*|[ \u00a0]))"
    r"(?P<right>[a-zäöüß]{2,30})(?![\w-])"
)


def join_broken_words(text: str) -> Iterator[Edit]:
    """Joins the halves, unless the hyphen is suspended: ``Vor- und Nachteile``."""
    if "-" not in text:
        return
    for match in _BROKEN.finditer(text):
        if match.group("right") not in words("after_suspended.txt"):
            yield Edit(Span(*match.span("cut")), "", REASON)
