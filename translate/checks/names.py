"""Whether two spellings can be the same name."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 6  # letters
_SHORT = 4  # letters
_STROKES = str.maketrans("łøđ", "lod")
_SOUNDS = (
    ("ß", "ss"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("zh", "S"),
    ("ch", "H"), ("kh", "H"), ("gh", "g"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("ts", "z"),
    ("tz", "z"), ("ks", "x"), ("w", "v"), ("y", "i"), ("j", "i"), ("c", "k"), ("ou", "u"),
    ("ae", "a\u0308"), ("oe", "o\u0308"), ("ue", "u\u0308"),
)  # fmt: skip
_REPEATED = re.compile(r"([^aeious])\1+")
_UMLAUT = "\u0308"


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """A key that spellings of one name by different transliterations share."""
    letters = unicodedata.normalize("NFD", name.lower().translate(_STROKES))
    key = "".join(c for c in letters if not unicodedata.combining(c) or c == _UMLAUT)
    for old, new in _SOUNDS:
        key = key.replace(old, new)
    return _REPEATED.sub(r"\1", key)


def distance(one: str, other: str, limit: int) -> int:
    """The edit distance of two words, or ``limit + 1`` where it is larger."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
        if min(row) > limit:
            break
    return min(row[-1], limit + 1)


def similar(one: str, other: str) -> bool:
    """Whether half of two words sounds the same."""
    first, second = sound(one), sound(other)
    limit = max(len(first), len(second)) // 2
    return distance(first, second, limit) <= limit


def stands(name: str, english: str) -> bool:
    """Whether a word of ``english`` begins like the German ``name`` or sounds like it.

    In lower case, as in “freudian”, a short name has to be the whole word: Mark is no market.
    """
    stem = name.rstrip("s")
    head = stem[:_HEAD].lower()
    found = _words(english)
    for word in found:
        if word[:_HEAD].lower().startswith(head) and (
            len(stem) > _SHORT or word[0].isupper() or len(word) <= len(name)
        ):
            return True
    key = sound(stem)
    limit = max(1, len(key) // 3)
    return any(distance(key, sound(w), limit) <= limit for w in found if w[0].isupper())


@lru_cache(maxsize=4)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def is_there(name: str, text: str) -> bool:
    """Whether ``text`` has ``name`` or another spelling of it."""
    if name in text or name.rstrip("s") in text:
        return True
    key = sound(name.rstrip("s"))
    limit = max(1, len(key) // 3)
    lowered = text.lower()
    if name.lower() in lowered:
        return True
    return any(distance(key, sound(word.group()), limit) <= limit for word in _WORD.finditer(text))
