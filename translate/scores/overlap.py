"""Scores by overlap with reference translations: BLEU, chrF and TER, as sacreBLEU counts them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translate.errors import CorpusError, UsageError

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

METRICS = ("bleu", "chrf", "chrf++", "ter")


@dataclass(frozen=True, slots=True)
class Score:
    """One number, and the signature that says how to get it again.

    name: as sacreBLEU prints it (``BLEU``, ``chrF2``). value: 0 to 100; TER may exceed it,
    and less is better there. interval: 95 % confidence by bootstrap resampling, the mean of
    the resamples plus and minus sacreBLEU's half width. detail: BLEU's n-gram precisions.
    """

    name: str
    value: float
    signature: str
    interval: tuple[float, float] | None = None
    detail: str = ""

    def format(self, width: int = 1) -> str:
        """The line that ``sacrebleu --format text --width WIDTH`` prints."""
        text = f"{self.name}|{self.signature} = {self.value:.{width}f}"
        low, high = self.interval or (0.0, 0.0)
        if low + high > 0:
            text += f" (μ = {(low + high) / 2:.{width}f} ± {(high - low) / 2:.{width}f})"
        return f"{text} {self.detail}" if self.detail else text

    def __str__(self) -> str:
        return self.format()


def overlap(
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    *,
    metrics: Sequence[str] = ("bleu", "chrf", "ter"),
    bootstrap: int = 0,
) -> list[Score]:
    """Corpus scores of ``hypotheses``, one for each of ``metrics`` and in their order.

    The same numbers and signatures as the ``sacrebleu`` command (Post 2018, "A Call for
    Clarity in Reporting BLEU Scores"); like it, this ignores white space at line ends.

    references: one or more full sets, each as long as ``hypotheses``. metrics: of
    ``METRICS``. bootstrap: resamples for the confidence interval, 0 for none.
    Raises CorpusError for texts that do not fit each other, UsageError for an unknown metric
    or a single resample.
    """
    if unknown := [name for name in metrics if name not in METRICS]:
        raise UsageError(f"unknown metric {unknown[0]!r}; choose from {', '.join(METRICS)}")
    if bootstrap < 0 or bootstrap == 1:
        raise UsageError(f"{bootstrap} resamples give no interval; take 1000, or 0 for none")
    _verify(hypotheses, references, bootstrap=bootstrap)
    hypotheses = [line.rstrip() for line in hypotheses]
    references = [[line.rstrip() for line in lines] for lines in references]
    return [_score(_makers()[name](), hypotheses, references, bootstrap) for name in metrics]


def _verify(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], *, bootstrap: int
) -> None:
    if not references:
        raise CorpusError(f"{len(hypotheses)} hypotheses but no references; give at least one set")
    for number, lines in enumerate(references, start=1):
        name = "references" if len(references) == 1 else f"references in set {number}"
        empty = next((i for i, line in enumerate(lines, start=1) if not line.strip()), None)
        hint = f" (the first empty reference is line {empty})" if empty else ""
        counts = f"{len(hypotheses)} hypotheses, {len(lines)} {name}"
        if len(hypotheses) != len(lines):
            raise CorpusError(f"{counts}{hint}: each hypothesis needs its line")
        if not lines:
            raise CorpusError(f"{counts}: nothing to score")
        if empty:
            raise CorpusError(f"{counts}: line {empty} of the {name} is empty; fill or drop it")
    if bootstrap and len(hypotheses) == 1:
        raise CorpusError("one segment cannot be resampled; score it without bootstrap")


def _makers() -> "dict[str, Callable[[], Metric]]":
    """The metrics in the settings of the ``sacrebleu`` command."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return {
        "bleu": BLEU,
        "chrf": CHRF,
        "chrf++": lambda: CHRF(word_order=2),
        "ter": TER,
    }


def _score(
    metric: "Metric",
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    bootstrap: int,
) -> Score:
    result = metric.corpus_score(hypotheses, references, n_bootstrap=max(bootstrap, 1))
    interval = None
    if bootstrap:
        # sacreBLEU keeps the mean and the half width in attributes without a public name.
        middle, half = float(result._mean), float(result._ci)  # noqa: SLF001
        interval = (middle - half, middle + half)
    signature = metric.get_signature().format()
    return Score(result.name, float(result.score), signature, interval, result._verbose)  # noqa: SLF001
