"""What sacreBLEU's metrics count, segment by segment, so that nothing is counted twice."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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


class Counted:
    """One metric over one set of references; each system's output is counted once.

    The same numbers and signatures as the ``sacrebleu`` command (Post 2018, "A Call for
    Clarity in Reporting BLEU Scores"). Pass texts that ``verified`` has returned.
    """

    def __init__(self, name: str, references: Sequence[Sequence[str]]) -> None:
        self.metric = _makers()[name](references)
        count = self.metric._extract_corpus_statistics  # noqa: SLF001
        known: dict[tuple[str, ...], Any] = {}

        def remembered(hypotheses: Sequence[str], _: object = None) -> Any:
            key = tuple(hypotheses)
            if key not in known:
                known[key] = count(hypotheses, None)
            return known[key]

        self._count: Callable[[Sequence[str]], Any] = remembered
        # sacreBLEU's tests ask the metric for its counts: they get the known ones.
        setattr(self.metric, "_extract_corpus_statistics", remembered)  # noqa: B010

    def corpus(self, hypotheses: Sequence[str], *, bootstrap: int = 0) -> Score:
        """The score of all segments; ``bootstrap`` resamples for its interval, 0 for none."""
        result = self._scored(hypotheses, max(bootstrap, 1))
        interval = None
        if bootstrap:
            # sacreBLEU keeps the mean and the half width in attributes without a public name.
            middle, half = float(result._mean), float(result._ci)  # noqa: SLF001
            interval = (middle - half, middle + half)
        signature = self.metric.get_signature().format()
        self.metric.n_bootstrap = self.metric.seed = None
        return Score(result.name, float(result.score), signature, interval, result._verbose)  # noqa: SLF001

    def group(self, hypotheses: Sequence[str], segments: Iterable[int]) -> float:
        """The corpus score of some segments, given by their numbers from 0."""
        rows = self._count(hypotheses)
        return self._compute([rows[number] for number in segments])

    def segments(self, hypotheses: Sequence[str]) -> list[float]:
        """The score of each segment, as ``sacrebleu --sentence-level`` prints it."""
        effective = getattr(self.metric, "effective_order", None)
        if effective is not None:
            setattr(self.metric, "effective_order", True)  # noqa: B010
        try:
            return [self._compute([row]) for row in self._count(hypotheses)]
        finally:
            if effective is not None:
                setattr(self.metric, "effective_order", effective)  # noqa: B010

    def _scored(self, hypotheses: Sequence[str], samples: int) -> Any:
        try:
            return self.metric.corpus_score(hypotheses, None, n_bootstrap=samples)
        except TypeError:
            # A resample without any match is a float where others are float32, and Python's
            # mean takes one kind only: the sacrebleu command stops here.
            compute = self.metric._compute_score_from_stats  # noqa: SLF001

            def as_float(counts: Any) -> Any:
                result = compute(counts)
                result.score = float(result.score)
                return result

            setattr(self.metric, "_compute_score_from_stats", as_float)  # noqa: B010
            try:
                return self.metric.corpus_score(hypotheses, None, n_bootstrap=samples)
            finally:
                delattr(self.metric, "_compute_score_from_stats")

    def _compute(self, rows: list[Any]) -> float:
        return float(self.metric._aggregate_and_compute(rows).score)  # noqa: SLF001


def verified(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]]
) -> tuple[list[str], list[list[str]]]:
    """Both without white space at line ends, which the ``sacrebleu`` command ignores too.

    Raises CorpusError for texts that do not fit each other and for empty references.
    """
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
            raise CorpusError(f"line {empty} of the {name} is empty; fill or drop it")
    return (
        [line.rstrip() for line in hypotheses],
        [[line.rstrip() for line in lines] for lines in references],
    )


def known_metrics(names: Sequence[str]) -> None:
    """Raise UsageError for a name that is none of ``METRICS``."""
    if unknown := [name for name in names if name not in METRICS]:
        raise UsageError(f"unknown metric {unknown[0]!r}; choose from {', '.join(METRICS)}")


def _makers() -> "dict[str, Callable[[Sequence[Sequence[str]]], Metric]]":
    """The metrics in the settings of the ``sacrebleu`` command."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return {
        "bleu": lambda references: BLEU(references=references, force=True),  # no warning of its own
        "chrf": lambda references: CHRF(references=references),
        "chrf++": lambda references: CHRF(word_order=2, references=references),
        "ter": lambda references: TER(references=references),
    }
