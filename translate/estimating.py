"""Estimates for a finished document: its sentences as the engine's model sees them."""

from dataclasses import replace

from translate import segmenting
from translate.engines import Engine
from translate.results import DocumentResult
from translate.scores.estimate import estimates


def with_estimates(result: DocumentResult, engine: Engine) -> DocumentResult:
    """``result`` with an estimate for each translated sentence, whoever translated it.

    The engine scores the document's sentences in one call, so that a document's estimates do
    not depend on the documents beside it. What is copied through (symbols, numbers) has none.
    A model finds what it said itself probable: its own translations get more than others'.
    """
    places = [
        index
        for index, segment in enumerate(result.segments)
        if segmenting.is_translatable(segment.source)
    ]
    pairs = [(result.segments[index].source, result.segments[index].target) for index in places]
    segments = list(result.segments)
    for index, value in zip(places, estimates(pairs, engine.score(pairs)), strict=True):
        segments[index] = replace(segments[index], estimate=value)
    return replace(result, segments=tuple(segments))
