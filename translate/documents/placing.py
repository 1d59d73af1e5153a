"""Words of a translation and what each of them was translated from."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from translate.results import Link
from translate.spans import Span

_WORD = re.compile(r"\w+(?:[-–'’.,:/&]\w+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a translation, and for each the source spans that it is linked to."""

    spans: tuple[Span, ...]
    sources: tuple[tuple[Span, ...], ...]

    def span(self, run: Span) -> Span:
        """The code points that a run of words covers; ``run`` counts words."""
        return Span(self.spans[run.start].start, self.spans[run.end - 1].end)

    def linked(self, source: Span, within: Span) -> list[int]:
        """Numbers of the words in ``within`` that come from ``source``."""
        return [
            number
            for number in range(within.start, within.end)
            if any(span.overlaps(source) for span in self.sources[number] if len(span))
        ]

    def covering(self, span: Span) -> Span:
        """The run of words that share a code point with ``span``; empty if there is none."""
        found = [n for n, word in enumerate(self.spans) if word.overlaps(span)]
        return Span(found[0], found[-1] + 1) if found else Span(0, 0)


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
    return Words(tuple(spans), tuple(map(tuple, sources)))


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
    """Where ``part`` stands in ``text`` as whole words."""
    left = r"(?<!\w)" if part[:1].isalnum() else ""
    right = r"(?!\w)" if part[-1:].isalnum() else ""
    return [Span(*m.span()) for m in re.finditer(left + re.escape(part) + right, text)]


def nearest(spans: Sequence[Span], target: float) -> Span | None:
    """The span whose start is closest to ``target``."""
    return min(spans, key=lambda span: abs(span.start - target), default=None)
