"""What a German word is in English, by a list learned from parallel texts.

One rendering a word, the commonest; other forms of a listed word are rendered like it, and
compounds part by part. Made by ``translate/training/lexicon/dictionary.py``.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from translate.checks.tables import lines, words

_ENDINGS = (
    "e", "em", "en", "end", "ende", "enden", "er", "ern", "es", "est", "n", "s", "st", "t",
    "te", "ten", "ter", "tes",
)  # fmt: skip
_SHORTEST = 4  # letters of a stem, and of a part of a compound
_JOINTS = ("", "s", "n", "en", "es", "e", "er")
_SHORTEST_FIRST = 3  # letters of the first part of a compound
_PART = 12  # percent: how sure the rendering of a part has to be
_SURE = 30  # percent: how sure those of both parts together, as their geometric mean
_KNOWN = 15  # percent: how sure the rendering of a word that may be a name
_PLURAL = re.compile(r"(?<=[^siu])s$")


@cache
def _rows() -> dict[str, str]:
    """German words, and the rest of their rows: most are never looked at."""
    return dict(line.split("\t", 1) for line in lines("dictionary.tsv")[1:])


def _listed(word: str) -> tuple[str, int] | None:
    """What ``word`` is in English, and how sure that is (percent)."""
    english, _, sureness = _rows().get(word, "").partition("\t")
    return (english, int(sureness)) if english else None


@lru_cache(maxsize=4096)
def rendering(word: str) -> str | None:
    """The English for ``word``, as it stands in a sentence; None where nothing is sure."""
    small = word[:1].lower() + word[1:]
    if known := [found for form in (word, small) if (found := _listed(form))]:
        return max(known, key=lambda found: found[1])[0]
    for form in (*_forms(word), *_forms(small)):
        if found := _listed(form):
            return found[0]
    return _compound(word.lower()) if word[0].isupper() and word.isalpha() else None


def is_common(word: str) -> bool:
    """Whether ``word``, as it stands there, is surely a German word and no name."""
    english, sureness = _listed(word) or ("", 0)
    return sureness >= _KNOWN and english.islower()


@lru_cache(maxsize=4096)
def exonym(word: str, sureness: int = _KNOWN) -> str | None:
    """What a German name that English does not have, such as Katar, is in English.

    sureness: how sure that has to be (percent).
    """
    if len(word) < _SHORTEST or word[0].islower() or word.lower() in words("english_words.txt"):
        return None
    english, sure = _listed(word) or ("", 0)
    return english if sure >= sureness and english not in (word, english.lower()) else None


def _forms(word: str) -> Iterator[str]:
    """What may be other forms of ``word``."""
    for cut in range(4):
        stem, ending = word[: len(word) - cut], word[len(word) - cut :]
        if len(stem) >= _SHORTEST and (not ending or ending in _ENDINGS):
            yield stem
            yield from (stem + other for other in _ENDINGS)


def _compound(word: str) -> str | None:
    """The rendering of the two parts of a noun, cut where both are surest."""
    found = [
        (first[1] * last[1], f"{_PLURAL.sub('', first[0])} {last[0]}")
        for cut in range(_SHORTEST, len(word) - _SHORTEST + 1)
        if (last := _last_part(word[cut:]))
        for joint in _JOINTS
        if word[:cut].endswith(joint) and (first := _first_part(word[: cut - len(joint)]))
    ]
    sureness, english = max(found, default=(0, ""))
    return english if sureness > _SURE**2 else None


def _first_part(part: str) -> tuple[str, int] | None:
    if len(part) < _SHORTEST_FIRST:
        return None
    return _part(part.capitalize()) or _part(part) or _part(part.capitalize() + "e")


def _last_part(part: str) -> tuple[str, int] | None:
    noun = part.capitalize()
    forms = (noun, *(noun[:-cut] for cut in (1, 2) if noun[-cut:] in _ENDINGS), f"{noun}e")
    return next((found for form in forms if (found := _part(form))), None)


def _part(form: str) -> tuple[str, int] | None:
    found = _listed(form)
    return found if found and found[1] >= _PART else None
