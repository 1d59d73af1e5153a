"""The same word twice in a row: ``mit mit`` for ``mit``."""

import re
from collections.abc import Iterator

from translate.repair.wordlists import words
from translate.spans import Edit, Span

REASON = "S310"

_CODE = 3  # letters of codes and chants: ABC ABC
_DOUBLED = re.compile(
    r"(?<![\w’'./@&-])([^\W\d_]{2,40})((?:(?:[ \u00a0]+| ?\r?\n)\1)+)(?![\w’'/@&-]|\.\w)"
)


def drop_doubled_words(text: str) -> Iterator[Edit]:
    """Leaves one of a run of equal words, unless German may double that word."""
    for match in _DOUBLED.finditer(text):
        word = match.group(1)
        if word == word.lower():
            if word in words("may_double.txt"):
                continue
        elif (
            "\n" in match.group(2)  # the next line of a list or table
            or word.lower() in words("doubled_names.txt") | words("may_double.txt")
            or (word.isupper() and len(word) <= _CODE)
        ):
            continue
        yield Edit(Span(*match.span(2)), "", REASON)
