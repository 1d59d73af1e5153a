"""Scores by overlap with reference translations: BLEU, chrF and TER, as sacreBLEU counts them."""

from collections.abc import Sequence

from translate.errors import CorpusError, UsageError
from translate.scores.counting import METRICS, Counted, Score, known_metrics, verified

__all__ = ["METRICS", "Score", "overlap"]


def overlap(
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    *,
    metrics: Sequence[str] = ("bleu", "chrf", "ter"),
    bootstrap: int = 0,
) -> list[Score]:
    """Corpus scores of ``hypotheses``, one for each of ``metrics`` and in their order.

    references: one or more full sets, each as long as ``hypotheses``. metrics: of
    ``METRICS``. bootstrap: resamples for the confidence interval, 0 for none.
    Raises CorpusError for texts that do not fit each other, UsageError for an unknown metric
    or a single resample.
    """
    known_metrics(metrics)
    if bootstrap < 0 or bootstrap == 1:
        raise UsageError(f"{bootstrap} resamples give no interval; take 1000, or 0 for none")
    lines, sets = verified(hypotheses, references)
    if bootstrap and len(lines) == 1:
        raise CorpusError("one segment cannot be resampled; score it without bootstrap")
    return [Counted(name, sets).corpus(lines, bootstrap=bootstrap) for name in metrics]
