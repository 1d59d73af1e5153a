"""Which words are English."""

import re
from functools import lru_cache

from translate.checks.tables import words

_SHORTEST_SMALL = 5  # letters of words in lower case that the list knows
_SHORTEST = 3
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|m|d)?)$", re.IGNORECASE)
_JOINT = re.compile(r"[-'’]")  # as in “o'clock”
_BEFORE = re.compile(
    "(?:un|re|non|over|under|out|anti|micro|super|mega|mini|pre|post|sub|counter|mis|dis|inter"
    "|multi|bio|eco|cyber|electro|photo|auto|fore|ultra)(?=[a-z]{4})"
)


@lru_cache(maxsize=16384)
def is_english(word: str) -> bool:
    """Whether every part of ``word``, as it stands inside a sentence, is known, or too short.

    Words in capitals are codes, and known. A list of 80,000 words in lower case and one of
    28,000 with a capital (``translate/training/lexicon/spelling.py``) knows the rest.
    """
    return all(map(_is_known, _JOINT.split(_CLITIC.sub("", word))))


def _is_known(part: str) -> bool:
    small = part.lower()
    if len(part) < (_SHORTEST_SMALL if part == small else _SHORTEST) or part.isupper():
        return True
    known = words("english_words.txt")
    if small in known or _BEFORE.sub("", small, count=1) in known:
        return True
    return part != small and part in words("english_capitals.txt")
