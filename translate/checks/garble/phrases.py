"""Joins doubtful words to phrases, and says what a misspelt word resembles."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from translate.checks.garble.counts import Lookup, keys
from translate.checks.garble.detector import Doubt
from translate.checks.garble.words import Reader, Word
from translate.spans import Span

_LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß"
_SHORTEST, _LONGEST = 5, 40  # letters of a word whose like is looked for
_FREQUENT = 5  # level of a word that may have been meant
_FARTHER = 4  # levels between it and the word that stands there
_EASIER = 0.3  # by how much its pieces are more usual


def phrases(doubts: Sequence[Doubt], sure: float, beside: float) -> Iterator[tuple[Span, float]]:
    """Runs of words of at least ``beside`` with one of ``sure``, and that one's probability."""
    for doubtful, run in groupby(doubts, lambda doubt: doubt.probability >= beside):
        words = list(run)
        most = max(word.probability for word in words)
        if doubtful and most >= sure:
            yield Span(words[0].span.start, words[-1].span.end), most


def resembling(word: str, lookup: Lookup, reader: Reader) -> str | None:
    """The word that ``word`` is one letter away from, if that is far more frequent."""
    if len(word) < _SHORTEST or len(word) > _LONGEST or not word.isalpha():
        return None
    others = sorted(_neighbours(word))
    # The first keys are those of single words.
    own, *found = lookup(keys([word, *others]))[: len(others) + 1].tolist()
    least = max(_FREQUENT, own + _FARTHER)
    known = [
        (level, other)
        for level, other in zip(found, others, strict=True)
        if level >= least and _more_usual(reader.word(other), reader.word(word))
    ]
    return max(known)[1] if known else None


def _more_usual(meant: Word, word: Word) -> bool:
    """By its pieces alone; rules out words whose key happens to be that of a frequent one."""
    return len(meant.rows) == 1 or meant.rarity <= word.rarity - _EASIER


def _neighbours(word: str) -> set[str]:
    """What one letter left out, put in, changed or swapped with the next one makes of it."""
    cuts = [(word[:i], word[i:]) for i in range(1, len(word) + 1)]
    found = {left + right[1:] for left, right in cuts if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found |= {left + letter + right[1:] for left, right in cuts if right for letter in _LETTERS}
    found |= {left + letter + right for left, right in cuts for letter in _LETTERS}
    return found - {word}
