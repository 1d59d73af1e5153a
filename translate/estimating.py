"""Estimates for a finished document: its sentences as the engine's model sees them."""

from collections.abc import Sequence
from dataclasses import replace

from translate import segmenting
from translate.engines import Engine
from translate.results import DocumentResult, Translation
from translate.scores.estimate import estimates


def with_estimates(result: DocumentResult, engine: Engine) -> DocumentResult:
    """``result`` with an estimate for each translated sentence, whoever translated it.

    The engine scores the document's sentences in one call, so that a document's estimates do
    not depend on the documents beside it; where it did not translate them, it does so now, to
    compare. What is copied through (symbols, numbers) has none. A model finds what it said
    itself probable: its own translations get more than others'.
    """
    places = [
        index
        for index, segment in enumerate(result.segments)
        if segmenting.is_translatable(segment.source)
    ]
    known = [result.segments[index] for index in places]
    pairs = [(segment.source, segment.target) for segment in known]
    made = own_translations([s.source for s in known if s.log_probability is None], engine)
    own = [
        made.get(segment.source)
        if segment.log_probability is None
        else Translation(segment.target, segment.log_probability, 0)
        for segment in known
    ]
    segments = list(result.segments)
    for index, value in zip(places, estimates(pairs, engine.score(pairs), own), strict=True):
        segments[index] = replace(segments[index], estimate=value)
    return replace(result, segments=tuple(segments))


def own_translations(sources: Sequence[str], engine: Engine) -> dict[str, Translation]:
    """What ``engine`` makes of each different source; of those that are not too long for it."""
    fit = [text for text in dict.fromkeys(sources) if engine.length(text) <= engine.limit]
    return dict(zip(fit, engine.translate(fit), strict=True))
