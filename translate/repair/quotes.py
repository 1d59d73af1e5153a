"""A quotation that opens in one style and closes in another: ``„so"`` for ``„so“``."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S324"

_PAIRS = (
    re.compile(r"„[^„“”\"»«\n]{1,400}(?P<close>[\"”])(?!\w)"),
    re.compile(r"»[^„“”\"»«\n]{1,400}(?P<close>[\"”“])(?!\w)"),
)
_CLOSING = ("“", "«")
# An opening mark behind a word or its stop, where only a closing one can stand: “so sei es„.”
BACKWARD = re.compile(r"„(?:(?<=[^\W\d_]„)(?=[.,;:!?)]|\s*$)|(?<=[^\W_][.,!?…]„)(?=\s|$))")


def match_quotes(text: str) -> Iterator[Edit]:
    """Closes ``„`` by ``“`` and ``»`` by ``«`` where nothing else can be meant."""
    for opening, pattern, closing in zip("„»", _PAIRS, _CLOSING, strict=True):
        if opening in text:
            for match in pattern.finditer(text):
                yield Edit(Span(*match.span("close")), closing, REASON)
    for match in BACKWARD.finditer(text) if "„" in text else ():
        yield Edit(Span(*match.span()), "“", REASON)
