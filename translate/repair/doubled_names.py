"""A name twice in a chain or list: ``Witkoff-Putin-Putin``, ``Keller, Keller und Brandt``."""

import re
from collections.abc import Iterator

from translate.repair.wordlists import words
from translate.spans import Edit, Span

REASON = "S312"

_NAME = r"[A-ZÄÖÜ][^\W\d_]+"
_CHAIN = re.compile(rf"(?<![\w/.@-])(?:[^\W_]{{1,40}}-){{0,8}}?({_NAME})((?:-\1)+)(?![^\W_])")
_LIST = re.compile(
    rf"(?<![\w-])({_NAME}(?: {_NAME}){{0,2}})(, \1)"
    rf"(?=,? (?:und|oder|sowie) (\w+)|, {_NAME})"
)
_TAIL = re.compile(rf"(?<=[^\W_], )({_NAME}(?: {_NAME}){{0,2}})( (?:und|oder|sowie) \1)(?![\w-])")
_EMPHASIS = frozenset({"noch", "nochmal", "nochmals", "abermals", "wieder", "immer"})


def drop_doubled_names(text: str) -> Iterator[Edit]:
    """Leaves one of two equal names that stand side by side in a chain or an enumeration."""
    for match in _CHAIN.finditer(text) if "-" in text else ():
        if match.group(1).lower() not in words("doubled_names.txt"):
            yield Edit(Span(*match.span(2)), "", REASON)
    if ", " not in text:
        return
    for match in _LIST.finditer(text):
        if match.group(3) not in _EMPHASIS and match.group(3) != match.group(1):
            yield Edit(Span(*match.span(2)), "", REASON)
    for match in _TAIL.finditer(text):
        comma = match.start() - len(", ")
        yield Edit(Span(comma, match.end()), match.group(2), REASON)
