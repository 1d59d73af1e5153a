"""German words that stand in the English just as in the source."""

import re
from functools import lru_cache
from itertools import pairwise

from translate.checks.lexicon import known_english, translations
from translate.checks.tables import words
from translate.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = 6  # letters
_COGNATE = 4
_PHRASE = 3  # words of a run that is no chance
_SHORTEST = 4  # letters of a word that is judged by its beginning
_QUOTES = re.compile(r"[„“”\"»«‘’'(]")
_NOUN = re.compile(
    r"\b(?:[Dd](?:er|ie|as|en|em|es)|(?:[Kk]?[Ee]in|[Mm]ein|[Ss]ein|[Ii]hr|[Uu]nser|[Dd]ies)(?:e[nmrs]?)?"
    r"|im|zum|zur|beim|vom|ins|ans|[a-zäöüß]{2,}e[nmrs]) ([A-ZÄÖÜ][^\W\d_]+)(?! [A-ZÄÖÜ])"
)
_KEPT = re.compile(r"Bund|Land|Reich|Auto|Wehr|Bahn|stadt$|berg$|burg$|straße$|platz$|hof$|haus$")


@lru_cache(maxsize=64)
def leftovers(source: str, target: str) -> tuple[Span, ...]:
    """Runs of one or more words of ``target`` that are German, word for word from ``source``.

    Words in quotation marks or brackets are let be: they may be titles.
    """
    german = [match.group() for match in _WORD.finditer(source)]
    there = set(german)
    english = list(_WORD.finditer(target))
    pairs = set(pairwise(german))
    nouns = {match.group(1) for match in _NOUN.finditer(source)}
    found: list[Span] = []
    run: list[re.Match[str]] = []
    for word in english:
        text = word.group()
        follows = run and (run[-1].group(), text) in pairs and _touch(target, run[-1], word)
        if run and not follows:
            found += _trimmed(target, run, nouns)
            run = []
        if text in there:
            run.append(word)
    return (*found, *_trimmed(target, run, nouns))


def _touch(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return not text[one.end() : other.start()].strip(" ,-\u00a0")


def _trimmed(target: str, run: list[re.Match[str]], nouns: set[str]) -> list[Span]:
    """The run if it is long; else from its first to its last German word, without names."""
    sure = [index for index, word in enumerate(run) if is_german(word.group(), nouns)]
    if not sure:
        return []
    first, last = (sure[0], sure[-1]) if len(run) < _PHRASE else (0, len(run) - 1)
    while last + 1 < len(run) and run[last + 1].group() in words("german.txt"):
        last += 1
    while first and run[first - 1].group() in words("german.txt"):
        first -= 1
    span = Span(run[first].start(), run[last].end())
    quoted = _QUOTES.search(target[max(0, span.start - 40) : span.start])
    return [] if quoted and _QUOTES.search(target[span.end :]) else [span]


def is_german(word: str, nouns: set[str]) -> bool:
    """Whether ``word`` can only be German: no name, and no word of English.

    nouns: the words that have an article or adjective before them, as few names have.
    """
    low = word.lower()
    head = low[:_HEAD]
    if word in words("german.txt"):
        return word not in words("german_or_english.txt")
    if (
        len(word) < _SHORTEST
        or "-" in word
        or head in words("english_heads.txt")
        or head in known_english()
    ):
        return False
    if word[0].islower():
        return True
    if word not in nouns or word in words("shared_names.txt") or _KEPT.search(word):
        return False
    means = translations().get(head)
    if means is None:
        return head in words("german_heads.txt")
    return not any(english[:_COGNATE] == low[:_COGNATE] for english in means)
