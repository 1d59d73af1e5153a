"""Turns the examples of a check into subjects and the spans that brackets mark."""

import re
from dataclasses import replace
from typing import Any

from translate.checks import Article, Check, Pair, Placed, Scope, Source
from translate.findings import Side
from translate.spans import Span

Marked = tuple[Side, Span]


def strip(text: str, side: Side) -> tuple[str, list[Marked]]:
    """``text`` without brackets, and the spans that stood between them."""
    spans = []
    for number, match in enumerate(re.finditer(r"\[([^\]]*)\]", text)):
        start = match.start() - 2 * number
        spans.append((side, Span(start, start + len(match.group(1)))))
    return text.replace("[", "").replace("]", ""), spans


def subject(check: Check, example: Any) -> tuple[Source | Pair | Article, list[Marked]]:
    """What ``check`` is to look at, and where it has to hit."""
    if check.scope is Scope.SOURCE:
        text, spans = strip(example, Side.SOURCE)
        return Source(text, (Span(0, len(text)),)), spans
    if check.scope is Scope.PAIR:
        pair = example if isinstance(example, Pair) else Pair(*example)
        source, left = strip(pair.source, Side.SOURCE)
        target, right = strip(pair.target, Side.TARGET)
        return replace(pair, source=source, target=target), left + right
    return _article(example)


def _article(example: Any) -> tuple[Article, list[Marked]]:
    texts = {Side.SOURCE: "", Side.TARGET: ""}
    marked: list[Marked] = []
    placed = []
    for both in example:
        spans = []
        for side, raw in zip(Side, both, strict=True):
            text, found = strip(raw, side)
            start = len(texts[side])
            marked += [(side, span.shift(start)) for _, span in found]
            spans.append((Span(start, start + len(text)), text))
            texts[side] += text + "\n"
        (source_span, source), (target_span, target) = spans
        placed.append(Placed(source_span, target_span, source, target))
    return Article(texts[Side.SOURCE], texts[Side.TARGET], tuple(placed)), marked
