"""Web and e-mail addresses: text that is never translated."""

import re

from translate.documents.base import Mark
from translate.spans import Span

_ADDRESS = re.compile(
    r"""(?:https?://|ftp://|mailto:|(?<![\w@./-])www\.)[^\s<>"„“”»«`|\\]{2,2000}
      | (?<![\w.%+-])[\w%+-]{1,64}(?:\.[\w%+-]{1,64}){0,8}
        @[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}""",
    re.VERBOSE | re.IGNORECASE,
)
_TRAILING = ".,;:!?…*_~'’‘"


def addresses(text: str) -> tuple[Span, ...]:
    """Bare addresses in ``text``, without the punctuation of the sentence round them."""
    return tuple(
        Span(match.start(), match.start() + len(_trim(match.group())))
        for match in _ADDRESS.finditer(text)
    )


def with_addresses(text: str, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """``marks`` and a literal one for each address that they do not hold already."""
    found = [s for s in addresses(text) if not any(_clashes(s, mark) for mark in marks)]
    return (*marks, *(Mark(span, "", "", literal=True) for span in found))


def _clashes(span: Span, mark: Mark) -> bool:
    return span.overlaps(mark.span) and (mark.literal or not mark.span.contains(span))


def _trim(address: str) -> str:
    while address:
        stays = _closes(address) if address[-1] in ")]}" else address[-1] not in _TRAILING
        if stays:
            break
        address = address[:-1]
    return address


def _closes(address: str) -> bool:
    opening = {")": "(", "]": "[", "}": "{"}[address[-1]]
    return address.count(opening) >= address.count(address[-1])
