"""Plants garbles of known kinds into clean German, for training and for measuring recall."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

_STEM = 4
_ENDINGS = ("e", "en", "er", "es", "em", "t", "te", "ten", "st", "n", "s", "et", "est")
_LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß"
_MINIMUM = 3  # words of a sentence that can be garbled, letters of a word
_ALONE = 0.6  # share of doublings that are of one word
_LATER = 0.5  # share of moved words that come later


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence in words, and which of them are garbled."""

    words: tuple[str, ...]
    bad: tuple[bool, ...]


class Lexicon:
    """The words of a text, as often as they stand there, and those that look alike."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = [word for word in words if word.isalpha()]
        self.known = frozenset(self.words)
        self._alike: dict[str, list[str]] = defaultdict(list)
        self._forms: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.known):
            if len(word) > _STEM:
                self._alike[word[:3] + word[-2:]].append(word)
                self._forms[_stem(word)].append(word)

    def other_form(self, word: str, random: Random) -> str | None:
        """Another form of ``word`` that the text has."""
        return _other(self._forms.get(_stem(word), ()), word, random)

    def alike(self, word: str, random: Random) -> str | None:
        """A word that begins and ends like ``word``."""
        return _other(self._alike.get(word[:3] + word[-2:], ()), word, random)

    def any(self, word: str, random: Random) -> str | None:
        """Any word, with a capital if ``word`` has one."""
        for _ in range(9):
            found = random.choice(self.words)
            if found[0].isupper() == word[0].isupper() and found != word:
                return found
        return None


def _stem(word: str) -> str:
    for ending in sorted(_ENDINGS, key=len, reverse=True):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


def _other(words: Sequence[str], word: str, random: Random) -> str | None:
    found = [other for other in words if other != word]
    return random.choice(found) if found else None


Words = Sequence[str]
Change = tuple[int, int, tuple[str, ...], tuple[bool, ...]]  # start, end, words, which are bad
Kind = Callable[[Words, int, Random, Lexicon], Change | None]


def _doubled(words: Words, i: int, random: Random, _: Lexicon) -> Change | None:
    if random.random() < _ALONE:
        return i, i + 1, (words[i], words[i]), (False, True)
    if i + 1 < len(words) and words[i + 1].isalpha():
        return i, i + 2, (words[i], words[i + 1], words[i]), (False, False, True)
    return None


def _swapped(words: Words, i: int, _: Random, _lexicon: Lexicon) -> Change | None:
    if i + 1 >= len(words) or not words[i + 1].isalpha() or words[i] == words[i + 1]:
        return None
    return i, i + 2, (words[i + 1], words[i]), (True, True)


def _moved(words: Words, i: int, random: Random, _: Lexicon) -> Change | None:
    j = i + random.randint(3, 6)
    if j > len(words) or not all(word.isalpha() for word in words[i:j]):
        return None
    if random.random() < _LATER:
        return i, j, (*words[i + 1 : j], words[i]), (*[False] * (j - i - 1), True)
    return i, j, (words[j - 1], *words[i : j - 1]), (True, *[False] * (j - i - 1))


def _dropped(words: Words, i: int, _: Random, _lexicon: Lexicon) -> Change | None:
    if i + 1 >= len(words) or not words[i + 1].isalpha():
        return None
    return i, i + 2, (words[i + 1],), (True,)


def _inflected(words: Words, i: int, random: Random, lexicon: Lexicon) -> Change | None:
    return _replaced(i, lexicon.other_form(words[i], random) or _ending(words[i], random))


def _ending(word: str, random: Random) -> str | None:
    """Another ending, of a kind that the word has or lacks: *eine* for *einer*."""
    stem = _stem(word) if len(word) > _STEM else word.rstrip("nrsm")
    other = stem + random.choice(("e", "en", "er", "es", "em"))
    return other if other != word and len(word) >= _MINIMUM else None


def _alike(words: Words, i: int, random: Random, lexicon: Lexicon) -> Change | None:
    return _replaced(i, lexicon.alike(words[i], random))


def _foreign(words: Words, i: int, random: Random, lexicon: Lexicon) -> Change | None:
    return _replaced(i, lexicon.any(words[i], random))


def _misspelt(words: Words, i: int, random: Random, _: Lexicon) -> Change | None:
    word = words[i]
    if len(word) <= _STEM:
        return None
    k = random.randrange(1, len(word) - 1)
    new = random.choice(
        (
            word[:k] + word[k + 1 :],
            word[:k] + random.choice(_LETTERS) + word[k + 1 :],
            word[:k] + word[k + 1] + word[k] + word[k + 2 :],
            word[:k] + random.choice(_LETTERS) + word[k:],
        )
    )
    return _replaced(i, new if new != word else None)


def _split(words: Words, i: int, random: Random, lexicon: Lexicon) -> Change | None:
    """A compound in two words: *Haushalt Jahr*."""
    word = words[i]
    cuts = [
        k
        for k in range(3, len(word) - 2)
        if word[:k] in lexicon.known
        and (word[k:] in lexicon.known or word[k:].capitalize() in lexicon.known)
    ]
    if not cuts:
        return None
    k = random.choice(cuts)
    tail = word[k:].capitalize() if word[0].isupper() else word[k:]
    return i, i + 1, (word[:k], tail), (True, True)


def _glued(words: Words, i: int, random: Random, _: Lexicon) -> Change | None:
    if i + 1 >= len(words) or not words[i + 1].isalpha():
        return None
    joint = random.choice(("", "", "-"))
    return i, i + 2, (words[i] + joint + words[i + 1],), (True,)


def _replaced(i: int, word: str | None) -> Change | None:
    return (i, i + 1, (word,), (True,)) if word else None


KINDS: Mapping[str, Kind] = {
    "doubled": _doubled,
    "swapped": _swapped,
    "moved": _moved,
    "dropped": _dropped,
    "inflected": _inflected,
    "alike": _alike,
    "foreign": _foreign,
    "misspelt": _misspelt,
    "split": _split,
    "glued": _glued,
}


def plant(
    words: Words, random: Random, lexicon: Lexicon, *, kind: str | None = None, count: int = 1
) -> Planted:
    """``words`` with up to ``count`` garbles; of any kind, or all of one ``kind``.

    Where a kind does not apply after some tries, the sentence has fewer, perhaps none.
    """
    now, bad = list(words), [False] * len(words)
    for _ in range(count if len(words) >= _MINIMUM else 0):
        for _try in range(8):
            i = random.randrange(len(now))
            name = kind or random.choice(tuple(KINDS))
            change = KINDS[name](now, i, random, lexicon) if now[i].isalpha() else None
            if change and not any(bad[change[0] : change[1]]):
                start, end, new, flags = change
                now[start:end], bad[start:end] = new, flags
                break
    return Planted(tuple(now), tuple(bad))
