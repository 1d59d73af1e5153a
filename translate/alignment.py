"""What attention's links between pieces say of words."""

from collections.abc import Mapping, Sequence

from translate.results import Link
from translate.spans import Span


def letters_read(
    english: Sequence[Span], german: Sequence[Span], alignment: Sequence[Link]
) -> Mapping[int, Mapping[int, int]]:
    """For each English word, by number, how many letters were read from which German ones.

    A link to no code points is one to the words around it.
    """
    at_target = _numbers(english, alignment[-1].target.end if alignment else 0)
    at_source = _numbers(german, max((link.source.end for link in alignment), default=0) + 1)
    letters: dict[int, dict[int, int]] = {}
    for link in alignment:
        start, end = link.source.start, link.source.end
        behind = set(
            at_source[start:end] if start < end else at_source[max(0, start - 1) : end + 1]
        )
        for word in at_target[link.target.start : link.target.end]:
            if word is not None:
                own = letters.setdefault(word, {})
                for other in behind:
                    if other is not None:
                        own[other] = own.get(other, 0) + 1
    return {word: own for word, own in letters.items() if own}


def _numbers(words: Sequence[Span], size: int) -> list[int | None]:
    """The number of the word at each of ``size`` code points, None where there is none."""
    numbers: list[int | None] = [None] * max(size, words[-1].end if words else 0)
    for number, word in enumerate(words):
        numbers[word.start : word.end] = [number] * len(word)
    return numbers
