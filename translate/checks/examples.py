"""The examples of a check, as what it looks at and the places that brackets mark in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from translate.checks.base import Article, Check, Pair, Placed, Scope, Source
from translate.findings import Side
from translate.spans import Span

_MARKED = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Example:
    """What a check looks at, and where in it the brackets stood, sorted."""

    subject: Source | Pair | Article
    marked: tuple[tuple[Side, Span], ...]

    @property
    def texts(self) -> Iterator[tuple[Side, str]]:
        """The sides that have a text."""
        if isinstance(self.subject, Source):
            yield Side.SOURCE, self.subject.text
        else:
            yield Side.SOURCE, self.subject.source
            yield Side.TARGET, self.subject.target


def read_example(check: Check, example: Any) -> Example:
    """``example``, good or bad, of ``check``: a text, a pair of texts, or a list of pairs."""
    if check.scope is Scope.SOURCE:
        text, spans = _stripped(example)
        return _example(Source(text, (Span(0, len(text)),)), spans, [])
    if check.scope is Scope.PAIR:
        pair = example if isinstance(example, Pair) else Pair(*example)
        source, left = _stripped(pair.source)
        target, right = _stripped(pair.target)
        return _example(replace(pair, source=source, target=target), left, right)
    return _article(example)


def _stripped(text: str) -> tuple[str, list[Span]]:
    """``text`` without brackets, and the spans that stood between them."""
    spans = []
    for number, match in enumerate(_MARKED.finditer(text)):
        start = match.start() - 2 * number
        spans.append(Span(start, start + len(match.group(1))))
    return text.replace("[", "").replace("]", ""), spans


def _article(pairs: Any) -> Example:
    texts = dict.fromkeys(Side, "")
    marked: dict[Side, list[Span]] = {side: [] for side in Side}
    placed = []
    for pair in pairs:
        spans = []
        for side, raw in zip(Side, pair, strict=True):
            text, found = _stripped(raw)
            start = len(texts[side])
            marked[side] += (span.shift(start) for span in found)
            spans.append((Span(start, start + len(text)), text))
            texts[side] += text + "\n"
        (source_span, source), (target_span, target) = spans
        placed.append(Placed(source_span, target_span, source, target))
    article = Article(texts[Side.SOURCE], texts[Side.TARGET], tuple(placed))
    return _example(article, marked[Side.SOURCE], marked[Side.TARGET])


def _example(subject: Source | Pair | Article, left: list[Span], right: list[Span]) -> Example:
    marked = [(Side.SOURCE, span) for span in left] + [(Side.TARGET, span) for span in right]
    return Example(subject, tuple(marked))
