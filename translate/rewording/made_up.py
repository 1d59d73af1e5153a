"""Words that the model made up, misspelt or left in German are put right.

A small model writes a word that it does not know piece by piece, and what comes out is often no
word at all. Attention tells which German word it was reading. What the dictionary has for that
word takes its place, and where it has nothing the German word itself: names most of all.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from translate.alignment import letters_read
from translate.checks import exonym, is_common, is_english, rendering, similar
from translate.checks.tables import words
from translate.results import Link, Translation
from translate.rewording.edited import edited
from translate.spans import Edit, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONG = 10  # letters of a German word that may be a compound
_SHORT = 4  # letters of a noun
_FULL = 5  # letters of a word that is more than also, with, from
_INFLECTED = ("e", "en", "er", "es", "in", "n", "s")  # ends of a German word that English drops
_OF_NAMES = ("er", "in", "s")  # the same of a word with a capital
_MANY = 3  # times as many letters as a second origin may have
_PLACE = 50  # percent: how sure the English of a name has to be that is nobody's surname
_NOUN = re.compile(r"\w\W+[A-ZÄÖÜ]\w* $")  # at the end, and not at the beginning too
_POSSESSIVE = re.compile(r"['’]s$")


def without_made_up(source: str, translation: Translation) -> Translation:
    """``translation`` of ``source``, which must be aligned, without made-up words.

    ``Translation.reworded`` tells what was replaced.
    """
    return edited(translation, _replacements(source, translation.text, translation.alignment))


def _replacements(source: str, text: str, alignment: Sequence[Link]) -> Iterator[tuple[Edit, str]]:
    """What is to be replaced in ``text``, and the German word behind it."""
    if _WORD.fullmatch(source) and len(_words(text)) > 1 and is_common(source):  # a cell, a heading
        alone = _instead(text, source, opens=source[0].isupper())
        if alone:
            yield Edit(Span(0, len(text)), alone), source
        return
    said = _WORD.findall(text)
    strange = {i for i, word in enumerate(said) if _is_strange(word, source)}
    if not strange:
        return
    english = [Span(*match.span()) for match in _WORD.finditer(text)]
    german = [Span(*match.span()) for match in _WORD.finditer(source)]
    letters = letters_read(english, german, alignment)
    known = {word.lower() for i, word in enumerate(said) if i not in strange}
    origins = {
        word: _origin(own, lambda g: _is_said(german[g].of(source), known))
        if word in strange
        else max(own, key=own.__getitem__)
        for word, own in letters.items()
    }

    def key(number: int) -> tuple[int | None, bool]:
        origin = origins.get(number)
        behind = "" if origin is None else german[origin].of(source)
        return origin, number in strange or _belongs(said[number], behind)

    for (origin, is_bad), group in groupby(range(len(english)), key):
        bad = list(group)
        if origin is None or not is_bad or strange.isdisjoint(bad):
            continue
        behind, place = german[origin].of(source), Span(english[bad[0]].start, english[bad[-1]].end)
        before, after = text[: place.start], text[place.end :]
        right = _name(place.of(text), source[: german[origin].start]) or _instead(
            place.of(text), behind, opens=not _WORD.search(before)
        )
        right = right and _without_echo(right, before, after)
        if right:
            yield Edit(place, right), behind


def _is_strange(word: str, source: str) -> bool:
    """Whether ``word`` is made up, or German that the model copied though it is no name."""
    if _is_plain(word):
        return False
    name, small = _name(word), word.lower()
    if not _is_copied(word, source):
        return not name
    if word == small and len(word) >= _SHORT and not _stands(word, source):
        return True  # a German noun or a name, without its capital
    if not (name or is_common(word)):
        return False
    if exonym(word, _PLACE) or exonym(word.removesuffix("s"), _PLACE):
        return True
    title = re.search(rf"(?<!\w)([A-ZÄÖÜ][\w.]*) {re.escape(word)}", source)
    return not title or is_common(title[1]) or title[1].lower() in words("closed.txt")


@lru_cache(maxsize=16384)
def _is_plain(word: str) -> bool:
    """Whether ``word`` is English and no German name."""
    return is_english(word) and not _name(word)


def _is_copied(word: str, source: str) -> bool:
    """Whether ``source`` has ``word``, or that with an ending that English drops."""
    small = word.lower()
    ends = _INFLECTED if word == small else _OF_NAMES
    return any(
        w == small or (w.startswith(small) and w[len(small) :] in ends) for w in _words(source)
    )


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _belongs(word: str, german: str) -> bool:
    """Whether ``word`` is part of what the model made of a long word, or broke off of a name."""
    return (
        german.startswith(word)
        if word[0].isupper()
        else german[:1].isupper()
        and len(german) >= _LONG
        and len(word) >= _FULL
        and word not in words("english.txt")
    )


def _is_said(german: str, said: set[str]) -> bool:
    """Whether ``said``, English words in lower case, has what ``german`` means, if that is much."""
    means = _words(rendering(german) or "")
    return german.lower() in words("closed.txt") or (bool(means) and said.issuperset(means))


def _origin(letters: Mapping[int, int], is_said: Callable[[int], bool]) -> int:
    """The German word that most letters were read from; one not said yet, if many were."""
    most = max(letters, key=letters.__getitem__)
    if len(letters) == 1 or not is_said(most):
        return most
    others = [
        g for g, count in letters.items() if _MANY * count >= letters[most] and not is_said(g)
    ]
    return max(others, key=letters.__getitem__, default=most)


def _instead(made_up: str, german: str, *, opens: bool) -> str | None:
    """What to write for ``made_up``, or None. opens: it is the first word of its sentence."""
    english = _like_name(made_up, german) or rendering(german)
    if english is None and german[0].isupper():
        small = german.lower()
        english = small if made_up.islower() and is_english(small) else german
    if english is None or english == made_up:
        return None
    possessive = _POSSESSIVE.search(made_up)
    if possessive and not _POSSESSIVE.search(english):
        own = english.removesuffix("s") if english == german else english
        english = own + possessive.group()
    return english[0].upper() + english[1:] if opens else english


def _name(word: str, before: str = "") -> str | None:
    """The English for a German name that the model copied. before: the German before it."""
    bare = word.removesuffix("s")
    if bare != word and (name := exonym(bare)):  # a genitive
        return f"of {name}" if _NOUN.search(before) else f"{name}'s"
    return exonym(word)


def _like_name(made_up: str, german: str) -> str | None:
    """The name that ``made_up`` misspells."""
    if not (german[0].isupper() and made_up[0].isupper() and similar(made_up, german)):
        return None
    listed = rendering(german)
    if listed and listed != german and " " not in listed:
        return None
    bare = german.removesuffix("s")
    return bare if bare in made_up else german


def _without_echo(english: str, before: str, after: str) -> str:
    """``english`` without a first or last word that stands beside it already.

    Nothing is left where all of it does.
    """
    said, last, following = english.split(), _words(before)[-1:], _words(after)[:1]
    if last == _words(said[-1]) or following == _words(said[0]):
        return ""
    if last == _words(said[0]):
        said = said[1:]
    if following == _words(said[-1]):
        said = said[:-1]
    return " ".join(said)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
