"""Times of day in a pair: hours of twenty-four against a.m. and p.m., and half hours."""

import re
from collections.abc import Iterator

from translate.spans import Span

_ENGLISH = re.compile(r"(?i)(?<![\d.:])(1[0-2]|[1-9])(?:[.:]([0-5]\d))?[ \u00a0]?([ap])\.?m\b\.?")
_GERMAN = re.compile(
    r"(?<![\d.,:])([01]?\d|2[0-4])(?:[.:]([0-5]\d))?"
    r"(?=[ \u00a0]?(?:Uhr\b"
    r"|(?:[-–/]|bis|und|oder|auf)[ \u00a0]?\d{1,2}(?:[.:]\d\d)?[ \u00a0]?Uhr\b))"
)
_LATE = re.compile(r"(?i)abend|nachmittag|nacht|mittag")
_HOUR = r" (eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b"
_HALF = re.compile(rf"(?i)\bhalb{_HOUR}")
_BEGUN = re.compile(rf"(?i)\b(?:(halb)|viertel vor|drei ?viertel){_HOUR}")
_HOURS = {
    word: hour
    for hour, words in enumerate(
        (
            "eins one", "zwei two", "drei three", "vier four", "fünf five", "sechs six",
            "sieben seven", "acht eight", "neun nine", "zehn ten", "elf eleven", "zwölf twelve",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_HALF_ENGLISH = re.compile(
    r"(?i)\bhalf[- ](?:past )?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"|(?<![\d.:])(1[0-2]|[1-9])[.:]30\b"
)
_NOON = 12


def begun(source: str) -> Iterator[float]:
    """The hours that have begun in half and quarter hours, with the minutes: 7, 30 and 7.5."""
    for match in _BEGUN.finditer(source):
        hour = float(_HOURS[match.group(2).lower()] - 1 or _NOON)
        yield from (hour, 30.0, hour + 0.5) if match.group(1) else (hour, 45.0)


def wrong_times(source: str, target: str) -> Iterator[tuple[Span, str]]:
    """The times of the target that are twelve hours or one hour off, with what the German says."""
    if "m" in target and "Uhr" in source:
        yield from _half_days(source, target)
    if "halb " in source.lower():
        yield from _half_hours(source, target)


def _half_days(source: str, target: str) -> Iterator[tuple[Span, str]]:
    hours = {int(m.group(1)) % 24 for m in _GERMAN.finditer(source)}
    late = _LATE.search(source) is not None
    for match in _ENGLISH.finditer(target) if hours else ():
        hour = int(match.group(1)) % _NOON + _NOON * (match.group(3) in "pP")
        other = (hour + _NOON) % 24
        if hour not in hours and other in hours and not (late and other <= _NOON):
            yield Span(*match.span()), f"{other} Uhr"


def _half_hours(source: str, target: str) -> Iterator[tuple[Span, str]]:
    said = {float(_HOURS[m.group(1).lower()]): m.group() for m in _HALF.finditer(source)}
    right = {hour - 1 or _NOON for hour in said}
    for match in _HALF_ENGLISH.finditer(target):
        hour = float(_HOURS[match.group(1).lower()] if match.group(1) else int(match.group(2)))
        if hour in said and hour not in right:
            yield Span(*match.span()), said[hour]
