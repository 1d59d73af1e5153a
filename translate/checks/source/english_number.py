"""A decimal number, a sum of money, an age or a time of day in English form."""

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
_POINT = re.compile(
    rf"(?<![\w.,:/$£-])(?<![$£][ \u00a0])(\d{{1,3}})\.(\d{{1,2}})(?=[  ](?:{_UNITS})\b|[  ]?%)"
)
_CLOCK = re.compile(r"(?<![\w.,])\d{1,2}(?:[.:]\d\d)?(?: Uhr)? ?(?:[ap]\.[  ]?m\.|(?:AM|PM)\b)")

_MONEY = re.compile(
    r"(?<![\w$£])(?<!\b[A-Z][A-Z] )(?P<currency>(?:US|USD)?\$|£)[ \u00a0]?"
    r"(?P<sum>\d[\d.,]*\d|\d)(?![\d%])"
    r"(?P<magnitude>[ \u00a0](?:Millionen|Milliarden|Billionen|Mio\.?|Mrd\.?)(?![\w-]))?"
    r"(?![.,]?\d|-|[ \u00a0][MB]illi)"
)
_CURRENCIES = {"$": "Dollar", "US$": "US-Dollar", "USD$": "US-Dollar", "£": "Pfund"}
_AGE = re.compile(
    r"(?<!\w)(?P<years>\d{1,3})-?(?:Jahre?s?-|jähr(?:ig)?e?-|Jahre?-)alte?(?P<ending>[rnms]?)(?![\w-])"
)


@check(
    "S501",
    "english-number",
    Category.NUMBER_FORMAT,
    Severity.MINOR,
    bad=[
        "Die Preise stiegen um [2.5] Prozent.",
        "Das Spiel beginnt um [7.30 p.m.] in Bonn.",
        "Der Umsatz stieg auf [$ 4,5 Milliarden].",
        "Das kostet [£25] oder [$1,200].",
        "ein [24-Jahre-alter] Mann",
    ],
    good=[
        "um 2,5 Prozent",
        "am 2.5. um 18.30 Uhr",
        "Version 2.5",
        "10.000 Meter",
        "2.500 Prozent",
        "4,5 Milliarden Dollar, 25 £, € 10, US $-Konto",
        "eine 24 Jahre alte Frau und ein 24-jähriger Mann",
    ],
)
def english_number(source: Source) -> Iterator[Hit]:
    """A decimal number, sum of money, age or time of day is written in the English way."""
    for match in _POINT.finditer(source.text):
        right = f"{match.group(1)},{match.group(2)}"
        yield Hit(
            Span(*match.span()),
            f"“{match.group()}” has an English decimal point: “{right}”.",
            right,
        )
    for match in _CLOCK.finditer(source.text):
        yield Hit(Span(*match.span()), f"“{match.group()}” is an English time of day.")
    for match in _MONEY.finditer(source.text) if _has(source.text, "$£") else ():
        right = _amount(match)
        message = f"“{match.group()}” has its currency in front, as in English: “{right}”."
        yield Hit(Span(*match.span()), message, right)
    for match in _AGE.finditer(source.text) if "-alt" in source.text else ():
        right = f"{match.group('years')}-jährige{match.group('ending')}"
        yield Hit(Span(*match.span()), f"“{match.group()}” is English: “{right}”.", right)


def _has(text: str, marks: str) -> bool:
    return any(mark in text for mark in marks)


def _amount(match: re.Match[str]) -> str:
    """“4,5 Milliarden Dollar” for “$4.5 Milliarden”, “650.100 Dollar” for “$650,100”."""
    number, magnitude = match.group("sum"), match.group("magnitude") or ""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", number):
        number = number.replace(",", ".")
    elif magnitude and re.fullmatch(r"\d{1,3}\.\d{1,2}", number):
        number = number.replace(".", ",")
    return f"{number}{magnitude} {_CURRENCIES[match.group('currency')]}"
