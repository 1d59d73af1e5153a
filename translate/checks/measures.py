"""Currencies, shares, units, months, weekdays, magnitudes and fractions of a pair, compared."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.checks.tables import rows
from translate.spans import Span

_TOKEN = re.compile(r"[^\W\d_]+²?|[€$£¥%]|°[cf]\b")
_BEFORE = re.compile(r"(\d[\d.,]*)(?:[- \u00a0]?[^\W\d_]+\.?)?[-) \u00a0]{0,2}(?:US-)?$")
_AFTER = re.compile(r"[ \u00a0]?(\d[\d.,]*)")
_BOUND = re.compile(r"(?i)\b(square|sq\.?|cubic|percentage|per)[ -]$")
_SHARES = {"per cent": "percent", "percentage point": "point", "percentage points": "points"}
_OTHERWISE = frozenset({"square", "sq", "sq.", "cubic"})  # before units: another unit
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w/])")
_DATE = re.compile(r"(?<![\d.])\d{1,2}\.[ \u00a0]?(0?[1-9]|1[0-2])\.(?!\d\d?\.)")
_DIGITS = re.compile(r"(?<!\d)\d{1,4}(?:[/.-]\d{1,4}){1,2}(?!\d)")
_NIGHT = re.compile(r"(?i)nacht(?:stunden)? (?:zum|zu|auf)(?: den)? $")
_COMPOUND = re.compile(r"\b(millionen|milliarden|billionen)[^\W\d_]{3,30}")
_PARTS_OF_DAYS = ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht", "früh")
_CAPITALS = frozenset({"may", "march", "mark", "marks"})  # words of their own in lower case
_NEAR = 0.15  # of a converted value, that rounding may take
_THOUSANDS = 3  # digits
_REACH = 32  # characters between a label and its number


@dataclass(frozen=True, slots=True)
class Label:
    """A word or sign of measure. concepts: what it can mean; values: of the number beside it."""

    span: Span
    text: str
    group: str
    concepts: frozenset[str]
    values: frozenset[float]


@cache
def _table(german: bool) -> dict[str, tuple[str, frozenset[str]]]:  # noqa: FBT001
    """The group and the concepts of each form."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for group, concept, _, *columns in rows("measures.tsv"):
        for form in columns[0 if german else 1].split():
            ends = ("", "s") if german and group == "day" else ("",)
            parts = ("", *_PARTS_OF_DAYS) if german and group == "day" else ("",)
            for whole in (form + part + end for part in parts for end in ends):
                first, concepts = found.get(whole, (group, frozenset[str]()))
                found[whole] = first, concepts | {concept}
    return found


@cache
def _sizes() -> dict[str, tuple[str, float]]:
    """The group of each unit and its size in the base unit of the group."""
    return {row[1]: (row[0], float(row[2])) for row in rows("measures.tsv") if row[2]}


@cache
def _members(group: str) -> tuple[str, ...]:
    """The concepts of a group, in order."""
    return tuple(row[1] for row in rows("measures.tsv") if row[0] == group)


@lru_cache(maxsize=64)
def labels(text: str, *, german: bool) -> tuple[Label, ...]:
    """The words and signs of measure in ``text``, in order."""
    table = _table(german)
    lowered = text.lower()
    if len(lowered) != len(text):
        return ()
    if table.keys().isdisjoint(_TOKEN.findall(lowered)):
        return (*_dates(text), *_compounds(lowered)) if german else ()
    found = []
    for match in _TOKEN.finditer(lowered):
        form = match.group()
        if form in table:
            span = Span(*match.span())
            said = span.of(text)
            if said == form and not german and form in _CAPITALS:
                continue
            if not german and (before := _BOUND.search(text, max(0, span.start - 12), span.start)):
                if before.group(1).lower() in _OTHERWISE:
                    continue
                bound = f"{before.group(1).lower()} {form}"
                if bound in _SHARES:
                    span, form = Span(before.start(), span.end), _SHARES[bound]
            group, concepts = table[form]
            found.append(
                Label(span, span.of(text), group, concepts, _values(text, span, german=german))
            )
    if german:
        found += (*_dates(text), *_compounds(lowered))
    return tuple(found)


def _dates(text: str) -> Iterator[Label]:
    """The months of dates in digits: 4.5.2018."""
    for match in _DATE.finditer(text):
        month = frozenset({_members("month")[int(match.group(1)) - 1]})
        yield Label(Span(*match.span()), match.group(), "month", month, frozenset())


def _compounds(lowered: str) -> Iterator[Label]:
    """The magnitudes that compounds begin with: Milliardendefizit."""
    for match in _COMPOUND.finditer(lowered):
        concepts = _table(True)[match.group(1)][1]  # noqa: FBT003
        yield Label(Span(*match.span()), match.group(), "magnitude", concepts, frozenset())


def _values(text: str, span: Span, *, german: bool) -> frozenset[float]:
    """The number before a label, or behind a sign that comes first."""
    match = _BEFORE.search(text, max(0, span.start - _REACH), span.start)
    if text[span.start] in "€$£¥" and (after := _AFTER.match(text, span.end)):
        match = after
    return _readings(match.group(1), german=german) if match else frozenset()


