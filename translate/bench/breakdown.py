"""Where the quality differs: by length, by rare words, by document, by segment."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from translate.scores.significance import Comparison

_LENGTHS = (1, 10, 20, 30, 40, 60)  # words
_RARE = (0, 10, 20, 30, 40)  # percent
_COUNTS = (1, 2, 3, 5, 10, 50)


@dataclass(frozen=True, slots=True)
class Group:
    """Segments that have something in common, by their numbers from 0."""

    label: str
    segments: tuple[int, ...]


def by_length(texts: Sequence[str]) -> list[Group]:
    """Segments by their words between white space."""
    return _binned([len(text.split()) for text in texts], _LENGTHS, str)


def by_rarity(sources: Sequence[str]) -> list[Group]:
    """Segments by the percentage of their words that occur only once in all of ``sources``."""
    counts = Counter(word for text in sources for word in words(text))
    shares = []
    for text in sources:
        found = words(text)
        shares.append(100 * sum(counts[word] == 1 for word in found) // max(1, len(found)))
    return _binned(shares, _RARE, lambda number: f"{number} %")


def by_document(documents: Sequence[str]) -> list[Group]:
    """Segments by their document, in order; none if all are of one."""
    found: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        found.setdefault(document, []).append(number)
    if len(found) < 2:  # noqa: PLR2004 - one document is no comparison
        return []
    return [Group(name, tuple(numbers)) for name, numbers in found.items()]


def group_scores(
    comparison: Comparison, metric: str, groups: Iterable[Group]
) -> dict[str, list[float]]:
    """The corpus score of each group, by system."""
    counted, groups = comparison.counted[metric], list(groups)
    return {
        name: [counted.group(lines, group.segments) for group in groups]
        for name, lines in comparison.systems.items()
    }


def word_accuracy(comparison: Comparison) -> tuple[list[str], dict[str, list[float]]]:
    """F1 of the words of the first reference by how often they occur there, by system.

    A word counts as got as often as it stands in both the translation and its reference
    (Neubig et al. 2019, "compare-mt"); the labels are numbers of occurrences. 0 to 100.
    """
    counts = Counter(word for line in comparison.references[0] for word in words(line))
    labels = [_range(_COUNTS, place, str) for place in range(len(_COUNTS))]
    place_of = {word: _place(count, _COUNTS) for word, count in counts.items()}
    found = {}
    for name, lines in comparison.systems.items():
        got, made, asked = ([0] * len(_COUNTS) for _ in range(3))
        for line, reference in zip(lines, comparison.references[0], strict=True):
            there, wanted = Counter(words(line)), Counter(words(reference))
            for word in there.keys() | wanted.keys():
                place = place_of.get(word, 0)
                got[place] += min(there[word], wanted[word])
                made[place] += there[word]
                asked[place] += wanted[word]
        found[name] = [
            200 * g / (m + a) if m + a else 0.0 for g, m, a in zip(got, made, asked, strict=True)
        ]
    return labels, found


def words(text: str) -> list[str]:
    """Words between white space, without the punctuation around them, in lower case."""
    stripped = (word.strip(".,;:!?…()[]„“”‟\"'‚‘’»«–—-").lower() for word in text.split())
    return [word for word in stripped if word]


def _binned(values: Sequence[int], edges: Sequence[int], show: Callable[[int], str]) -> list[Group]:
    """The segments of each bin that has any; a bin begins at its edge."""
    found: list[list[int]] = [[] for _ in edges]
    for number, value in enumerate(values):
        found[_place(value, edges)].append(number)
    return [
        Group(_range(edges, place, show), tuple(numbers))
        for place, numbers in enumerate(found)
        if numbers
    ]


def _place(value: int, edges: Sequence[int]) -> int:
    return max((place for place, edge in enumerate(edges) if value >= edge), default=0)


def _range(edges: Sequence[int], place: int, show: Callable[[int], str]) -> str:
    if place == len(edges) - 1:
        return f"{show(edges[place])} or more"
    first, last = edges[place], edges[place + 1] - 1
    return show(first) if first == last else f"{first}–{show(last)}"
