"""A suspended hyphen that got lost: ``Innen und Außenpolitik`` for ``Innen- und Außenpolitik``."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S325"

_JOIN = r"(?= (?:und|oder|sowie|bis|bzw\.) "
# A linking -s ends no word of its own: “Sicherheits und Außenpolitik”.
_LINKED = re.compile(
    rf"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]{{2,30}}(?:(?<!j)ungs|heits|keits|schafts|täts){_JOIN}[A-ZÄÖÜ][a-zäöüß]{{3}})"
)
# Words that mean nothing beside the second one of their pair but its first half.
_PAIRS = re.compile(
    r"(?<![\w-])(?:(?P<one>Innen|Außen|Ein|Aus|An|Ab|Hin|Her|Rück|Vor|Nach|Hoch|Tief|Nah|Fern)"
    rf"){_JOIN}(?P<two>Innen|Außen|Ein|Aus|Weiter|An|Ab|Hin|Her|Rück|Vor|Nach|Hoch|Tief|Nah|Fern)"
    r"[a-zäöüß]{4})"
)
_NUMBERS = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig"
_TIMES = re.compile(
    rf"(?<![\w-])(?:{_NUMBERS}|hundert)(?= (?:bis|oder|und) (?:{_NUMBERS}|hundert|tausend)"
    r"(?:mal|fach|jährig|stündig|tägig|monatig|wöchig|köpfig|stellig)\w{0,3}(?![\w-]))"
)


def restore_suspended_hyphens(text: str) -> Iterator[Edit]:
    """Puts the hyphen after the first half of a pair of compounds."""
    if (
        " und " not in text
        and " oder " not in text
        and " sowie " not in text
        and " bis " not in text
    ):
        return
    for pattern in (_LINKED, _PAIRS, _TIMES):
        for match in pattern.finditer(text):
            yield Edit(Span(match.end(), match.end()), "-", REASON)
