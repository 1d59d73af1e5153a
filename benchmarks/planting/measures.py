"""Currencies, units, shares, dates, times and magnitudes changed."""

import re
from random import Random

from benchmarks.planting.base import Example, Planted, on_target, replaced
from translate.spans import Span

_CURRENCIES = ("euros", "dollars", "pounds", "francs", "yen")
_SIGNS = "€$£"
_UNITS = {
    "kilometres": "miles", "kilometers": "miles", "km": "miles", "miles": "kilometres",
    "metres": "feet", "meters": "feet", "feet": "metres", "centimetres": "inches",
    "centimeters": "inches", "inches": "centimetres", "kilograms": "pounds", "kg": "lbs",
    "kilos": "pounds", "pounds": "kilograms", "tonnes": "kilograms", "tons": "kilograms",
    "hectares": "acres", "acres": "hectares", "litres": "gallons", "liters": "gallons",
    "millimetres": "centimetres", "grams": "ounces",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GERMAN_MONTHS = re.compile(
    r"\b(?:Jan|Feb|März|April|Mai\b|Jun|Jul|August|Sept|Okt|Nov|Dez)|\d\.\s?\d\d?\."
)
_GERMAN_DAYS = re.compile(r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend")
_GERMAN_UNITS = re.compile(
    r"\d[- ]?(?:m|km|kg|cm|ha)\b"
    r"|(?:[Mm]eter|[Mm]eile|Fuß|Zoll|[Kk]ilo|Pfund|Tonne|Hektar|[Ll]iter|Gramm)"
)
_GERMAN_MONEY = re.compile(r"Euro|[Dd]ollar|Pfund|Franken|Yen|[€$£]")
_CLOCK = re.compile(r"(?<=\d)( ?)([ap])(\.?m\b\.?)")
_PERCENT = re.compile(r"(?<=\d )per ?cent\b|(?<=\d)%")
_POINTS = re.compile(r"\bpercentage points?\b")
_SCALE = re.compile(r"\b(million|billion|trillion)\b")
_DECIMAL = re.compile(r"(?<![\w.,])\d+\.\d{1,2}(?![\w.,:])")
_DECADE = re.compile(r"\b19[1-9]0s\b")


def currency(random: Random, example: Example) -> Planted | None:
    """A word or sign of currency beside a number becomes another one."""
    if not _GERMAN_MONEY.search(example.source):
        return None
    words = re.compile(rf"(?<=[\dn] )(?:{'|'.join(_CURRENCIES)})\b")
    signs = re.compile(rf"(?<![A-Z])[{_SIGNS}](?=\d)")
    places = [*words.finditer(example.target), *signs.finditer(example.target)]
    if not places:
        return None
    place = random.choice(places)
    others = _SIGNS if place.group() in _SIGNS else _CURRENCIES
    return _put(example, place, random.choice([o for o in others if o != place.group()]))


def unit(random: Random, example: Example) -> Planted | None:
    """A unit behind digits becomes that of the other system, and its number stays."""
    if not _GERMAN_UNITS.search(example.source):
        return None
    place = _choose(random, rf"(?<=\d )(?:{'|'.join(_UNITS)})\b", example)
    return _put(example, place, _UNITS[place.group()]) if place else None


def points(random: Random, example: Example) -> Planted | None:
    """Percent become percentage points."""
    place = _choose(random, _PERCENT.pattern, example)
    if place is None or ("rozent" not in example.source and "%" not in example.source):
        return None
    if "punkt" in example.source.lower():
        return None
    new = " percentage points" if place.group() == "%" else "percentage points"
    planted = _put(example, place, new)
    shifted = Span(planted.spans[0].start + new.startswith(" "), planted.spans[0].end)
    return on_target(example, planted.target, shifted)


def percent(random: Random, example: Example) -> Planted | None:
    """Percentage points become percent."""
    place = _choose(random, _POINTS.pattern, example)
    return _put(example, place, "percent") if place and "punkt" in example.source else None


def percent_dropped(random: Random, example: Example) -> Planted | None:
    """A number loses its percent sign or word, where it is the only one."""
    places = list(_PERCENT.finditer(example.target))
    if len(places) != 1 or ("rozent" not in example.source and "%" not in example.source):
        return None
    place = random.choice(places)
    target = example.target[: place.start()].rstrip() + example.target[place.end() :]
    number = re.search(r"[\d.,]*\d$", example.target[: place.start()].rstrip())
    return on_target(example, target, Span(*number.span())) if number else None


def month(random: Random, example: Example) -> Planted | None:
    """A month becomes another one."""
    place = _choose(random, rf"\b(?:{'|'.join(_MONTHS)})\b", example)
    if place is None or not _GERMAN_MONTHS.search(example.source):
        return None
    return _put(example, place, random.choice([m for m in _MONTHS if m not in example.target]))


def weekday(random: Random, example: Example) -> Planted | None:
    """A weekday becomes another one."""
    place = _choose(random, rf"\b(?:{'|'.join(_DAYS)})\b", example)
    if place is None or not _GERMAN_DAYS.search(example.source) or "acht zu" in example.source:
        return None
    return _put(example, place, random.choice([d for d in _DAYS if d not in example.target]))


def half_day(random: Random, example: Example) -> Planted | None:
    """Before noon becomes after noon, or the other way round."""
    places = [m for m in _CLOCK.finditer(example.target) if "Uhr" in example.source]
    if not places:
        return None
    place = random.choice(places)
    new = place.group(1) + ("p" if place.group(2) == "a" else "a") + place.group(3)
    target = replaced(example.target, Span(*place.span()), new)
    time = re.search(r"[\d.:]*\d$", example.target[: place.start()])
    return on_target(example, target, Span(time.start(), place.end())) if time else None


def magnitude(random: Random, example: Example) -> Planted | None:
    """A million, billion or trillion, also behind a word, becomes the next one."""
    if not re.search(r"(?i)million|milliard|billion|\bmio|\bmrd", example.source):
        return None
    place = _choose(random, _SCALE.pattern, example)
    if place is None:
        return None
    new = {"million": "billion", "billion": "million", "trillion": "billion"}[place.group()]
    planted = _put(example, place, new)
    before = re.search(r"[\d.,]*\d ?$", example.target[: place.start()])
    if before is None:
        return planted
    end = place.start() + len(new)
    number = Span(before.start(), len(example.target[: place.start()].rstrip()))
    return on_target(example, planted.target, number, Span(before.start(), end))


def decimal(random: Random, example: Example) -> Planted | None:
    """A decimal point is lost."""
    place = _choose(random, _DECIMAL.pattern, example)
    return _put(example, place, place.group().replace(".", "")) if place else None


def decade(random: Random, example: Example) -> Planted | None:
    """A decade becomes another one."""
    place = _choose(random, _DECADE.pattern, example)
    if place is None:
        return None
    digit = random.choice([d for d in "3456789" if d != place.group()[2]])
    planted = _put(example, place, f"19{digit}0s")
    return on_target(
        example, planted.target, *planted.spans, Span(place.start(), place.end() - len("s"))
    )


def fraction(random: Random, example: Example) -> Planted | None:
    """Thirds become quarters, or the other way round."""
    place = _choose(random, r"(?<=two )thirds\b|(?<=a )third(?= of)|(?<=three )quarters\b", example)
    if place is None or not re.search(r"(?i)drittel|viertel", example.source):
        return None
    new = {"thirds": "quarters", "third": "quarter", "quarters": "thirds"}[place.group()]
    return _put(example, place, new)


def _choose(random: Random, pattern: str, example: Example) -> re.Match[str] | None:
    places = list(re.finditer(pattern, example.target))
    return random.choice(places) if places else None


def _put(example: Example, place: re.Match[str], new: str) -> Planted:
    target = replaced(example.target, Span(*place.span()), new)
    return on_target(example, target, Span(place.start(), place.start() + len(new)))
