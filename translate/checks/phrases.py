"""Finds phrases in German, and says in the same form what should stand there."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.checks.inflection import FINITE, PARTICIPLE, forms, takes_sein
from translate.checks.patterns import Piece, Variant, variants
from translate.checks.tables import words

_TOKEN = re.compile(r"[\w-]+|[^\w\s]")
_COMMON = 8  # so many letters of a common word tell as much as one of another word
_NARROW = re.compile(r"\(([^)]*)\)|(?:[^\W\d_]|-)+")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase stands, and what should stand there, if that can be told."""

    start: int
    end: int
    replacement: str | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern in the language of ``patterns`` and its replacement, empty for none.

    A replacement takes from the match the forms, gaps and years of the pieces that pair with
    its own, the first with the first: ``weiß~ Ritter`` for ``rot~ Ritter``.
    """

    pattern: str
    replacement: str = ""

    def matches(self, text: str) -> Iterator[Match]:
        """Where ``text`` has the phrase; the first of places that overlap."""
        found = sorted(
            ((match.start(), -match.end(), number, match)
            for number in _likely(self.pattern, text)
            for match in _compiled(self.pattern, number).finditer(text)),
            key=lambda row: row[:3],
        )  # fmt: skip
        end = 0
        for start, _, number, match in found:
            if start >= end:
                end = match.end()
                yield Match(start, end, self._right(number, match))

    def _right(self, number: int, match: re.Match[str]) -> str | None:
        rows = _variants(self.replacement) if self.replacement else ()
        if number >= len(rows):
            return None
        taken: dict[str, deque[tuple[Piece, str]]] = defaultdict(deque)
        pieces = [p for p in _variants(self.pattern)[number] if p.kind != "context"]
        for piece, group in zip(pieces, match.groups(), strict=True):
            if not _is_fixed(piece):
                taken[piece.kind].append((piece, " ".join((group or "").split())))
        right = [_taken(piece, taken) for piece in rows[number]]
        if None in right:
            return None
        joined = re.sub(r" (?=,)", "", " ".join(word for word in right if word))
        return joined[0].upper() + joined[1:] if _begins_sentence(pieces, match) else joined


def _begins_sentence(pieces: list[Piece], match: re.Match[str]) -> bool:
    """Whether the match begins with a capital that the pattern does not have."""
    for piece, group in zip(pieces, match.groups(), strict=True):
        if group:
            return group[0].isupper() and group[0].lower() + group[1:] in piece.forms
    return False


def _taken(piece: Piece, taken: dict[str, deque[tuple[Piece, str]]]) -> str | None:
    """What stands for ``piece`` of a replacement, given what the match has of each kind."""
    if _is_fixed(piece):
        return piece.forms[0]
    if not taken[piece.kind]:
        return None
    paired, group = taken[piece.kind].popleft()
    if not piece.forms or not group:
        return group
    for form in (group, group[0].lower() + group[1:]):
        if form in paired.forms:
            return _same_form(piece, paired, form)
    return None


def _same_form(piece: Piece, paired: Piece, form: str) -> str | None:
    """The form of ``piece`` that stands where ``form`` stands in ``paired``, if only one does.

    Of the persons and moods of a verb that look the same the first is meant; between a finite
    form and a participle (“sie verschoben”, “sie haben verschoben”) its form does not tell.
    """
    # “Huttrick” and “Hut-Trick” are one form, of which a replacement may have one spelling.
    spellings = 2 if "+" in paired.token and "+" not in piece.token else 1
    if piece.kind == "verb":
        spellings = 1
    elif len(paired.forms) != spellings * len(piece.forms):
        return None
    places = [place for place, other in enumerate(paired.forms) if other == form]
    if piece.kind == "verb":
        finite = [place for place in places if place < FINITE][:1]
        places = finite + [place for place in places if place >= FINITE]
        one, other = (takes_sein(each.token[1:].rstrip("!?")) for each in (piece, paired))
        if PARTICIPLE in places and one != other:
            return None  # “ist gelaufen”, but “hat kandidiert”
    right = {piece.forms[place // spellings] for place in places}
    return right.pop() if len(right) == 1 else None


def _is_fixed(piece: Piece) -> bool:
    """Whether the piece is always there and always the same."""
    return len(piece.forms) == 1 and not piece.optional


@cache
def _variants(pattern: str) -> tuple[Variant, ...]:
    return variants(pattern)


def _likely(pattern: str, text: str) -> list[int]:
    """The variants of ``pattern`` that ``text`` has all the words of: few need be compiled."""
    here = _tokens(text)
    return [
        number
        for number, pieces in enumerate(_first_tokens(pattern))
        if not any(map(here.isdisjoint, pieces))
    ]


@lru_cache(maxsize=4)
def _tokens(text: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(text.lower()))


@cache
def _first_tokens(pattern: str) -> tuple[list[set[str]], ...]:
    """For each variant, what each of its pieces can begin with: a match has one of each."""
    return tuple(
        [{_TOKEN.findall(form.lower())[0] for form in p.forms} for p in variant if _is_needed(p)]
        for variant in _variants(pattern)
    )


def _is_needed(piece: Piece) -> bool:
    return bool(piece.forms) and not piece.optional


@cache
def _compiled(pattern: str, number: int) -> re.Pattern[str]:
    return re.compile(_expression(_variants(pattern)[number]))


def _expression(variant: Variant) -> str:
    """The regular expression of one variant, a group for each piece but contexts."""
    parts = []
    spaced = True  # a space before the next piece is already matched, or none is needed
    first = True
    for piece in variant:
        if piece.kind == "context":
            parts.append(piece.expression)
            continue
        expression = _either_case(piece) if first else piece.expression
        if not spaced and not piece.token.startswith(","):
            parts.append(r"\s{1,2}")
        if piece.optional:
            parts.append(f"(?:{expression}\\s{{1,2}})?")
            spaced = True
        else:
            parts.append(expression)
            spaced = piece.kind == "…"
        first = first and piece.optional
    return r"(?<![\w-])" + "".join(parts) + r"(?![\w-])"


def _either_case(piece: Piece) -> str:
    """The expression of the first piece, which a sentence may begin with."""
    return re.sub(
        r"(?<=[(|])([a-zäöü])",
        lambda match: f"[{match.group().upper()}{match.group()}]",
        piece.expression,
    )


@cache
def keys(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Lower-case letters for a quick first look: every match has one of each group.

    The first group is the one that the fewest texts should have.
    """
    tokens = re.sub(r" &\d* ", " ", pattern).split()
    groups = {_keys(token) for token in tokens if token[0] not in "<>…$*,"} - {()}
    return tuple(sorted(groups, key=lambda group: (-min(map(_rarity, group)), len(group), group)))


def _rarity(key: str) -> float:
    is_common = key in words("closed.txt") or key in words("german.txt")
    return len(key) / _COMMON if is_common else len(key)


def _keys(token: str) -> tuple[str, ...]:
    """The longest letters of ``token`` that no choice touches, or the choices."""
    if token.endswith("?"):
        return ()
    if token == "#":  # noqa: S105 - a mark of the language
        return ("19", "20")
    if token[0] == "=":
        particle, _, base = token[1:].rpartition("+")
        stem = base.removesuffix("n").removesuffix("e")
        return (
            (stem,) if all(stem in form for form in forms(base)) else (particle,) * bool(particle)
        )
    stem = token.split("/", maxsplit=1)[0].rstrip("~")
    if stem.isalpha():
        return (stem.lower(),)
    groups = list(_NARROW.finditer(stem))
    fixed = max((m.group() for m in groups if m.group(1) is None), key=len, default="")
    choice = next((m.group(1) for m in groups if m.group(1)), None)
    if choice is None or len(fixed) >= min(map(len, choice.split("|"))):
        return (fixed.lower(),)
    parts = [part.replace("_", "*").split("*") for part in choice.split("|")]
    return tuple(max(part, key=len).lower() for part in parts)
