"""A capital umlaut that the system which wrote the text did not have: ``⁇ rzte`` for ``Ärzte``."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S304"

_MARK = "\u2047"  # what SentencePiece writes for a character that its vocabulary lacks
_LOST = re.compile(
    rf"{_MARK} ?(?:(?P<Ä>(?=rzt|nder|ngst|hnlich|quival|gypt|lter|ltest|rger|mter|cker|pfel|ußer"
    r"|sthet|quator|ra\b|ren\b))|(?P<Ö>(?=ffent|ffn|ffst|kolog|ko|sterr|rtlich|l(?:e|en|s)?\b))"
    r"|(?P<Ü>(?=ber|bung|brig|blich|bel|ppig)))"
)


def restore_lost_letters(text: str) -> Iterator[Edit]:
    """Puts the umlaut back that German words with such an ending begin with."""
    for match in _LOST.finditer(text) if _MARK in text else ():
        yield Edit(Span(*match.span()), match.lastgroup or "", REASON)
