"""Estimates for a finished document: its sentences as the engine's model sees them."""

from collections.abc import Sequence
from dataclasses import replace

from translate import segmenting
from translate.engines import Engine
from translate.results import DocumentResult, Forced, Translation
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
    forced = engine.score(pairs)
    said = [segment.log_probability for segment in known]
    own = [
        Translation(target, value, len(score.log_probabilities))
        for (_, target), score, value in zip(pairs, forced, said, strict=True)
        if value is not None
    ]
    if len(own) < len(pairs):
        own = own_translations(pairs, forced, engine)
    segments = list(result.segments)
    for index, value in zip(places, estimates(pairs, forced, own), strict=True):
        segments[index] = replace(segments[index], estimate=value)
    return replace(result, segments=tuple(segments))


def own_translations(
    pairs: Sequence[tuple[str, str]], forced: Sequence[Forced], engine: Engine
) -> list[Translation]:
    """What ``engine`` makes of each source itself; equal sources are translated once.

    A source that is too long for it gets the given translation in place of its own.
    """
    fits = [source for source in dict.fromkeys(s for s, _ in pairs) if _fits(source, engine)]
    made = dict(zip(fits, engine.translate(fits), strict=True))
    return [
        made.get(source) or Translation(target, score.mean, len(score.log_probabilities))
        for (source, target), score in zip(pairs, forced, strict=True)
    ]


def _fits(source: str, engine: Engine) -> bool:
    return engine.length(source) <= engine.limit
