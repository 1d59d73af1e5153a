"""The forms of a German word by the regular declensions, for finding a term in a text."""

import re
from functools import lru_cache

_ADJECTIVE = ("", "e", "en", "er", "es", "em")
_VERB = ("t", "te", "ten", "st", "et", "ete", "eten")
_STRONG = ("", "s", "es", "e", "en")  # of nouns that end in a stressed syllable
_PLURAL = ("e", "en", "er", "ern")  # with an umlaut, where the noun can have one
_ENDINGS = ("e", "es", "en")  # of nouns that double their s
_WEAK = ("", "s", "n")  # of nouns in -el, -en, -er
_IN_E = ("", "n", "s", "ns")
_DOUBLING = re.compile(r"(?<=[^aeiouäöü][aeiou])s$")
_LIKE_ADJECTIVE = re.compile(r"(?:nd|iert|igt|llt|tzt|dnet|mt|ig|lich|isch|ell)e$")
_FOREIGN = re.compile(r"(?<=\w{3})(?<!a)u[ms]$|[ao]$")
_ENDING = re.compile(r"(?<=\w{3})(?:e[nrsm]?|n)$")
_VOWEL = re.compile(r"(?:(?<![aeäAEÄ])u|[ao])(?=[^aou]*$)|a(?=u[^aou]*$)", re.IGNORECASE)
_UMLAUTS = str.maketrans("aouAOU", "äöüÄÖÜ")


@lru_cache(maxsize=65536)
def forms(word: str) -> frozenset[str]:
    """All forms that ``word``, given as in a dictionary, can have; some of them do not exist.

    A capital makes it a noun, capitals alone an acronym; any other word is taken for an
    adjective or a verb.
    """
    if not word.isalpha() or (word.isupper() and len(word) > 1):
        return frozenset({word, f"{word}s"})
    if word[0].isupper():
        return frozenset(_noun(word))
    stem = _ENDING.sub("", word)
    endings = _ADJECTIVE + (_VERB if word.endswith("n") else ())
    return frozenset({word, *(stem + ending for ending in endings)})


def _noun(word: str) -> set[str]:
    if word.endswith("e"):
        endings = (*_IN_E, *"rm") if _LIKE_ADJECTIVE.search(word) else _IN_E
        return {word + ending for ending in endings}
    umlauted = _VOWEL.sub(lambda match: match.group().translate(_UMLAUTS), word, count=1)
    if word.endswith(("el", "en", "er")):
        return {base + ending for base in (word, umlauted) for ending in _WEAK}
    found = {_FOREIGN.sub(ending, word) for ending in ("en", "a")} | {word}
    if _DOUBLING.search(word):
        return found | {f"{word}s{ending}" for ending in _ENDINGS}
    found |= {word + ending for ending in _STRONG}
    found |= {umlauted + ending for ending in _PLURAL}
    return found | {f"{word}nen"} if word.endswith("in") else found
