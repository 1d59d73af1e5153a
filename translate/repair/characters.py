"""Characters that nobody sees: controls, zero-width marks, soft hyphens."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S302"

# C0 and C1 controls but tab, newline, carriage return and next line; soft hyphen; zero-width
# space; word joiner; byte order mark. Joiners and direction marks stay: other scripts need them.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]+")


def drop_invisible(text: str) -> Iterator[Edit]:
    """Removes runs of invisible characters."""
    for match in _INVISIBLE.finditer(text):
        yield Edit(Span(*match.span()), "", REASON)
