"""Weights of the estimate, and cross-validation that keeps what is judged apart from them."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from translate.scores.estimate import ALARM, FEAR
from translate.scores.signals import NAMES

Array = NDArray[np.float64]
Places = NDArray[np.int64]

QUALITY = ("ease", "length", "capitals", "fullness", "astray", "distance", "shortness")
FEARED = ("certainty", "surprises", "closeness", "shortness", "repeats", "loops")
WITHIN = 0.2  # what differences between sentences count, by those between translations of one
RIDGE = 0.1
FOLDS = 5


def within(values: Array, groups: Places) -> Array:
    """``values`` less the mean of their group."""
    counts = np.bincount(groups)
    sums = np.zeros((len(counts), *values.shape[1:]))
    np.add.at(sums, groups, values)
    means = sums / np.maximum(counts, 1).reshape(-1, *[1] * (values.ndim - 1))
    return np.asarray(values - means[groups])


def fit_quality(x: Array, z: Array, sentence: Places) -> Array:
    """Ridge weights that count differences inside a sentence more than those between."""
    inside, inside_z = within(x, sentence), within(z, sentence)
    outside, outside_z = x - inside, z - inside_z
    gram = inside.T @ inside + WITHIN * outside.T @ outside
    right = inside.T @ inside_z + WITHIN * outside.T @ outside_z
    ridge = RIDGE * np.trace(gram) / len(gram) * np.eye(len(gram))
    return np.asarray(np.linalg.solve(gram + ridge, right))


def fit_alarm(x: Array, label: Array) -> Array:
    """Weights and intercept of a logistic regression (Newton's method, ridge 0.001)."""
    inputs = np.c_[x, np.ones(len(x))]
    ridge = 1e-3 * np.diag([1.0] * x.shape[1] + [0.0])
    weights = np.zeros(inputs.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chance - label) / len(x) + ridge @ weights
        curve = (inputs * (chance * (1 - chance))[:, None]).T @ inputs / len(x) + ridge
        weights -= np.linalg.solve(curve, slope)
    return weights


def parts(names: Sequence[str], seed: int) -> Places:
    """A part for each different name, 0 to FOLDS - 1, at random."""
    different, place = np.unique(np.array(names), return_inverse=True)
    return np.asarray((np.random.default_rng(seed).permutation(len(different)) % FOLDS)[place])


def unseen(
    rows: Sequence[dict[str, str]], x: Array, z: Array, pairs: Places, seed: int
) -> tuple[Array, Array]:
    """The quality of each row, and by how much the better of each pair exceeds the worse.

    Both are in spreads of the quality.

    The weights for a row saw neither its document nor its system; those for a pair of rows,
    one model for both, neither their document nor any of their two systems.
    """
    documents = parts([row["docid"] for row in rows], seed)
    systems = parts([row["system"] for row in rows], seed + 1)
    sentence = np.unique([row["sid"] for row in rows], return_inverse=True)[1]
    better, worse = pairs.T
    values, gaps = np.zeros(len(rows)), np.zeros(len(pairs))
    for document, one, two in _held_out():
        learn = (documents != document) & (systems != one) & (systems != two)
        weights = fit_quality(x[learn], z[learn], sentence[learn])
        weights /= (x[learn] @ weights).std()
        if one == two:
            judge = (documents == document) & (systems == one)
            values[judge] = x[judge] @ weights
        low = np.minimum(systems[better], systems[worse])
        high = np.maximum(systems[better], systems[worse])
        judge = (documents[better] == document) & (low == one) & (high == two)
        gaps[judge] = (x[better[judge]] - x[worse[judge]]) @ weights
    return values, gaps


def unseen_alarm(rows: Sequence[dict[str, str]], x: Array, label: Array, seed: int) -> Array:
    """The log-odds of each row by weights that did not see its source."""
    place = parts([row["src"] for row in rows], seed)
    found = np.zeros(len(rows))
    for part in range(FOLDS):
        learn = place != part
        weights = fit_alarm(x[learn], label[learn])
        found[~learn] = x[~learn] @ weights[:-1] + weights[-1]
    return found


def quality_weights(rows: Sequence[dict[str, str]], x: Array) -> dict[str, float]:
    """Fitted to all human scores, in units of the quality's spread."""
    standard, centre, scale = standardised(x, QUALITY)
    sentence = np.unique([row["sid"] for row in rows], return_inverse=True)[1]
    weights = fit_quality(standard, human(rows), sentence)
    return natural(QUALITY, weights / (standard @ weights).std(), centre, scale)


def alarm_weights(rows: Sequence[dict[str, str]], x: Array) -> dict[str, float]:
    """Fitted to all labels."""
    standard, centre, scale = standardised(x, FEARED)
    weights = fit_alarm(standard, np.array([float(row["hallucination"]) for row in rows]))
    found = natural(FEARED, weights[:-1], centre, scale)
    found["constant"] = float(f"{found['constant'] + weights[-1]:.4g}")
    return found


def standardised(x: Array, names: Sequence[str]) -> tuple[Array, Array, Array]:
    """The signals ``names`` with mean 0 and spread 1, and the means and spreads they had."""
    own = x[:, column(names)]
    centre, scale = own.mean(0), own.std(0)
    return (own - centre) / scale, centre, scale


def human(rows: Sequence[dict[str, str]]) -> Array:
    """People's scores, less the mean and by the spread of whoever gave them."""
    return np.array([float(row["z"]) for row in rows])


def natural(names: Sequence[str], weights: Array, centre: Array, scale: Array) -> dict[str, float]:
    """Weights of standardised signals as weights of the signals themselves, and a constant."""
    own = weights / scale
    found = {name: float(f"{value:.4g}") for name, value in zip(names, own, strict=True)}
    return {"constant": float(f"{-own @ centre:.4g}"), **found}


def _held_out() -> Iterator[tuple[int, int, int]]:
    """A part of the documents and two of the systems, or one of these twice."""
    for document in range(FOLDS):
        for one in range(FOLDS):
            for two in range(one, FOLDS):
                yield document, one, two


def column(names: Sequence[str]) -> list[int]:
    """Where ``names`` stand in a matrix of signals."""
    return [NAMES.index(name) for name in names]


def linear(x: Array, weights: dict[str, float]) -> Array:
    """What a model of the estimate says of each row of signals."""
    names = [name for name in weights if name != "constant"]
    return np.asarray(x[:, column(names)] @ [weights[name] for name in names] + weights["constant"])


def fear(alarm: Array) -> Array:
    """What an alarm takes off the quality."""
    return np.asarray(FEAR * np.logaddexp(0, alarm - ALARM))
