"""Dirties a share of the German sources the way real sources are dirty."""

import re
from collections.abc import Callable
from random import Random

_HYPHEN = re.compile(r"(?<=\w)-(?=[A-ZÄÖÜ])")
_WORD = re.compile(r"\w{3,}")
_LONG_WORD = re.compile(r"\w{5,}")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)


def drop_full_stop(text: str) -> str:
    """Leaves out the full stop at the end."""
    return text.removesuffix(".")


def space_before_hyphen(text: str) -> str:
    """Writes ``US -Präsident`` for ``US-Präsident``."""
    return _HYPHEN.sub(" -", text)


def spell_out_umlauts(text: str) -> str:
    """Writes ``fuer`` for ``für``."""
    return text.translate(_UMLAUTS)


def double_word(text: str, rng: Random) -> str:
    """Writes ``Trump-Putin-Putin`` for ``Trump-Putin``; without hyphens ``Haus Haus``."""
    *_, hyphen = [None, *_HYPHEN.finditer(text)]
    name = _WORD.match(text, hyphen.end()) if hyphen else None
    words = [name] if name else list(_WORD.finditer(text))
    if not words:
        return text
    word = rng.choice(words)
    link = "-" if name else " "
    return f"{text[: word.end()]}{link}{word.group()}{text[word.end() :]}"


def swap_letters(text: str, rng: Random) -> str:
    """Swaps two neighbouring letters inside a long word."""
    words = list(_LONG_WORD.finditer(text))
    if not words:
        return text
    at = rng.choice(words).start() + rng.randint(1, 3)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _always(change: Callable[[str], str]) -> Callable[[str, Random], str]:
    return lambda text, _: change(text)


_KINDS = (
    (_always(drop_full_stop), 6),
    (_always(str.upper), 2),
    (_always(str.lower), 2),
    (_always(space_before_hyphen), 3),
    (double_word, 3),
    (swap_letters, 3),
    (_always(spell_out_umlauts), 1),
)


def dirty(text: str, rng: Random, share: float) -> str:
    """The text with one kind of noise in ``share`` of the calls, else as it is."""
    if rng.random() >= share:
        return text
    kinds, weights = zip(*_KINDS, strict=True)
    return str(rng.choices(kinds, weights)[0](text, rng))
