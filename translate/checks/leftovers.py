"""German words that stand in the English just as in the source."""

import re
from functools import lru_cache
from itertools import pairwise

from translate.checks.dictionary import rendering
from translate.checks.english import is_english
from translate.checks.lexicon import german_keys, known_english, translations
from translate.checks.name_odds import word_odds
from translate.checks.tables import words
from translate.spans import Span

_WORD = re.compile(r"(?<![./@])\b[^\W_]+(?:-[^\W_]+)*(?![@/]|\.\w)")
_HEAD = 6  # letters
_COGNATE = 4
_PHRASE = 3  # words of a run that is no chance
_NOUN_ODDS = -4.0  # of a word to be a name, below which it is none; above 0 it is one
_NOUN_ODDS_SHORT = -6.0  # of one that may be a surname
_SURNAME = 6  # letters of a noun that is often a surname too
_SHORTEST = 4  # letters of a word that is judged by its beginning
_GLUE = frozenset(("und", "das", "dem", "den", "im", "vom", "zum"))
_GERMAN_LETTER = re.compile(r"[äöüß]")
_GERMAN_END = re.compile(r"(?:e[mnrst]|[^i]e|[^aeiou]t|ig|lich|isch|bar|sam|los)$")
_QUOTES = re.compile(r"[„“”\"»«‘()]|(?<!\w)[’']|[’'](?!\w)")
_CAPITAL_BEFORE = re.compile(r"(?<![.!?:] )(?<!^)\b[A-ZÄÖÜ][\w.'’-]* $")
_CAPITAL_AFTER = re.compile(r" [A-ZÄÖÜ]")
_NOUN = re.compile(
    r"\b(?:[Dd](?:er|ie|as|en|em|es)|(?:[Kk]?[Ee]in|[Mm]ein|[Ss]ein|[Ii]hr|[Uu]nser|[Dd]ies)(?:e[nmrs]?)?"
    r"|im|zum|zur|beim|vom|ins|ans|[a-zäöüß]{2,}e[nmrs]) ([A-ZÄÖÜ][^\W\d_]+)(?! [A-ZÄÖÜ])"
)
_SURE_NOUN = re.compile(r".{4}(?:ungs?|ungen|heit|heiten|keit|keiten|schaft|schaften|tät|täten)$")
_KEPT = re.compile(
    r"Bund|Land|Reich|Auto|Wehr|Bahn|stadt$|berg$|burg$|straße$|platz$|hof$|haus$|[Zz]eitung$"
)


@lru_cache(maxsize=64)
def leftovers(source: str, target: str) -> tuple[Span, ...]:
    """Runs of one or more words of ``target`` that are German, as they stand in ``source``.

    Words in quotation marks or brackets are let be: they may be titles.
    """
    there = set(_WORD.findall(source))
    # A noun looks most German with an article before it, whether it has one or not.
    both = there.intersection(_WORD.findall(target))
    if _GLUE.isdisjoint(both) and not any(is_german(word, {word}) for word in both):
        return ()
    places = list(_WORD.finditer(source))
    joints = {
        (one.group(), source[one.end() : other.start()], other.group())
        for one, other in pairwise(places)
    }
    nouns = {match.group(1) for match in _NOUN.finditer(source)}
    found: list[Span] = []
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(target):
        if run:
            gap = target[run[-1].end() : word.start()]
            if (run[-1].group(), gap, word.group()) not in joints:
                found += _trimmed(source, target, run, nouns)
                run = []
        if word.group() in there:
            run.append(word)
    return (*found, *_trimmed(source, target, run, nouns))


