"""What a perturbation sees and gives."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from translate.findings import Side
from translate.spans import Span

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Example:
    """A pair to spoil, and its neighbour, from which foreign text is taken.

    common: words that the English of the whole set has in lower case, which are no names.
    """

    source: str
    target: str
    next_source: str
    next_target: str
    common: frozenset[str]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """A spoilt pair. spans: where ``side`` may be marked; any of them is exact."""

    source: str
    target: str
    side: Side
    spans: tuple[Span, ...]


Plant = Callable[[Random, Example], Planted | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of error. codes: prefixes of the checks that may rightly find it."""

    name: str
    plant: Plant
    codes: tuple[str, ...]


def replaced(text: str, span: Span, by: str) -> str:
    """``text`` with ``by`` in the place of ``span``."""
    return text[: span.start] + by + text[span.end :]


def removed(text: str, span: Span) -> str:
    """``text`` without ``span`` and without the space that would be left double."""
    before, after = text[: span.start], text[span.end :]
    if before.endswith(" ") or not before:
        after = after.removeprefix(" ")
    if after[:1] in {",", ".", ";", "?", "!", ":"}:
        before = before.rstrip(" ")
    return before + after


def tokens(text: str) -> list[Span]:
    """The words of ``text``."""
    return [Span(*match.span()) for match in WORD.finditer(text)]


def occurrences(text: str, part: str) -> Iterator[Span]:
    """Where ``part`` stands in ``text`` as a whole word."""
    for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text):
        yield Span(*match.span())


def on_target(example: Example, target: str, *spans: Span) -> Planted:
    """The example with another target, marked there."""
    return Planted(example.source, target, Side.TARGET, spans)
