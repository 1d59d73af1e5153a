"""Words of a translation and what each of them was translated from."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from translate.results import Link
from translate.spans import Span

_START, _END = attrgetter("start"), attrgetter("end")
_WORD = re.compile(r"\w+(?:[-–'’.,:/&]\w+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a translation, sorted, and for each the source spans that it is linked to.

    by_source: each source span that is not empty with the number of its word, sorted. reach:
    the longest of these spans.
    """

    spans: tuple[Span, ...]
    sources: tuple[tuple[Span, ...], ...]
    by_source: tuple[tuple[Span, int], ...]
    reach: int

    def span(self, run: Span) -> Span:
        """The code points that a run of words covers; ``run`` counts words."""
        return Span(self.spans[run.start].start, self.spans[run.end - 1].end)

    def linked(self, source: Span, within: Span) -> list[int]:
        """Numbers of the words in ``within`` that come from ``source``."""
        first = bisect_left(self.by_source, source.start - self.reach, key=_source_start)
        last = bisect_right(self.by_source, source.end, key=_source_start)
        found = (n for span, n in self.by_source[first:last] if span.overlaps(source))
        return sorted({number for number in found if within.start <= number < within.end})

    def covering(self, span: Span) -> Span:
        """The run of words that share a code point with ``span``; empty if there is none."""
        first = bisect_right(self.spans, span.start, key=_END)
        last = bisect_left(self.spans, span.end, key=_START)
        return Span(first, last) if first < last else Span(0, 0)


def _source_start(link: tuple[Span, int]) -> int:
    return link[0].start


def words(text: str, links: Sequence[Link], fixed: Sequence[Span] = ()) -> Words:
    """The words of ``text``; each of the ``fixed`` spans is one word."""
    spans: list[Span] = []
    position = 0
    for stop in (*sorted(fixed), Span(len(text), len(text))):
        spans += (Span(*m.span()) for m in _WORD.finditer(text, position, stop.start))
        if len(stop):
            spans.append(stop)
        position = stop.end
    starts = [span.start for span in spans]
    sources: list[list[Span]] = [[] for _ in spans]
    for link in links:
        first = max(bisect_right(starts, link.target.start) - 1, 0)
        for number in range(first, len(spans)):
            if spans[number].start >= link.target.end:
                break
            if spans[number].overlaps(link.target):
                sources[number].append(link.source)
    by_source = sorted((s, number) for number, found in enumerate(sources) for s in found if len(s))
    reach = max((len(span) for span, _ in by_source), default=0)
    return Words(tuple(spans), tuple(map(tuple, sources)), tuple(by_source), reach)


def last_word(before: str, spans: Sequence[Span]) -> Span | None:
    """The last word of ``before``, the beginning of a text that has words at ``spans``."""
    place = bisect_left(spans, len(before), key=_START)
    found = _WORD.match(before, spans[place - 1].start) if place else None
    return Span(*found.span()) if found else None


def dense_run(numbers: Sequence[int], words_: Words) -> Span | None:
    """The longest run of ``numbers``, over gaps of words that have no link at all.

    Attention strays: one word far off must not stretch a link over half the sentence.
    """
    runs: list[list[int]] = []
    for number in numbers:
        gap = range(runs[-1][-1] + 1, number) if runs else ()
        if runs and not any(words_.sources[between] for between in gap):
            runs[-1].append(number)
        else:
            runs.append([number])
    if not runs:
        return None
    if len(numbers) * 2 > numbers[-1] - numbers[0] + 1:
        return Span(numbers[0], numbers[-1] + 1)
    best = max(runs, key=len)
    return Span(best[0], best[-1] + 1)


def occurrences(part: str, text: str) -> list[Span]:
    """Where ``part``, which is not empty, stands in ``text`` as whole words."""
    found = []
    start = text.find(part)
    while start >= 0:
        end = start + len(part)
        if _goes_on(text, start) or _goes_on(text, end):
            end = start + 1
        else:
            found.append(Span(start, end))
        start = text.find(part, end)
    return found


def _goes_on(text: str, place: int) -> bool:
    """Whether ``place`` lies inside a word."""
    return 0 < place < len(text) and _in_word(text[place - 1]) and _in_word(text[place])


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def nearest(spans: Sequence[Span], target: float) -> Span | None:
    """The span whose start is closest to ``target``; ``spans`` are sorted."""
    place = bisect_left(spans, target, key=_START)
    around = spans[max(place - 1, 0) : place + 1]
    return min(around, key=lambda span: abs(span.start - target), default=None)
