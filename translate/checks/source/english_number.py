"""A decimal number or a time of day in English form."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_UNITS = (
    "Prozent|Prozentpunkte|Millionen|Milliarden|Billionen|Mio|Mrd|Meter|Metern|Kilometer|Kilometern"
    "|Zentimeter|Zentimetern|Meilen|Tonnen|Kilogramm|Liter|Litern|Grad|Hektar|Sekunden|Punkte|Punkten"
)
_POINT = re.compile(rf"(?<![\w.,:/-])(\d{{1,3}})\.(\d{{1,2}})(?=[  ](?:{_UNITS})\b|[  ]?%)")
_CLOCK = re.compile(r"(?<![\w.,])\d{1,2}(?:[.:]\d\d)?(?: Uhr)? ?(?:[ap]\.[  ]?m\.|(?:AM|PM)\b)")


@check(
    "S501",
    "english-number",
    Category.NUMBER_FORMAT,
    Severity.MINOR,
    bad=["Die Preise stiegen um [2.5] Prozent.", "Das Spiel beginnt um [7.30 p.m.] in Bonn."],
    good=["um 2,5 Prozent", "am 2.5. um 18.30 Uhr", "Version 2.5", "10.000 Meter", "2.500 Prozent"],
)
def english_number(source: Source) -> Iterator[Hit]:
    """A decimal number or a time of day is written in the English way."""
    for match in _POINT.finditer(source.text):
        right = f"{match.group(1)},{match.group(2)}"
        yield Hit(
            Span(*match.span()),
            f"“{match.group()}” has an English decimal point: “{right}”.",
            right,
        )
    for match in _CLOCK.finditer(source.text):
        yield Hit(Span(*match.span()), f"“{match.group()}” is an English time of day.")
