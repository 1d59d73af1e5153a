"""How good a translation is, 0 to 100, without a reference.

Two linear models over the same ``Signals``, with their weights in ``estimate.json``:

quality: fitted on human judgement of news translations (newstest2021). In units of its own
    spread there, so that 50 is the middle of what WMT 2021's systems made, 84 one spread above.
    Most of it is how hard the source is: that is what people's scores differ by most.
alarm: the log-odds that the translation is a hallucination (detached from its source, looping
    or with much left out), fitted on labelled ones. News systems make few of them, so quality
    alone would not learn to fear them; above ``ALARM`` each unit takes ``FEAR`` off the quality.

``python -m benchmarks.estimate DATA --fit`` writes the weights and says how far the estimate
agrees with people, cross-validated.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from math import exp, log1p
from statistics import NormalDist

from translate.embedding import cosines
from translate.results import EngineInfo, Forced, Translation
from translate.scores.signals import Signals, fullness, signals

ALARM = -1.0  # log-odds: a chance of 27 %
FEAR = 4.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What the signals count.

    model: hash of the model whose log-probabilities they were fitted to. quality, alarm: a
    weight for each signal that counts, in its own unit, and a ``constant``.
    """

    model: str
    quality: Mapping[str, float]
    alarm: Mapping[str, float]

    def fit(self, info: EngineInfo) -> bool:
        """Whether they were fitted to the model of ``info``; any other shifts the estimate."""
        return info.model.endswith(f"@{self.model}")


@cache
def weights() -> Weights:
    """Those that come with the package."""
    data = json.loads(files("translate.scores").joinpath("estimate.json").read_text("utf-8"))
    return Weights(data["model"], data["quality"], data["alarm"])


def estimate(found: Signals, by: Weights | None = None) -> float:
    """The estimate for one translation, 0 to 100, in steps of 0.1."""
    by = by or weights()
    values = asdict(found)
    alarm = _linear(by.alarm, values) - ALARM
    fear = FEAR * (max(alarm, 0.0) + log1p(exp(-abs(alarm))))  # softplus: 0 far below ALARM
    return round(100 * NormalDist().cdf(_linear(by.quality, values) - fear), 1)


def estimates(
    pairs: Sequence[tuple[str, str]],
    forced: Sequence[Forced],
    own: Sequence[Translation | None],
) -> list[float]:
    """The estimate of each (source, translation) of one document; nothing said is worth 0.

    forced: the pairs' forced scores (``Engine.score``). own: what the same engine makes of
    each source; None where it can make nothing, which then tells nothing. Sentence vectors
    are computed here.
    """
    compared = [(pair[1], mine.text) for pair, mine in zip(pairs, own, strict=True) if mine]
    full = fullness([said for said, _ in compared], [mine for _, mine in compared])
    found = []
    for (source, target), score, mine, cosine in zip(
        pairs, forced, own, cosines(pairs), strict=True
    ):
        ease = mine.log_probability if mine else score.mean
        seen = signals(source, target, score, closeness=cosine, ease=ease, fullness=full)
        found.append(estimate(seen) if target.strip() else 0.0)
    return found


def _linear(weighed: Mapping[str, float], values: Mapping[str, float]) -> float:
    return weighed["constant"] + sum(
        weight * values[name] for name, weight in weighed.items() if name != "constant"
    )
