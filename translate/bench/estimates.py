"""How good each system's translations are without a reference, by one model for all of them."""

from collections.abc import Mapping, Sequence

from translate.bench.breakdown import by_document
from translate.engines import Engine
from translate.estimating import own_translations
from translate.scores.estimate import estimates


def mean_estimates(
    systems: Mapping[str, Sequence[str]],
    sources: Sequence[str],
    documents: Sequence[str],
    engine: Engine,
) -> dict[str, float]:
    """The mean over all segments of each system's estimates, 0 to 100.

    documents: of each segment; what is all of one is one document. ``engine`` translates the
    sources once to compare. A system that is ``engine`` itself gets more than others would.
    """
    own = own_translations(sources, engine)
    groups = [group.segments for group in by_document(documents)] or [tuple(range(len(sources)))]
    means = {}
    for name, lines in systems.items():
        total = 0.0
        for group in groups:
            pairs = [(sources[n], lines[n]) for n in group]
            mine = [own.get(source) for source, _ in pairs]
            total += sum(estimates(pairs, engine.score(pairs), mine))
        means[name] = total / len(sources)
    return means
