"""German words that the model left out, as its attention and the lexicon tell.

Such a word has no counterpart in the translation, and the English words that were read from it
say little by themselves (*the*, *of*) or are what other German words mean.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from translate.checks.inflection import PARTICIPLE, forms
from translate.checks.lexicon import HEAD, WORD, links, means
from translate.checks.tables import words
from translate.results import Link
from translate.spans import Span

_STEM = 4  # letters that words of one origin share
_ODDS = 0.7  # of a word that nothing stands for, that the translation has lost it
_NAME_ODDS = 0.65  # of one with a capital: nouns and names are rarely said in another way
_ADJECTIVE = ("e", "em", "en", "er", "es")  # ends of a participle before a noun


def left_out(source: str, target: str, alignment: Sequence[Link]) -> tuple[Span, ...]:
    """The words of ``source`` that nothing in its translation stands for."""
    found = links(source, target)
    english = [match.group().lower() for match in WORD.finditer(target)]
    german = [match.group().lower() for match in WORD.finditer(source)]
    lost = [
        number
        for number, place in enumerate(found.source.places)
        if (
            found.source.linked[number] is False
            and _counts(source[slice(*place)], found.source.odds[number])
            and german[number] not in english
        )
        or _is_rarer(source, place, german, english)
    ]
    if not lost:
        return ()
    return tuple(
        Span(*found.source.places[number])
        for number in lost
        if all(
            english[other] != german[number]
            and _is_explained(english[other], german[:number] + german[number + 1 :])
            for other in _read(found.source.places[number], found.target.places, alignment)
        )
    )


def _is_rarer(
    source: str, place: tuple[int, int], german: Sequence[str], english: Sequence[str]
) -> bool:
    """Whether a name in a chain (Trump-Putin-Treffen) stands there more often than in English."""
    start, end = place
    name = source[start:end]
    chained = name[0].isupper() and "-" in (source[start - 1 : start], source[end : end + 1])
    return chained and 0 < english.count(name.lower()) < german.count(name.lower())


def _counts(word: str, odds: float) -> bool:
    """Whether a reader misses ``word``."""
    if len(word) < _STEM or odds < (_NAME_ODDS if word[0].isupper() else _ODDS):
        return False
    return word.lower() not in _light()


@cache
def _light() -> frozenset[str]:
    """German words, in lower case, that a good translation may have nothing for."""
    light = {word.lower() for word in words("light.txt") if word[0].isupper()}
    for verb in words("light.txt"):
        if verb.islower():
            light.update(form.split()[-1] for form in forms(verb))
            light.update(forms(verb)[PARTICIPLE] + end for end in _ADJECTIVE)
    return words("closed.txt") | light


def _is_explained(english: str, german: Sequence[str]) -> bool:
    """Whether ``english`` says little, or is what one of the ``german`` words means."""
    return english in words("english_closed.txt") or any(
        english[:HEAD] in means(word) or english[:_STEM] == word[:_STEM] for word in german
    )


def _read(
    german: tuple[int, int], english: Sequence[tuple[int, int]], alignment: Sequence[Link]
) -> Iterator[int]:
    """Numbers of the English words that were read from the German one."""
    for link in alignment:
        if _meets(link.source, german):
            for number, place in enumerate(english):
                if _meets(link.target, place):
                    yield number


def _meets(span: Span, place: tuple[int, int]) -> bool:
    return span.start < place[1] and place[0] < span.end