def _readings(raw: str, *, german: bool) -> frozenset[float]:
    """What digits with separators can stand for: 20.000 is 20000 in German, 20 in English too."""
    raw = raw.rstrip(".,")
    plain = float(re.sub(r"\D", "", raw))
    whole, mark, rest = raw.replace(",", ".").rpartition(".")
    if not mark:
        return frozenset({plain})
    decimal = float(f"{whole.replace('.', '')}.{rest}")
    if len(rest) != _THOUSANDS:
        return frozenset({decimal})
    grouped = raw[-_THOUSANDS - 1] == ("." if german else ",")
    return frozenset({plain} if grouped else {plain, decimal})


@lru_cache(maxsize=64)
def changed(source: str, target: str) -> tuple[tuple[Label, Label], ...]:
    """The labels of the target that stand for another one of the source, with that one."""
    english = labels(target, german=False)
    german = labels(source, german=True) if english else ()
    if not german:
        return ()
    found: dict[Span, tuple[Label, Label]] = {}
    for label in english:
        instead = _other_at_same_value(label, german) or _swapped(label, german, english)
        if instead and not _excused(label, instead, source, target):
            found[label.span] = (label, instead)
    return tuple(found.values())


def _other_at_same_value(label: Label, german: Sequence[Label]) -> Label | None:
    """A German label of another measure at the same number, where none of its own is."""
    if not label.values or label.group in {"month", "day", "magnitude", "fraction"}:
        return None
    same = [g for g in german if label.values & g.values and g.group not in {"month", "day"}]
    same = [g for g in same if g.group not in {"magnitude", "fraction"}]
    if not same or any(_means(label, g) for g in same):
        return None
    return same[0]


def _swapped(label: Label, german: Sequence[Label], english: Sequence[Label]) -> Label | None:
    """A German label of the same group that the English has lost, and this one instead."""
    mine = [g for g in german if g.group == label.group != "temperature"]
    others = [e for e in english if e.group == label.group]
    lost = [g for g in mine if not any(_means(e, g) for e in others)]
    if not lost:
        return None
    if not any(_means(label, g) for g in mine):
        return lost[0]
    if label.group not in {"month", "day"} or len(mine) != len(others):
        return None
    counts = Counter(c for g in mine for c in g.concepts)
    counts.subtract(c for e in others for c in e.concepts)
    place = others.index(label)
    surplus = all(counts[concept] < 0 for concept in label.concepts)
    return mine[place] if surplus and mine[place] in lost else None


def lost_dates(source: str, target: str) -> Iterator[Label]:
    """The months and weekdays of the source that the target has nothing for, nor another one."""
    german = [label for label in labels(source, german=True) if label.group in {"month", "day"}]
    english = labels(target, german=False) if german else ()
    for label in german:
        others = [e for e in english if e.group == label.group]
        if len(others) >= sum(g.group == label.group for g in german):
            continue
        if not any(_means(label, e) for e in others) and not _in_digits(label, target):
            yield label


def _in_digits(label: Label, target: str) -> bool:
    """Whether ``target`` has the month of ``label`` as a number, as in 9/11 and 2018-09-11."""
    if label.group != "month":
        return False
    numbers = {_members("month").index(concept) + 1 for concept in label.concepts}
    return any(
        int(number) in numbers
        for date in _DIGITS.findall(target)
        for number in re.findall(r"\d+", date)
    )


def bare_percent(source: str, target: str) -> Iterator[tuple[Span, str]]:
    """Numbers of the target without a word for the percent that the source has with them."""
    english = labels(target, german=False)
    if any(label.group == "share" for label in english):
        return
    for label in labels(source, german=True):
        if label.group != "share" or not label.values:
            continue
        for match in _NUMBER.finditer(target):
            if label.values & _readings(match.group(), german=False):
                yield Span(*match.span()), f"{match.group()} {label.text}"


def _means(one: Label, other: Label) -> bool:
    return not one.concepts.isdisjoint(other.concepts)


def _excused(label: Label, instead: Label, source: str, target: str) -> bool:
    """Whether the change may be right: values converted, or another word for the same."""
    if label.group == "magnitude":
        return target[max(0, label.span.start - 2) : label.span.start].strip(" -").isdigit() or any(
            stem in source.lower() for stem in _stems(label)
        )
    if label.group == "share":
        return "point" in label.concepts and label.text.lower().startswith("point")
    if "foot" in label.concepts and target[label.span.end : label.span.end + 2].strip().isdigit():
        return True  # 5ft 11in
    return _converted(label, instead) or _is_night_before(label, instead, source)


def _stems(label: Label) -> Iterator[str]:
    """How German words of a magnitude begin: Milliardär, Millionenstadt."""
    for concept in label.concepts:
        yield {"thousand": "tausend", "milliard": "milliard"}.get(concept, concept)


def _converted(label: Label, instead: Label) -> bool:
    """Whether both say the same length, area, weight or volume, or one that cannot be told."""
    sizes = _sizes()
    mine = [sizes[c] for c in label.concepts if c in sizes]
    theirs = [sizes[c] for c in instead.concepts if c in sizes]
    if not mine or not theirs:
        return False
    if not label.values or not instead.values:
        return True
    return any(
        group == other and abs(a * size - b * base) <= _NEAR * max(a * size, b * base)
        for group, size in mine
        for other, base in theirs
        for a in label.values
        for b in instead.values
    )


def _is_night_before(label: Label, instead: Label, source: str) -> bool:
    """Whether the German has the night to Tuesday, which the English calls Monday night."""
    if label.group != "day" or not _NIGHT.search(source, 0, instead.span.start):
        return False
    days = _members("day")
    (mine,), (theirs,) = label.concepts, instead.concepts
    return (days.index(mine) + 1) % len(days) == days.index(theirs)
