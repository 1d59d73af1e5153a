"""A space that tore a compound apart at its hyphen: ``US -Präsident``, ``EU- Kommission``."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S320"

# "US -Präsident", "US -amerikanisch"; not "Energieversorgung und -Sicherheit".
_BEFORE = re.compile(
    r"(?<![\w-])(?:[A-ZÄÖÜ][A-Z0-9]{1,5}(?P<short>[ \u00a0]+)-(?=[A-ZÄÖÜ][a-zäöüß]|[a-zäöüß]{4})"
    r"|[A-ZÄÖÜ][\w-]{1,40}(?P<long>[ \u00a0]+)-(?=[A-ZÄÖÜ][a-zäöüß]))"
)
_AFTER = re.compile(
    r"(?<![\w-])[A-ZÄÖÜ]\w{1,40}(?:-[A-ZÄÖÜ]\w{1,40}){0,5}-(?P<gap>[ \u00a0]+)"
    r"(?=[A-ZÄÖÜ]\w{1,60}(?![\w-]))"
)
# "US" alone is no noun: what follows its dash belongs to it.
_AROUND = re.compile(r"(?<![\w-])(?:US|EU)(?P<gap>[ \u00a0]+-[ \u00a0]+)(?=[A-ZÄÖÜ][a-zäöüß]{2})")
# After a title in quotes: “die "Links-Rechts" -Regel”.
_QUOTED = re.compile(r"(?<=[\w.!?][\"“”])(?P<gap>[ \u00a0])-(?=[A-ZÄÖÜ][a-zäöüß]{2})")


def close_hyphens(text: str) -> Iterator[Edit]:
    """Closes the gap before or after the hyphen of a compound."""
    if "-" not in text:
        return
    for match in _BEFORE.finditer(text):
        yield Edit(Span(*match.span("short" if match.group("short") else "long")), "", REASON)
    for match in _AROUND.finditer(text):
        yield Edit(Span(*match.span("gap")), "-", REASON)
    for match in _AFTER.finditer(text):
        yield Edit(Span(*match.span("gap")), "", REASON)
    for match in _QUOTED.finditer(text) if " -" in text else ():
        yield Edit(Span(*match.span("gap")), "", REASON)
