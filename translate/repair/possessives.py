"""A possessive torn off its name: ``Kant 's Mausoleum``, ``Kant' s`` or ``Kant ' s``."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S326"

# A capital begins the name, so that “geht 's”, short for “geht es”, is none; nor are the words
# that begin a sentence with such an “es”.
_TORN = re.compile(
    r"(?<![\w'’-])(?!(?:Das|Der|Die|Er|Es|Ich|Ihr|Ob|Sie|So|Was|Wenn|Wer|Wie|Wir|Wo)\b)"
    r"[A-ZÄÖÜ][\w-]{1,40}"
    r"(?P<torn>[ \u00a0](?P<mark>['’])[ \u00a0]?s|(?P<tight>['’])[ \u00a0]s)"
    r"(?=[ \u00a0][^\W\d_])"
)


def close_possessives(text: str) -> Iterator[Edit]:
    """Closes the gap between a name and the “’s” that it has in English."""
    if "'" not in text and "’" not in text:
        return
    for match in _TORN.finditer(text):
        mark = match.group("mark") or match.group("tight")
        yield Edit(Span(*match.span("torn")), f"{mark}s", REASON)
