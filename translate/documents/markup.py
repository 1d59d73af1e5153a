"""Inline markup of a source text, moved to its translation.

A mark goes where its text stands unchanged, else where the alignment points, else to the
same relative place. Marks never cross and are never lost; literals keep their text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from translate.documents.base import Mark, Placed, nested
from translate.documents.moving import follow
from translate.documents.placing import (
    Words,
    dense_run,
    last_word,
    nearest,
    occurrences,
    words,
)
from translate.results import Link
from translate.spans import Edit, Span, apply_edits

_STOPS = '.,;:!?…)]"”’“'


def move_marks(marks: Sequence[Mark], edits: Sequence[Edit]) -> tuple[Mark, ...]:
    """``marks`` of a text once ``edits`` (a repair) are made in it."""
    return nested([mark.over(follow(mark.span, edits)) for mark in marks])


def place_marks(
    block_marks: Sequence[Mark], source_text: str, target_text: str, links: Sequence[Link]
) -> Placed:
    """Each of the marks in the translation, whose text changes where literals need it.

    block_marks: in coordinates of ``source_text``, nested. links: target to source, may be
    empty. A literal that the translation garbled replaces the words aligned to it; literals
    and marks for which no word is left are appended in parentheses.
    """
    literals = [mark for mark in block_marks if mark.literal and len(mark.span)]
    edits, fixed = _literals(literals, source_text, target_text, links)
    text = apply_edits(target_text, edits)
    moved = [Link(follow(link.target, edits), link.source) for link in links]
    others = [mark for mark in nested(block_marks) if not (mark.literal and len(mark.span))]
    placing = _Placing(source_text, text, words(text, moved, [span for _, span in fixed]))
    placing.done = [(mark, mark.over(span)) for mark, span in fixed]
    placing.literals = sorted(fixed, key=_source_start)
    for mark in others:
        if len(mark.span):
            placing.place(mark)
    placing.source_words = words(source_text, ()).spans
    for mark in others:
        if not len(mark.span):
            placing.insert(mark)
    extra = "".join(f" ({part})" for part, _ in placing.appended)
    offset = len(text)
    for part, mark in placing.appended:
        placing.done.append((mark, mark.over(Span(offset + 2, offset + 2 + len(part)))))
        offset += len(part) + 3
    return Placed(
        text + extra,
        nested([mark for _, mark in placing.done]),
        _with_tail(edits, len(target_text), extra),
    )


def _with_tail(edits: Sequence[Edit], end: int, extra: str) -> tuple[Edit, ...]:
    if not extra:
        return tuple(edits)
    if edits and edits[-1].span.end == end:
        last = edits[-1]
        return (*edits[:-1], Edit(last.span, last.replacement + extra))
    return (*edits, Edit(Span(end, end), extra))


def _literals(
    literals: Sequence[Mark], source: str, target: str, links: Sequence[Link]
) -> tuple[tuple[Edit, ...], list[tuple[Mark, Span]]]:
    """What to change so that each literal stands in the target, and where it stands then."""
    taken: list[tuple[Span, Mark, bool]] = []
    used: set[int] = set()
    missing = []
    plain = words(target, links)
    pool = {part: occurrences(part, target) for part in {m.span.of(source) for m in literals}}

    def take(span: Span, mark: Mark, *, stands: bool) -> bool:
        """Reserve ``span`` for the mark unless another has a part of it."""
        if not used.isdisjoint(range(span.start, span.end)):
            return False
        used.update(range(span.start, span.end))
        taken.append((span, mark, stands))
        return True

    for mark in literals:
        places = pool[mark.span.of(source)]
        expected = mark.span.start / len(source) * len(target)
        while found := nearest(places, expected):
            places.remove(found)
            if take(found, mark, stands=True):
                break
        else:
            missing.append(mark)
    lost = []
    for mark in missing:
        run = dense_run(plain.linked(mark.span, Span(0, len(plain.spans))), plain)
        if run and take(plain.span(run), mark, stands=False):
            continue
        lost.append(mark)
    taken.sort(key=lambda item: item[0])
    edits = [Edit(span, m.span.of(source)) for span, m, stands in taken if not stands]
    fixed = [(mark, follow(span, edits)) for span, mark, _ in taken]
    offset = len(apply_edits(target, edits))
    tail = ""
    for mark in lost:
        content = mark.span.of(source)
        start = offset + len(tail) + 2
        fixed.append((mark, Span(start, start + len(content))))
        tail += f" ({content})"
    return _with_tail(edits, len(target), tail), fixed


@dataclass(slots=True)
class _Placing:
    """Marks put into one translation, one after another, outer ones first."""

    source: str
    text: str
    words: Words
    done: list[tuple[Mark, Mark]] = field(default_factory=list)
    literals: list[tuple[Mark, Span]] = field(default_factory=list)
    around: list[tuple[Mark, Span]] = field(default_factory=list)
    known: dict[str, list[Span]] = field(default_factory=dict)
    source_words: tuple[Span, ...] = ()
    owners: dict[int, list[Mark]] = field(default_factory=dict)
    appended: list[tuple[str, Mark]] = field(default_factory=list)

    def place(self, mark: Mark) -> None:
        """Put a mark round words; append its source text where no word is left."""
        self.around = [(p, run) for p, run in self.around if p.span.end > mark.span.start]
        parents = [(p, run) for p, run in self.around if p.span.contains(mark.span)]
        domain = parents[-1][1] if parents else Span(0, len(self.words.spans))
        run = self._free(self._candidate(mark, domain), domain, [p for p, _ in parents])
        if run is None:
            self.appended.append((mark.span.of(self.source), mark))
            return
        self.around.append((mark, run))
        for number in range(run.start, run.end):
            self.owners.setdefault(number, []).append(mark)
        self.done.append((mark, mark.over(self._with_punctuation(mark, self.words.span(run)))))

    def insert(self, mark: Mark) -> None:
        """Put an empty mark behind the word that it followed."""
        before = self.source[: mark.span.start]
        count = len(self.words.spans)
        if not before.strip() or not count:
            position = 0 if not before.strip() else len(self.text)
        elif mark.span.start == len(self.source):
            position = len(self.text)
        else:
            last = last_word(before, self.source_words)
            same = self._occurrences(last.of(before)) if last else []
            linked = self.words.linked(last, Span(0, count)) if last else []
            if found := nearest(same, mark.span.start / len(self.source) * len(self.text)):
                linked = [self.words.covering(found).start]
            share = round(mark.span.start / len(self.source) * count)
            number = linked[-1] if linked else min(max(share - 1, 0), count - 1)
            position = self._behind(before, self.words.spans[number].end)
        self.done.append((mark, mark.over(Span(position, position))))

    def _behind(self, before: str, position: int) -> int:
        """Past the punctuation and the space that stood before the mark in the source too."""
        if before.rstrip()[-1] in _STOPS:
            while position < len(self.text) and self.text[position] in _STOPS:
                position += 1
        if before[-1].isspace() and self.text[position : position + 1].isspace():
            position += 1
        return position

    def _candidate(self, mark: Mark, domain: Span) -> Span:
        """The run of words in ``domain`` that the mark belongs to."""
        share = domain.start + mark.span.start / len(self.source) * len(domain)
        if not len(domain):
            return domain
        area = self.words.span(domain)
        expected = mark.span.start / len(self.source) * len(self.text)
        part = mark.span.of(self.source).strip(_STOPS + "„»«‚‘'([ ")
        same = self._occurrences(part) if part else []
        first = bisect_left(same, area.start, key=_start)
        same = same[first : bisect_right(same, area.end - len(part), key=_start)]
        if found := nearest(same, expected):
            run = self.words.covering(found)
        else:
            linked = dense_run(self.words.linked(mark.span, domain), self.words)
            size = max(1, round(len(mark.span) / len(self.source) * len(domain)))
            start = min(int(share), domain.end - 1)
            run = linked or Span(start, min(start + size, domain.end))
        first = bisect_left(self.literals, mark.span.start, key=_source_start)
        last = bisect_left(self.literals, mark.span.end, key=_source_start)
        inside = [
            self.words.covering(placed)
            for inner, placed in self.literals[first:last]
            if mark.span.contains(inner.span)
        ]
        held = [run, *(literal for literal in inside if domain.contains(literal))]
        return Span(min(r.start for r in held), max(r.end for r in held))

    def _occurrences(self, part: str) -> list[Span]:
        if part not in self.known:
            self.known[part] = occurrences(part, self.text)
        return self.known[part]

    def _free(self, wanted: Span, domain: Span, parents: Sequence[Mark]) -> Span | None:
        """The part of ``wanted`` that no other mark has, or the free word next to it."""

        def free(number: int) -> bool:
            return all(owner in parents for owner in self.owners.get(number, ()))

        inside = [n for n in range(wanted.start, wanted.end) if free(n)]
        if not inside:
            places = (n for n in _outwards(wanted.start, domain) if free(n))
            near = next(places, None)
            return None if near is None else Span(near, near + 1)
        start = end = inside[0]
        best = Span(start, start + 1)
        for number in inside:
            start = start if number == end else number
            end = number + 1
            best = max(best, Span(start, end), key=len)
        return best

    def _with_punctuation(self, mark: Mark, span: Span) -> Span:
        """``span`` and the punctuation behind it, where the source mark held some too."""
        end = span.end
        if mark.span.of(self.source).rstrip()[-1:] in tuple(_STOPS):
            while end < len(self.text) and self.text[end] in _STOPS:
                end += 1
        if end == span.end:
            return span
        wide = Span(span.start, end)
        crossing = any(
            wide.overlaps(other.span)
            and not other.span.contains(wide)
            and not wide.contains(other.span)
            for _, other in self.done
        )
        return span if crossing else wide


def _start(span: Span) -> int:
    return span.start


def _source_start(item: tuple[Mark, Span]) -> int:
    return item[0].span.start


def _outwards(start: int, within: Span) -> Iterator[int]:
    """The numbers in ``within``, those nearest to ``start`` first; of two, the lower one."""
    for distance in range(len(within) + abs(start - within.start) + 1):
        for number in (start - distance, start + distance)[: 2 if distance else 1]:
            if within.start <= number < within.end:
                yield number
