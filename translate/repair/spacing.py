"""A space before a punctuation mark: ``sagte er .`` for ``sagte er.``."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S322"

# Not before "..." or ":-)", not in "2 : 1", not in French spacing (a no-break space).
_LOOSE = re.compile(
    r"(?<=[\w“»’)\]%])( {1,3})"
    r"(?:[.,](?=$|[\s“”\"»)])(?! ?\.)|[;!?](?=$|[\s“”\"»])|:(?=$|\n| [^\W\d]))"
)


def close_up_punctuation(text: str) -> Iterator[Edit]:
    """Removes spaces between a word and the mark that ends it."""
    for match in _LOOSE.finditer(text):
        yield Edit(Span(*match.span(1)), "", REASON)
