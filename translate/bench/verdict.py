"""The answer in a sentence: is one system better than another, and is it sure?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from translate.scores.significance import Chance, Comparison, Method


class Answer(StrEnum):
    """Better or worse beyond chance; or perhaps; or no difference at all."""

    BETTER = "better"
    WORSE = "worse"
    UNSURE = "unsure"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Verdict:
    """On one system against the baseline, by the first metric and what the others say."""

    system: str
    answer: Answer
    sentence: str


def verdicts(comparison: Comparison) -> list[Verdict]:
    """One for each system but the baseline."""
    return [
        _verdict(comparison, name) for name in comparison.systems if name != comparison.baseline
    ]


def _verdict(comparison: Comparison, system: str) -> Verdict:
    metrics = list(comparison.counted)
    gains = {metric: _gain(comparison, system, metric) for metric in metrics}
    first = metrics[0]
    gain, baseline = gains[first], comparison.baseline
    shown = comparison.standings[system][first].score.name
    if all(value == 0 for value in gains.values()):
        return Verdict(system, Answer.SAME, f"{system} and {baseline} score the same.")
    chances = list(comparison.standings[system][first].chances.values())
    size = f"{abs(gain):.1f} {shown}"
    direction = "better" if gain > 0 else "worse"
    if not chances:
        reason = (
            "one segment cannot be tested"
            if comparison.segments == 1
            else "no test was made, so it may be chance"
        )
        sentence = f"{system} scores {direction} than {baseline} by {size}; {reason}."
        return Verdict(system, Answer.UNSURE, sentence)
    values = _p_values(comparison, system, first)
    if not all(chance.significant for chance in chances):
        sentence = (
            f"{system} scores {direction} than {baseline} by {size}, "
            f"but that may be chance ({values})"
        )
        for word, sign in (("better", 1), ("worse", -1)):
            if sure := _sure(comparison, system, gains, sign):
                sentence += f"; by {_listed(sure)} it is {word} beyond chance"
        sentence += "."
        return Verdict(system, Answer.UNSURE, sentence)
    against = _sure(comparison, system, gains, -gain)
    sentence = f"{system} is {direction} than {baseline} by {size} ({values})"
    if against:
        sentence += f"; {_listed(against)} say{'s' if len(against) == 1 else ''} the opposite"
        return Verdict(system, Answer.UNSURE, f"{sentence}.")
    return Verdict(system, Answer.BETTER if gain > 0 else Answer.WORSE, f"{sentence}.")


def _sure(
    comparison: Comparison, system: str, gains: Mapping[str, float], sign: float
) -> list[str]:
    """The metrics whose gain has this ``sign`` and is none of chance by all tests."""
    return [
        standing.score.name
        for metric, standing in comparison.standings[system].items()
        if gains[metric] * sign > 0
        and all(chance.significant for chance in standing.chances.values())
    ]


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _gain(comparison: Comparison, system: str, metric: str) -> float:
    """How much better ``system`` is than the baseline; below zero where it is worse."""
    mine, base = (
        comparison.standings[name][metric].score.value for name in (system, comparison.baseline)
    )
    return base - mine if metric == "ter" else mine - base


def _p_values(comparison: Comparison, system: str, metric: str) -> str:
    names = {Method.BOOTSTRAP: "bootstrap", Method.RANDOMISATION: "randomisation"}
    chances = comparison.standings[system][metric].chances
    return ", ".join(f"p {p_value(chance)} by {names[m]}" for m, chance in chances.items())


def p_value(chance: Chance) -> str:
    """``= 0.012``; below a thousandth, ``< 0.001``; 1 where there is no difference at all."""
    value = chance.p_value if chance.difference else 1.0
    return f"= {value:.3f}" if value >= 0.001 else "< 0.001"  # noqa: PLR2004
