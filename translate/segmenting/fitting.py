"""Over-long sentences in pieces that a model can take."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from translate.segmenting.lists import words
from translate.spans import Span

_CLAUSE = re.compile(r"(?:[;:]|[.!?…][\"“”»«)]?|\s[–—-])\s+")
_COMMA = re.compile(r",\s+(?=(\w+))")
_CONJUNCTION = re.compile(r"(?<!\s)\s+(?=(\w+)\s)")
_SPACE = re.compile(r"\s+")
_JOINT = re.compile(r"[-/‐](?=\w)")
_EDGE = 4


def fit(text: str, span: Span, length: Callable[[str], int], limit: int) -> tuple[Span, ...]:
    """``span`` of ``text`` in pieces of at most ``limit``, as ``length`` measures them.

    A piece that is too long is cut near its middle: at a clause mark, else at a comma before
    a clause, any comma, a conjunction, a space, and at last inside a word. Nothing but white
    space lies between the pieces. Raises ValueError where not even one code point fits.
    """
    span = _stripped(text, span)
    if not len(span) or length(span.of(text)) <= limit:
        return (span,)
    if len(span) == 1:
        raise ValueError(f"a limit of {limit} is too small for {span.of(text)!r}")
    gap = _cut(span.of(text)).shift(span.start)
    return (
        *fit(text, Span(span.start, gap.start), length, limit),
        *fit(text, Span(gap.end, span.end), length, limit),
    )


def _cut(piece: str) -> Span:
    """Where to divide: the gap of the best kind that leaves no crumb, nearest the middle."""
    middle = len(piece) / 2
    edge = len(piece) / _EDGE
    for gaps in _kinds(piece):
        near = min(gaps, key=lambda gap: abs(gap.start - middle), default=None)
        if near and edge <= near.start and near.end <= len(piece) - edge:
            return near
    spaces = [Span(*match.span()) for match in _SPACE.finditer(piece)]
    if spaces:
        return min(spaces, key=lambda gap: abs(gap.start - middle))
    place = max(len(piece) // 2, 1)
    while place < len(piece) - 1 and unicodedata.combining(piece[place]):
        place += 1
    return Span(place, place)


def _kinds(piece: str) -> Iterator[list[Span]]:
    """Gaps by kind, the best kind first; a mark belongs to the piece before it."""
    openers = words("clause_openers")
    yield [_gap(match) for match in _CLAUSE.finditer(piece)]
    commas = list(_COMMA.finditer(piece))
    yield [_gap(match) for match in commas if match[1] in openers]
    yield [_gap(match) for match in commas]
    yield [_gap(match) for match in _CONJUNCTION.finditer(piece) if match[1] in {"und", "oder"}]
    yield [Span(*match.span()) for match in _SPACE.finditer(piece)]
    yield [Span(match.end(), match.end()) for match in _JOINT.finditer(piece)]


def _gap(match: re.Match[str]) -> Span:
    mark = match.group().rstrip()
    return Span(match.start() + len(mark), match.end())


def _stripped(text: str, span: Span) -> Span:
    part = span.of(text)
    if not part.strip():
        return Span(span.start, span.start)
    lead = len(part) - len(part.lstrip())
    return Span(span.start + lead, span.start + len(part.rstrip()))
