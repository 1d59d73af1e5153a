"""A punctuation mark typed twice, as in ``gut..`` but not in ``gut ...``."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S323"

_DOUBLED = re.compile(
    r"(?<=[^\W_“\"»)\]%])(?P<mark>[,;.])(?P<again>(?: ?(?P=mark)))(?![.,;/\\\w])"  # ",," and ".."
    r"|(?<=[^\W_]),(?P<stop>\.)(?=$|\s)"  # ",."
)
_LOW_QUOTE = re.compile(r"(?:^|(?<=[\s(]))(?P<quote>,,)(?=[^\W_])")

_QUICK = (",,", ", ,", "..", ". .", ";;", "; ;", ",.")  # one of them is in every such text


def drop_doubled_punctuation(text: str) -> Iterator[Edit]:
    """Leaves one mark of two; turns a ``,,`` that opens a quotation into ``„``."""
    if not any(marks in text for marks in _QUICK):
        return
    for match in _DOUBLED.finditer(text):
        if match.group("stop"):
            yield Edit(Span(match.start(), match.end() - 1), "", REASON)
        else:
            yield Edit(Span(*match.span("again")), "", REASON)
    for match in _LOW_QUOTE.finditer(text):
        yield Edit(Span(*match.span("quote")), "„", REASON)
