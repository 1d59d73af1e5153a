"""A space before a punctuation mark, ``sagte er .``, a closing quote or half a score, ``2: 0``."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S322"

# Not before "..." or ":-)", not in "2 : 1", not in French spacing (a no-break space).
_LOOSE = re.compile(
    r"(?<=[\w“»’)\]%])( {1,3})"
    r"(?:[.,](?=$|[\s“”\"»)])(?! ?\.)|[;!?](?=$|[\s“”\"»])|:(?=$|\n| [^\W\d]))"
)
# A quote before a full stop or comma can only close: “gut ", sagte er”.
_QUOTE = re.compile(r"(?<=[\w.!?…])( )(?=[\"“”][.,](?:\s|$))")
_QUOTES = (' "', " “", " ”")
_SCORE = re.compile(
    r"\b(?:mit|zum|beim|um|eine[mn]|ein|dem|von|nach|gegen|Stand|ab|bis|kurz vor)[ \n]"
    r"\d{1,2}:( )\d{1,2}(?![\w:]|[.]\d)"
)


def close_up_punctuation(text: str) -> Iterator[Edit]:
    """Removes spaces between a word and the mark that ends it, and inside a score or time."""
    for match in _LOOSE.finditer(text):
        yield Edit(Span(*match.span(1)), "", REASON)
    for match in _QUOTE.finditer(text) if any(mark in text for mark in _QUOTES) else ():
        yield Edit(Span(*match.span(1)), "", REASON)
    for match in _SCORE.finditer(text) if ": " in text else ():
        yield Edit(Span(*match.span(1)), "", REASON)
