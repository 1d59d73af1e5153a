"""How likely a capitalised German word that a translation lacks is a name.

A logistic model over the letters of the word, the lists that it is in and what stands around it;
its weights, in ``data/name_odds.tsv``, are learned by ``translate/training/lexicon/names.py``.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from translate.checks.dictionary import is_common
from translate.checks.lexicon import HEAD, WORD, links, translations
from translate.checks.names import stands
from translate.checks.tables import rows, words
from translate.spans import Span

BIAS = "bias"
_CAPITAL = re.compile(
    r"(?<![_’'.@/])[A-ZÄÖÜÁÉÍÓÚŁŠŽČĆ][a-zà-öø-ÿßąćęłńśźżčšžěřğışőű]{2,24}(?![^\W_]|@)"
)
_LONGEST = 4  # letters of a feature
_OPENING = re.compile(r"(?:^|[.!?:;…(„“”\"»«‘’'–—*•|/])\s*[„“”\"»«‘'(]*$")
_BEFORE_NOUN = re.compile(
    r"\b(?:d(?:er|ie|as|en|em|es)|(?:k?ein|mein|dein|sein|ihr|unser|jed|dies|welch)(?:e[nmrs]?)?"
    r"|im|am|zum|zur|beim|vom|ins|ans|[a-zäöüß]{2,}e[nmrs])\s$"
)
_FIRST = re.compile(r"([A-ZÄÖÜ][^\W\d_]+)[ -]$")
_NEXT = re.compile(r"[ -]([A-ZÄÖÜ][^\W\d_]+)")
_BEFORE = 30  # characters that are looked at
_SURE = 0.5  # odds of a name
_MOST = 200  # names of a sentence
_MOST_LEFT = 4  # odds of English words without a counterpart beyond which they say no more


def lost_names(source: str, target: str) -> list[Span]:
    """The likely names of a German sentence that its translation lacks."""
    found = (
        span
        for span, is_linked in capitals(source, target)
        if not is_linked
        and odds(source, span, target) > _SURE
        and not stands(span.of(source), target)
    )
    return list(islice(found, _MOST))


def capitals(source: str, target: str) -> Iterator[tuple[Span, bool]]:
    """The capitalised words of a German sentence, also in chains, and whether each is linked."""
    german = links(source, target).source
    for (start, end), is_linked in zip(german.places, german.linked, strict=True):
        if source[start].isupper() and _CAPITAL.match(source, start):
            yield Span(start, end), bool(is_linked)


def odds(source: str, span: Span, target: str) -> float:
    """The natural logarithm of the odds that a word without a counterpart is a name."""
    table = weights()
    around = surroundings(source, span, target)
    return word_odds(span.of(source)) + sum(table.get(feature, 0.0) for feature in around)


@lru_cache(maxsize=16384)
def word_odds(word: str) -> float:
    """The same of a word by its letters alone."""
    table = weights()
    return table[BIAS] + sum(table.get(feature, 0.0) for feature in letters(word))


@cache
def weights() -> dict[str, float]:
    """The weight of each feature."""
    return {feature: float(weight) for feature, weight in rows("name_odds.tsv")}


def letters(word: str) -> set[str]:
    """The features of ``word``: strings of its letters, with ``^`` and ``$`` at its ends; lists."""
    small = word.lower()
    marked = f"^{small}$"
    found = {
        marked[start : start + size]
        for size in range(2, _LONGEST + 1)
        for start in range(len(marked) - size + 1)
    }
    lists = {
        "is shared": word in words("shared_names.txt"),
        "is english": word in words("english_capitals.txt"),
        "is noun": word in words("german_nouns.txt"),
        "is known": not is_unknown(word),
        "is common": is_common(word),
    }
    return found | {name for name, there in lists.items() if there}


def is_unknown(name: str) -> bool:
    """Whether neither the lexicon nor the known nouns begin like ``name``."""
    head = name[:HEAD].lower()
    return head not in translations() and head not in words("german_heads.txt")


def surroundings(source: str, span: Span, target: str) -> list[str]:
    """The features of where a word stands and of how much English is left for it."""
    start, end = span.start, span.end
    before, there = source[max(0, start - _BEFORE) : start], words_of(target)
    found = [f"left {_left(source, target)}"]
    if _BEFORE_NOUN.search(before):
        found.append("after article")
    if before.endswith("-"):
        found.append("after hyphen")
    elif _OPENING.search(before):
        found.append("opens")
    if source[end : end + 1] == "-":
        found.append("before hyphen")
    if (first := _FIRST.search(before)) and first[1] in there:
        found.append("after kept")
    if (last := _NEXT.match(source, end)) and last[1] in there:
        found.append("before kept")
    return found


@lru_cache(maxsize=4)
def words_of(text: str) -> frozenset[str]:
    """The different words of ``text``."""
    return frozenset(WORD.findall(text))


@lru_cache(maxsize=4)
def _left(source: str, target: str) -> int:
    """The odds of the English words without a counterpart, as far as they say something."""
    english = links(source, target).target
    lost = (o for yes, o in zip(english.linked, english.odds, strict=True) if yes is False)
    return min(_MOST_LEFT, int(sum(lost)))
