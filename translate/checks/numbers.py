"""Numbers in German and English text, read in every way that they can be meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.checks.clock import begun
from translate.checks.numerals import has_stem, numerals
from translate.checks.tables import rows
from translate.spans import Span

_DIGITS = re.compile(r"(?<![\w])(\d{1,15}(?:(?:[.,:/’']|[ \u00a0](?=\d{3}(?!\d)))\d{1,15}){0,5})")
_PIECE = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_IMPERIAL = re.compile(
    r"[- \u00a0]?(?:foot|feet|ft|inch|miles?|mph|yards?|acres?|pounds?|lbs?|ounces?|gallons?"
    r"|°F|°|degrees|Fahrenheit)"
)
_IMPERIAL_GERMAN = re.compile(
    r"(?:Pfund|Meilen?|Fuß|Zoll|Acres?|Gallonen?|Unzen?|Yards?|Fahrenheit)\b"
)
_GROUPED = re.compile(r"\d{1,3}(?:[., \u00a0’']\d{3})+")
_DECADE = re.compile(r"(?:19|['’])?([1-9]0)(?:['’]?s|ern?)\b")
_THOUSANDS = 3
_ENDS = ("jährige", "jährigen", "jähriger", "jährig", "stündige", "stündigen", "fache", "köpfige",
         "tägige", "tägigen", "mal", "ter", "te", "ten", "ste", "sten", "hundert")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number in digits. values: what it can mean as a whole; pieces: its groups of digits."""

    span: Span
    text: str
    values: frozenset[float]
    pieces: frozenset[float]
    scale: float = 1
    phrase: str = ""  # with its word of scale, as it stands in the text


@cache
def _table(german: bool) -> tuple[dict[str, frozenset[float]], dict[str, float]]:  # noqa: FBT001
    """Number words with their values, and words of scale with their factors."""
    words: dict[str, set[float]] = {}
    scales: dict[str, float] = {}
    for language, kind, word, value in rows("numbers.tsv"):
        if (language == "de") is german:
            if kind == "scale":
                scales[word] = float(value)
            else:
                words.setdefault(word, set()).update(float(v) for v in value.split(","))
    return {word: frozenset(values) for word, values in words.items()}, scales


@lru_cache(maxsize=64)
def numbers(text: str, *, german: bool) -> tuple[Number, ...]:
    """The numbers that ``text`` has in digits, in order."""
    _, scales = _table(german)
    found = []
    for match in _DIGITS.finditer(text):
        raw = match.group(1)
        after = re.match(r"[- \u00a0]?([^\W\d_]+)", text[match.end() : match.end() + 24])
        scale = scales.get(after.group(1).lower().rstrip("."), 1.0) if after else 1.0
        values = frozenset(value * scale for value in _readings(raw, german=german))
        if after and after.group(1) == "m":  # metres or millions
            values |= _readings(raw, german=german)
        pieces = frozenset(float(piece) for piece in _PIECE.findall(raw))
        phrase = f"{raw} {after.group(1)}" if after and scale != 1 else raw
        found.append(Number(Span(*match.span(1)), raw, values, pieces, scale, phrase))
    return tuple(found)


def _readings(raw: str, *, german: bool) -> set[float]:
    """Every value that digits with separators can stand for: 1.500 is 1500 in German."""
    readings = {float("".join(_PIECE.findall(raw)))}
    parts = re.split(r"[.,]", raw)
    if all(part.isdigit() for part in parts) and len(parts) > 1:
        whole, last = "".join(parts[:-1]), parts[-1]
        readings.add(float(f"{whole}.{last}"))
        if len(last) != _THOUSANDS:
            readings.discard(float(whole + last))
        elif raw.count("." if german else ",") == len(parts) - 1 and raw[0] != "0":
            readings.discard(float(f"{whole}.{last}"))
    return readings