def _trimmed(source: str, target: str, run: list[re.Match[str]], nouns: set[str]) -> list[Span]:
    """The run if it is long; else from its first to its last German word, without names."""
    sure = [
        index
        for index, word in enumerate(run)
        if is_german(word.group(), nouns, in_name=_is_beside_name(target, word))
    ]
    if len(run) >= _PHRASE and (sure or _is_glued([word.group() for word in run])):
        first, last = 0, len(run) - 1
    elif sure:
        first, last = sure[0], sure[-1]
    else:
        return []
    while last + 1 < len(run) and run[last + 1].group() in words("german.txt"):
        last += 1
    while first and run[first - 1].group() in words("german.txt"):
        first -= 1
    span = Span(run[first].start(), run[last].end())
    return [] if _is_quoted(target, span, source) else [span]


def _is_glued(run: list[str]) -> bool:
    """Whether ``run`` has a word like “und” beside another in lower case, as few names have."""
    return any(
        not {one, other}.isdisjoint(_GLUE) and one.islower() and other.islower()
        for one, other in pairwise(run)
    )


def _is_beside_name(target: str, word: re.Match[str]) -> bool:
    """Whether ``word`` follows or precedes a word with a capital, as parts of names do."""
    before = target[max(0, word.start() - 30) : word.start()]
    return bool(_CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(target, word.end()))


def _is_quoted(target: str, span: Span, source: str) -> bool:
    """Whether ``span`` stands between quotation marks or brackets whose whole content is German."""
    before = [match.end() for match in _QUOTES.finditer(target, 0, span.start)]
    after = _QUOTES.search(target, span.end)
    return bool(before and after and target[before[-1] : after.start()].strip(" ,.") in source)


def is_german(word: str, nouns: set[str], *, in_name: bool = False) -> bool:
    """Whether ``word`` can only be German: no name, and no word of English.

    nouns: the words that have an article or adjective before them, as few names have.
    in_name: whether other words with a capital stand beside it.
    """
    low = word.lower()
    if word in words("german.txt"):
        return low not in words("german_or_english.txt")
    if len(word) < _SHORTEST or not word.isalpha() or low in words("shared_words.txt"):
        return False
    if word.islower():
        return _is_german_form(low)
    return _is_german_noun(word, nouns, in_name=in_name)


def _is_german_form(low: str) -> bool:
    """Whether a word in lower case, no word of English, is German and not something third."""
    if _GERMAN_LETTER.search(low) or any(key in translations() for key in german_keys(low)):
        return True
    if not is_english(low) and rendering(low):
        return True
    head = low[:_HEAD]
    known = head in words("english_heads.txt") or head in known_english()
    return not known and bool(_GERMAN_END.search(low))


def _is_german_noun(word: str, nouns: set[str], *, in_name: bool) -> bool:
    """Whether a word with a capital is a noun that English does not keep."""
    if word in words("shared_names.txt") or _KEPT.search(word):
        return False
    low = word.lower()
    if low in words("closed.txt"):  # at the beginning of a sentence
        return len(word) > _SHORTEST and not (in_name or is_english(low))
    is_common = word in words("german_common.txt")
    odds = word_odds(word)
    if odds > 0 and not is_common:
        return False
    is_surname = len(word) <= _SURNAME and not is_common
    surely = _NOUN_ODDS_SHORT if is_surname else _NOUN_ODDS
    if odds < surely and not in_name:
        return True
    is_listed = word in words("german_nouns.txt") or _SURE_NOUN.match(word) is not None
    if word in nouns:
        return is_listed or _is_of_other_origin(low)
    return not (in_name or is_surname) and (is_listed or _is_translated(word))


def _is_of_other_origin(low: str) -> bool:
    """Whether no English word that the lexicon has for such a beginning begins like it."""
    means = translations().get(low[:_HEAD])
    if means is None:
        return low[:_HEAD] in words("german_heads.txt")
    return not any(english[:_COGNATE] == low[:_COGNATE] for english in means.split())


def _is_translated(word: str) -> bool:
    """Whether the dictionary has a common noun for ``word`` that is not of one origin with it."""
    english = rendering(word)
    return (
        english is not None
        and english.islower()
        and english[:_COGNATE] != word[:_COGNATE].lower()
        and not is_english(word)
    )
