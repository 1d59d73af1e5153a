"""Is one system better than another, or is it chance? Paired tests, as sacreBLEU makes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from translate.errors import CorpusError, UsageError
from translate.scores.counting import Counted, Score, known_metrics, verified

_TOKENIZED = 100  # lines that end in a full stop behind a space; sacreBLEU warns from there too
ALPHA = 0.05  # below it a difference is called significant


class Method(StrEnum):
    """A paired test; the value is what sacreBLEU's signatures call it."""

    BOOTSTRAP = "bs"
    RANDOMISATION = "ar"


@dataclass(frozen=True, slots=True)
class Chance:
    """A test's answer: how likely is so large a difference if the systems are equally good?

    difference: the system's score minus the baseline's. p_value: 0 to 1, as sacreBLEU has
    it; for two systems without any difference that is close to 0, which means nothing.
    signature: of the metric and the test.
    """

    difference: float
    p_value: float
    signature: str

    @property
    def significant(self) -> bool:
        """Whether there is a difference that chance does not explain, at the level of 5 %."""
        return self.p_value < ALPHA and self.difference != 0


@dataclass(frozen=True, slots=True)
class Standing:
    """One system under one metric. chances: against the baseline; empty for itself."""

    score: Score
    chances: Mapping[Method, Chance]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several systems on the same segments; the first is the baseline.

    systems, references: the texts as they were counted. standings: of each system, by metric
    (of ``METRICS``). counted: the metrics, for scores of groups and of single segments.
    samples: resamples and trials that were made.
    """

    systems: Mapping[str, Sequence[str]]
    references: Sequence[Sequence[str]]
    standings: Mapping[str, Mapping[str, Standing]]
    counted: Mapping[str, Counted]
    samples: Mapping[Method, int]

    @property
    def segments(self) -> int:
        """How many there are."""
        return len(self.references[0])

    @property
    def baseline(self) -> str:
        """The name of the first system."""
        return next(iter(self.systems))

    @property
    def doubts(self) -> list[str]:
        """What a reader of the scores should know before, one line each."""
        found = []
        if self.segments == 1:
            found.append("one segment cannot be resampled: no intervals, no tests")
        for name, lines in self.systems.items():
            if (count := sum(line.endswith(" .") for line in lines)) >= _TOKENIZED:
                found.append(
                    f"{name}: {count} lines end in “ .”; it looks tokenized, which changes the "
                    "scores: detokenize it first"
                )
        return found


def compare(
    systems: Mapping[str, Sequence[str]],
    references: Sequence[Sequence[str]],
    *,
    metrics: Sequence[str],
    bootstrap: int = 1000,
    trials: int = 10_000,
) -> Comparison:
    """Score ``systems`` by name, and test each against the first.

    bootstrap: resamples for intervals and for the paired bootstrap (Koehn 2004). trials: of
    the paired approximate randomisation (Riezler and Maxwell 2005). 0 for none of either; a
    single segment gets none of either. Seeds and p-values are those of ``sacrebleu
    --paired-bs`` and ``--paired-ar``.
    Raises CorpusError for texts that do not fit each other, UsageError for wrong settings.
    """
    known_metrics(metrics)
    if bootstrap == 1:
        raise UsageError("one resample gives no interval; take 1000, or 0 for none")
    if bootstrap < 0 or trials < 0:
        raise UsageError("resamples and trials cannot be fewer than 0")
    if not systems:
        raise CorpusError("no translations to score; give at least one system")
    texts: dict[str, list[str]] = {}
    for name, lines in systems.items():
        try:
            texts[name], sets = verified(lines, references)
        except CorpusError as error:
            raise CorpusError(f"{name}: {error}") from error
    if len(sets[0]) == 1:
        bootstrap = trials = 0
    counted = {metric: Counted(metric, sets) for metric in metrics}
    samples = {Method.BOOTSTRAP: bootstrap, Method.RANDOMISATION: trials}
    tests = {method: _test(texts, counted, method, size) for method, size in samples.items()}
    standings = {
        name: {
            metric: _standing(
                counts.corpus(lines, bootstrap=0 if tests[Method.BOOTSTRAP] else bootstrap),
                {method: results[name, metric] for method, results in tests.items() if results},
            )
            for metric, counts in counted.items()
        }
        for name, lines in texts.items()
    }
    return Comparison(texts, sets, standings, counted, samples)


@dataclass(frozen=True, slots=True)
class _Result:
    """What a test says of a system: its chance (None for the first) and its interval."""

    chance: Chance | None
    interval: tuple[float, float] | None
    signature: str


def _standing(score: Score, results: Mapping[Method, _Result]) -> Standing:
    """``score``, with the interval of the paired bootstrap if there was one."""
    if drawn := results.get(Method.BOOTSTRAP):
        score = replace(score, interval=drawn.interval, signature=drawn.signature)
    chances = {method: result.chance for method, result in results.items() if result.chance}
    return Standing(score, chances)


def _test(
    systems: Mapping[str, Sequence[str]],
    counted: Mapping[str, Counted],
    method: Method,
    samples: int,
) -> dict[tuple[str, str], _Result]:
    """The results of each system under each metric; none without a second system."""
    if not samples or len(systems) == 1:
        return {}
    from sacrebleu.significance import PairedTest, Result

    metrics = {name: counts.metric for name, counts in counted.items()}
    test = PairedTest(
        list(systems.items()), metrics, None, test_type=method.value, n_samples=samples
    )
    signatures, answers = test()
    found = {}
    for metric, (shown, signature) in zip(counted, signatures.items(), strict=True):
        results = [answer for answer in answers[shown] if isinstance(answer, Result)]
        for name, answer in zip(systems, results, strict=True):
            chance = interval = None
            if answer.p_value is not None:
                difference = float(answer.score) - float(results[0].score)
                chance = Chance(difference, float(answer.p_value), signature.format())
            if answer.mean is not None and answer.ci is not None:
                middle, half = float(answer.mean), float(answer.ci)
                interval = (middle - half, middle + half)
            found[name, metric] = _Result(chance, interval, signature.format())
    return found