def word_values(text: str, *, german: bool) -> set[float]:
    """The values of all number words in ``text``."""
    words, scales = _table(german)
    values: set[float] = set()
    last: frozenset[float] = frozenset()
    for match in _WORD.finditer(text.lower()):
        word = match.group()
        here = words.get(word) or (_compound(word, words) if german else frozenset())
        if word in scales:
            values |= {value * scales[word] for value in last or (1.0,)}
            last = frozenset(value * scales[word] for value in last or (1.0,))
            continue
        if not german and here and last:
            values |= {a + b for a in last for b in here}  # twenty-five, two hundred and five
        values |= here
        last = here
    return values


def _compound(word: str, words: dict[str, frozenset[float]]) -> frozenset[float]:
    """The value of German words such as ``fünfundzwanzig`` and ``zehnjährig``."""
    if "und" in word[3:]:
        ones, _, tens = word.partition("und")
        if ones in words and tens in words:
            return frozenset(a + b for a in words[ones] for b in words[tens])
    for end in _ENDS if word.endswith(_ENDS) else ():
        if word.endswith(end) and word[: -len(end)] in words:
            factor = 100 if end == "hundert" else 1
            return frozenset(value * factor for value in words[word[: -len(end)]])
    return frozenset()


@lru_cache(maxsize=256)
def _known(text: str, german: bool) -> tuple[frozenset[float], frozenset[float]]:  # noqa: FBT001
    values: set[float] = set()
    pieces: set[float] = set()
    for number in numbers(text, german=german):
        values |= number.values
        pieces |= number.pieces
    for match in re.finditer(r"\d+(?=[^\W\d_])|(?<=[^\W\d_])\d+", text):
        pieces.add(float(match.group()))  # "35mm", "1990s", "CO2"
    for match in _DECADE.finditer(text):
        pieces |= {float(match.group(1)), float(f"19{match.group(1)}")}
    if german:
        pieces.update(begun(text))
    return frozenset(values), frozenset(pieces | word_values(text, german=german))


def is_known(number: Number, text: str, *, german: bool) -> bool:
    """Whether ``text`` (German or English) has ``number`` in digits or words, in any form."""
    if any(number.values & other.values for other in numbers(text, german=german)):
        return True
    values, pieces = _known(text, german)
    if number.values & pieces:
        return True
    if any(value / factor in pieces for value in number.values for factor in (1e3, 1e6, 1e9, 1e12)):
        return number.scale == 1 or not numbers(text, german=german)
    if number.scale != 1 or _GROUPED.fullmatch(number.text):
        return False
    # 18.30 -> 6.30 pm, 14 Uhr -> 14:00, 6.5 million in pieces, '18 for 2018
    known = values | pieces
    return all(
        p in known
        or (p == 0 and number.text.endswith(":00"))
        or p - 12 in known
        or p + 12 in known
        or (_is_year(p) and p % 100 in known)
        for p in number.pieces
    )


def _is_year(value: float) -> bool:
    return 1900 <= value < 2100  # noqa: PLR2004 - years that two digits stand for


def _numerals(text: str) -> Iterator[Number]:
    """The English number words of ``text`` as numbers."""
    for span, word, value in numerals(text):
        yield Number(span, word, frozenset({value}), frozenset({value}), phrase=word)


def _is_said(number: Number, german: str) -> bool:
    """Whether the German has ``number`` in digits, as a word or within one: Zweikampf."""
    values, pieces = _known(german, True)  # noqa: FBT003
    lowered = german.lower()
    if number.values & (values | pieces) or number.text.lower() in _WORD.findall(lowered):
        return True
    (value,) = number.values
    return has_stem(lowered, value)


@lru_cache(maxsize=64)
def strangers(source: str, target: str) -> tuple[list[Number], list[Number]]:
    """The numbers that only the German source has, and those that only the English target has."""
    missing = [n for n in numbers(source, german=True) if not is_known(n, target, german=False)]
    added = [n for n in numbers(target, german=False) if not is_known(n, source, german=True)]
    same_units = _IMPERIAL_GERMAN.search(source) is not None
    converted = [n for n in added if not same_units and _IMPERIAL.match(target, n.span.end)]
    added += [n for n in _numerals(target) if not _is_said(n, source)]
    added.sort(key=lambda n: n.span)
    return missing[len(converted) :], [n for n in added if n not in converted]
