"""Translates again what looks hallucinated, and keeps the best hypothesis.

Candidates are the sentence cut at its clause marks and, if that is suspect too, the engine's
alternatives. Reranking by how likely a hallucination is follows Dale et al. 2023, "Detecting
and Mitigating Hallucinations in Machine Translation".
"""

import contextlib
import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from translate import checks, segmenting
from translate.checks.suspicion import suspicion
from translate.engines import Engine
from translate.passage import Request
from translate.results import Link, Rewording, Translation
from translate.spans import Span

SUSPECT = 0.2  # above it another try gains 4 points of chrF and more (newstest2018)
_REJECTED = checks.Selection(
    select=("P100", "P102", "P103", "P104", "P106", "P115", "P116", "P180")
)
_CONFIDENCE = 0.5  # what a nat per token weighs against one in the odds of a hallucination
_GAPS = 3  # words left out from which another try gains 4 points of chrF (newstest2018)
_GAP = 0.05  # what each weighs, as confidence does: a tenth of a nat per token
_PART = 2 / 3  # of a sentence's tokens that a part of it may have
_FEWEST = 8  # tokens
_TOGETHER = 128  # sentences that are judged at a time


def translate_well(
    engine: Engine, requests: Collection[Request], selection: checks.Selection
) -> dict[Request, Translation]:
    """The translation of each of ``requests``; what looks hallucinated is tried again.

    selection: closeness in meaning is only measured if it keeps a check that reads it.
    """
    best: dict[Request, Translation] = {}
    suspects: list[Request] = []
    answers = ask(engine, requests)
    while some := list(islice(answers, _TOGETHER)):
        for request, first in _measured(some, selection):
            best[request] = first
            if _is_suspect(request, first):
                suspects.append(request)
    rivals = [(request, best[request]) for request in suspects]
    best |= _measured(rivals, selection, thorough=True)
    for candidates in (_in_parts, _alternatives):  # the cheaper first
        rivals = list(candidates(engine, suspects))
        for request, candidate in _measured(rivals, selection, thorough=True):
            if _badness(request, candidate) < _badness(request, best[request]):
                best[request] = replace(candidate, retried=True)
        suspects = [request for request in suspects if _is_suspect(request, best[request])]
    return best


def ask(engine: Engine, requests: Collection[Request]) -> Iterator[tuple[Request, Translation]]:
    """One hypothesis for each request; the engine is called without and with alignment.

    The longest come first, as a batch makes them: each can be judged while others are made.
    """
    for align, asked in _by_alignment(requests):
        asked.sort(key=lambda request: (-len(request.text), request.text))
        texts = [request.text for request in asked]
        yield from zip(asked, engine.translate(texts, align=align), strict=True)


def _by_alignment(requests: Collection[Request]) -> Iterator[tuple[bool, list[Request]]]:
    for align in (False, True):
        asked = [request for request in requests if request.align is align]
        if asked:
            yield align, asked


def _alternatives(
    engine: Engine, suspects: Sequence[Request]
) -> Iterator[tuple[Request, Translation]]:
    for align, asked in _by_alignment(suspects):
        texts = [request.text for request in asked]
        for request, ranked in zip(asked, engine.alternatives(texts, align=align), strict=True):
            for hypothesis in ranked:
                yield request, hypothesis


def _in_parts(engine: Engine, suspects: Sequence[Request]) -> Iterator[tuple[Request, Translation]]:
    parts = {request: _parts(engine, request.text) for request in suspects}
    pieces = dict.fromkeys(
        Request(span.of(request.text), request.align)
        for request, spans in parts.items()
        for span in spans
    )
    found = dict(ask(engine, pieces))
    for request, spans in parts.items():
        if len(spans) > 1:
            own = [found[Request(span.of(request.text), request.align)] for span in spans]
            yield request, _joined(spans, own)


def _parts(engine: Engine, text: str) -> tuple[Span, ...]:
    """``text`` cut at clause marks, or nothing if it is too short for that."""
    limit = max(_FEWEST, int(_PART * engine.length(text)))
    try:
        spans = segmenting.fit(text, Span(0, len(text)), engine.length, limit)
    except ValueError:  # one of its code points alone has more tokens
        return ()
    return spans if len(spans) > 1 else ()


def _joined(spans: Sequence[Span], parts: Sequence[Translation]) -> Translation:
    """The translations of the parts of a sentence as one."""
    text = ""
    links: list[Link] = []
    reworded: list[Rewording] = []
    lost: list[Span] = []
    for span, part in zip(spans, parts, strict=True):
        text += " " if text and part.text else ""
        links += [
            Link(link.target.shift(len(text)), link.source.shift(span.start))
            for link in part.alignment
        ]
        reworded += [replace(r, span=r.span.shift(len(text))) for r in part.reworded]
        lost += [place.shift(span.start) for place in part.left_out]
        text += part.text
    tokens = sum(part.tokens for part in parts)
    total = sum(part.log_probability * part.tokens for part in parts)
    return Translation(
        text,
        total / max(1, tokens),
        tokens,
        truncated=any(part.truncated for part in parts),
        alignment=tuple(links),
        reworded=tuple(reworded),
        left_out=tuple(lost),
    )


def _measured(
    found: Sequence[tuple[Request, Translation]],
    selection: checks.Selection,
    *,
    thorough: bool = False,
) -> list[tuple[Request, Translation]]:
    """``found`` with cosines, unless nobody reads them or they cannot be had."""
    pairs = [_pair(request, translation) for request, translation in found]
    with contextlib.suppress(Exception):  # check_pairs will report it
        pairs = checks.measured(pairs, selection, thorough=thorough)
    return [
        (request, replace(translation, cosine=pair.cosine))
        for (request, translation), pair in zip(found, pairs, strict=True)
    ]


def _pair(request: Request, translation: Translation) -> checks.Pair:
    return checks.Pair(
        request.text,
        translation.text,
        translation.log_probability,
        translation.truncated,
        cosine=translation.cosine,
    )


def _is_suspect(request: Request, translation: Translation) -> bool:
    if len(translation.left_out) >= _GAPS:
        return True
    pair = _pair(request, translation)
    return suspicion(pair).any > SUSPECT or bool(checks.check_pair(pair, _REJECTED))


def _badness(request: Request, translation: Translation) -> tuple[int, float]:
    """Orders hypotheses of one sentence; the least is the best."""
    pair = _pair(request, translation)
    chance = min(max(suspicion(pair).any, 1e-9), 1 - 1e-9)
    odds = math.log(chance / (1 - chance))
    worst = max((f.severity.rank for f in checks.check_pair(pair, _REJECTED)), default=0)
    gaps = _GAP * len(translation.left_out)
    return worst, odds - _CONFIDENCE * translation.log_probability + gaps
