"""Dirty a share of the German sources the way real sources are dirty."""

import random
import re
from collections.abc import Callable

_HYPHEN = re.compile(r"(?<=\w)-(?=[A-ZÄÖÜ])")
_WORD = re.compile(r"\w{3,}")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)

Dirty = Callable[[str, random.Random], str]


def drop_end_mark(text: str, rng: random.Random) -> str:
    """Leave out the full stop at the end."""
    return text[:-1] if text.endswith(".") else text


def upper_case(text: str, rng: random.Random) -> str:
    """Set the text in capitals, like a headline."""
    return text.upper()


def lower_case(text: str, rng: random.Random) -> str:
    """Set the text in small letters."""
    return text.lower()


def space_before_hyphen(text: str, rng: random.Random) -> str:
    """Write `US -Präsident` for `US-Präsident`."""
    return _HYPHEN.sub(" -", text)


def double_name(text: str, rng: random.Random) -> str:
    """Write `Trump-Putin-Putin` for `Trump-Putin`, else double a word: `Haus Haus`."""
    hyphens = list(_HYPHEN.finditer(text))
    if hyphens:
        end = _WORD.match(text, hyphens[-1].end())
        if end:
            return f"{text[: end.end()]}-{end.group()}{text[end.end() :]}"
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word = rng.choice(words)
    return f"{text[: word.end()]} {word.group()}{text[word.end() :]}"


def swap_letters(text: str, rng: random.Random) -> str:
    """Swap two neighbouring letters inside one word."""
    words = [word for word in _WORD.finditer(text) if len(word.group()) > 4]
    if not words:
        return text
    at = rng.choice(words).start() + rng.randint(1, 3)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def spell_out_umlauts(text: str, rng: random.Random) -> str:
    """Write `fuer` for `für`."""
    return text.translate(_UMLAUTS)


KINDS: tuple[tuple[Dirty, int], ...] = (
    (drop_end_mark, 6),
    (upper_case, 2),
    (lower_case, 2),
    (space_before_hyphen, 3),
    (double_name, 3),
    (swap_letters, 3),
    (spell_out_umlauts, 1),
)


def dirty(text: str, rng: random.Random, share: float) -> str:
    """Apply one kind of noise to `share` of the texts; the others come back as they are."""
    if rng.random() >= share:
        return text
    kinds, weights = zip(*KINDS, strict=True)
    kind: Dirty = rng.choices(kinds, weights)[0]
    return kind(text, rng)
