"""A number of the English in German form: “31. October”."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_ALONE = r"(?<![\w.,:/-])"
_DAY = re.compile(rf"\b(?:the )?(?P<day>\d{{1,2}})\.(?= (?:{_MONTH})\b)")
_ORDINAL = re.compile(rf"{_ALONE}(?P<number>\d{{1,3}})\.(?= [a-z])")
_AFTER_MONTH = re.compile(rf"\b(?:{_MONTH}) $")
_NO_FIGURE = r"(?<!ersion )(?<!hapter )(?<!hapters )(?<!ection )(?<!IP )(?<!No\. )"
_FIGURE = re.compile(
    rf"{_ALONE}{_NO_FIGURE}(?:\d{{1,3}}(?:\.\d{{3}})+(?:,\d{{1,2}})?|\d{{1,3}},\d{{1,2}})(?![\w/]|[.,:-]\d)"
)
_ANY = re.compile(r"\d[.,](?:\d| [A-Za-z])")
_SWAPPED = str.maketrans(".,", ",.")
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


@check(
    "P501",
    "german-number",
    Category.NUMBER_FORMAT,
    Severity.MINOR,
    bad=[
        ("Er kam am 31. Oktober.", "He came on [the 31.] October."),
        ("Sie feiern den 50. Geburtstag.", "They celebrate the [50.] birthday."),
        ("4.090 Menschen kamen.", "[4.090] people came."),
        ("Es kostet 7,50 Euro.", "It costs [7,50] euros."),
    ],
    good=[
        ("Er kam am 31. Oktober.", "He came on 31 October."),
        ("Das war am 29. März. Dann kam er.", "That was on March 29. Then he came."),
        ("Er wurde 50. Sie lachte.", "He turned 50. She laughed."),
        ("Version 2.104 ist da.", "Version 2.104 is here."),
        ("1. Kaufen Sie Milch.", "1. Buy milk."),
        ("Der 1. FC Köln gewann.", "1. FC Köln won."),
        ("Es stieg um 4,090 Prozent.", "It rose by 4.090 per cent."),
    ],
)
def german_number(pair: Pair) -> Iterator[Hit]:
    """A day, ordinal, decimal or large number of the translation is written in the German way."""
    text = pair.target
    if not _ANY.search(text):
        return
    found = [*_days(text), *_ordinals(pair), *_figures(pair)]
    for span, right in sorted(found):
        yield Hit(span, f"“{span.of(text)}” is written in the German way: “{right}”.", right)


def _days(text: str) -> Iterator[tuple[Span, str]]:
    for match in _DAY.finditer(text):
        yield Span(*match.span()), match["day"]


def _ordinals(pair: Pair) -> Iterator[tuple[Span, str]]:
    """Where a sentence might end, or an entry of a list begin, nothing is said."""
    for match in _ORDINAL.finditer(pair.target):
        number = match["number"]
        if (
            match.start()
            and not _AFTER_MONTH.search(pair.target, 0, match.start())
            and re.search(rf"(?<![\d.,]){number}\. ?\w", pair.source)
        ):
            yield Span(*match.span()), number + _ending(number)


def _ending(number: str) -> str:
    return "th" if number[-2:-1] == "1" else _ENDINGS.get(number[-1], "th")


def _figures(pair: Pair) -> Iterator[tuple[Span, str]]:
    own = {match.group() for match in _FIGURE.finditer(pair.source)}
    for match in _FIGURE.finditer(pair.target) if own else ():
        if match.group() in own:
            yield Span(*match.span()), match.group().translate(_SWAPPED)
