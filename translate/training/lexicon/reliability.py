"""How much a link of a word says, measured on pairs that the table was not learned from."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from translate.checks.lexicon import HEAD, UNKNOWN, WORD, german_keys, linked, rows_of
from translate.training.corpus import Pair
from translate.training.lexicon.model import Table

_PRIOR = 4.0  # words of the average kind that each key counts as having been seen too


@dataclass(slots=True)
class Tally:
    """Occurrences of each key, and how many of them have a counterpart."""

    seen: Counter[str] = field(default_factory=Counter)
    linked: Counter[str] = field(default_factory=Counter)

    def add(self, key: str, *, is_linked: bool) -> None:
        """Count an occurrence."""
        self.seen[key] += 1
        self.linked[key] += is_linked

    def percent(self, keys: Sequence[str]) -> dict[str, int]:
        """The percentage of each key with a counterpart, drawn to the average: 1 to 99."""
        total = self.seen.total()
        usual = self.linked.total() / total if total else 0.5
        return {
            key: min(
                99,
                max(
                    1,
                    round(100 * (self.linked[key] + _PRIOR * usual) / (self.seen[key] + _PRIOR)),
                ),
            )
            for key in keys
        }


@dataclass(frozen=True, slots=True)
class Reliability:
    """Percentages of German and of English keys that have a counterpart.

    true: in their own translations. chance: in those of other sentences.
    """

    german_true: dict[str, int]
    german_chance: dict[str, int]
    english_true: dict[str, int]
    english_chance: dict[str, int]


def measure(table: Table, pairs: Sequence[Pair]) -> Reliability:
    """Links each source of ``pairs`` with its translation, and with that of the next pair."""
    known = {english for means in table.values() for english in means}
    tallies = [Tally() for _ in range(4)]
    for pair, other in zip(pairs, [*pairs[1:], *pairs[:1]], strict=True):
        _count(table, known, pair, (tallies[0], tallies[2]))
        _count(table, known, replace(pair, target=other.target), (tallies[1], tallies[3]))
    german, english = [UNKNOWN, *sorted(table)], [UNKNOWN, *sorted(known)]
    return Reliability(
        tallies[0].percent(german),
        tallies[1].percent(german),
        tallies[2].percent(english),
        tallies[3].percent(english),
    )


def _count(table: Table, known: set[str], pair: Pair, tallies: tuple[Tally, Tally]) -> None:
    german, english = (WORD.findall(text.lower()) for text in (pair.source, pair.target))

    def means(word: str) -> set[str]:
        return {one for key in german_keys(word) for one in table.get(key, ())}

    ours, theirs = linked(german, english, means)
    for word, is_linked in zip(german, ours, strict=True):
        for key in rows_of(word, german_keys(word), table):
            tallies[0].add(key, is_linked=is_linked)
    for word, is_linked in zip(english, theirs, strict=True):
        for key in rows_of(word, (word[:HEAD],), known):
            tallies[1].add(key, is_linked=is_linked)
