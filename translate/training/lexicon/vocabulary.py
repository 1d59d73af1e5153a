"""Which words are English, which are names, and which may stand in both languages."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from translate.checks.lexicon import HEAD, WORD, german_keys
from translate.training.corpus import Pair
from translate.training.lexicon.model import Table

_SHORTEST = 4  # letters
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_OFTEN = 3  # occurrences that are no slip
_SAME = 0.25  # of a noun's pairs whose English has its beginning; names have more
_SHARED = 0.85  # of a name's pairs whose English has it as it is
_KEPT = 0.02  # of a noun's pairs whose English has it as it is
_CAPITAL = 8  # times more often with a capital than without
_OWN = "german"  # comes into the English of anything German
_LEFT = 0.02  # English words to one German word, where they are German left in the English
_LOAN = 0.2  # of a German word's pairs whose English has it too, where it is a loanword


@dataclass(frozen=True, slots=True)
class Lists:
    """Sorted words. Heads are beginnings in lower case.

    english_heads: of English words that the table does not know. german_heads: of German nouns
    that are no names and that it does not know. english_names: heads that it knows and that
    English writes with a capital. shared_names: names spelt alike. german_nouns: words with a
    capital that English never keeps, whole. shared_words: words in lower case that are English, and
    that German has too or might seem to have.
    """

    english_heads: tuple[str, ...]
    german_heads: tuple[str, ...]
    english_names: tuple[str, ...]
    shared_names: tuple[str, ...]
    german_nouns: tuple[str, ...]
    shared_words: tuple[str, ...]


@dataclass(slots=True)
class _Counts:
    english: Counter[str] = field(default_factory=Counter)
    capitals: Counter[str] = field(default_factory=Counter)
    german: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    nouns: Counter[str] = field(default_factory=Counter)
    alike: Counter[str] = field(default_factory=Counter)
    noun_heads: Counter[str] = field(default_factory=Counter)
    same_heads: Counter[str] = field(default_factory=Counter)

    def add(self, pair: Pair) -> None:
        words = WORD.findall(pair.target)
        there, lowered = set(words), pair.target.lower()
        self.english.update(w for w in words if w.islower() and len(w) >= _SHORTEST)
        self.capitals.update(n[:HEAD].lower() for n in _NAME.findall(pair.target))
        for word in WORD.findall(pair.source):
            if len(word) < _SHORTEST:
                continue
            if word.islower():
                self.german[word] += 1
                self.kept[word] += word in there
            elif word[0].isupper():
                head = word[:HEAD].lower()
                self.nouns[word] += 1
                self.alike[word] += word in there
                self.noun_heads[head] += 1
                self.same_heads[head] += head in lowered


def collect(pairs: Iterable[Pair], table: Table) -> Lists:
    """The lists, by counts over ``pairs``."""
    counts = _Counts()
    for pair in pairs:
        counts.add(pair)
    known = {english for means in table.values() for english in means}
    heads: Counter[str] = Counter()
    for word, count in counts.english.items():
        heads[word[:HEAD]] += count
    return Lists(
        _sorted(h for h, n in heads.items() if n >= _OFTEN and h not in known),
        _sorted(
            h
            for h, n in counts.noun_heads.items()
            if n > 1 and counts.same_heads[h] < _SAME * n and h not in table
        ),
        _sorted(
            h
            for h in known
            if h != _OWN
            and counts.capitals[h] >= _OFTEN
            and counts.capitals[h] > _CAPITAL * heads[h]
        ),
        _sorted(
            word
            for word, n in counts.nouns.items()
            if n > _OFTEN
            and counts.alike[word] >= _SHARED * n
            and counts.english[word.lower()] < max(2, 0.3 * n)
            and word[1:].islower()
        ),
        _sorted(
            word
            for word, n in counts.nouns.items()
            if n > _OFTEN
            and counts.alike[word] <= _KEPT * n
            and counts.english[word.lower()] < _OFTEN
            and word[1:].islower()
        ),
        _sorted(word for word in counts.english if _is_shared(word, counts, table)),
    )


def _is_shared(word: str, counts: _Counts, table: Table) -> bool:
    """Whether ``word`` is English, and German has it too or a word that begins alike."""
    english, german = counts.english[word], counts.german[word]
    is_english = english >= _OFTEN and english > _LEFT * german
    is_loan = german > 0 and counts.kept[word] >= _LOAN * german
    begins = any(key in table for key in german_keys(word)[:1])
    return (is_english and (german > 0 or begins)) or is_loan


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words))
