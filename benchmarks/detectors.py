"""How well bad translations are told from good ones, on labelled data.

    python -m benchmarks.detectors QE [--model embedded]
    python -m benchmarks.detectors QE --fit

QE is a folder with ``hallucination.de-en.guerreiro2023.dev.tsv.gz`` (1,692 translations by a
WMT18 system, labelled by people) and ``wmt22-ced.en-de.dev.tsv.gz`` (17,280 pairs, of which 951
have a critical error; read as German to English). For each detector stand the area under the ROC
curve for any hallucination and for each kind, and the precision where 90 % of the hallucinations
are found. A kind is told from the pairs without any labelled error. Everything that is fitted is
fitted on four fifths of a set and measured on the other fifth. ``--model`` adds a row with
log-probabilities by forced decoding; ``--fit`` prints the product's weights, fitted on all of
the first set.
"""

import argparse
import csv
import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.measures import auroc, mcc
from translate.checks import Pair, check_pair, measured
from translate.checks.suspicion import KINDS, signals, suspicion
from translate.engines import load_engine, locate
from translate.files import cache_folder
from translate.findings import Severity

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

FOLDS = 5
USED = {
    "detached": ("distance", "loop", "long"),
    "loop": ("loop", "distance"),
    "omission": ("short", "unfinished", "lost"),
    "name": ("names", "numbers", "distance", "unknown"),
}
FORCED = {"detached": ("mean",), "loop": (), "omission": ("end",), "name": ("worst",)}
LABELS = {
    "any": ("hallucination",),
    "fully": ("full_unsupport",),
    "strongly": ("strong_unsupport",),
    "loops": ("repetitions",),
    "omission": ("omission",),
    "names": ("named_entities",),
}
KIND_LABELS = {
    "detached": ("full_unsupport", "strong_unsupport"),
    "loop": ("repetitions",),
    "omission": ("omission",),
    "name": ("named_entities",),
}


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a packed table."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def precision(scores: Floats, positive: Flags, recall: float = 0.9) -> float:
    """In percent, where ``recall`` of the positives are found."""
    found = np.cumsum(positive[np.argsort(-scores, kind="stable")])
    place = int(np.searchsorted(found, recall * positive.sum()))
    return float(100 * found[place] / (place + 1))


def fit(features: Floats, truth: Flags) -> Floats:
    """Bias and weights of a logistic regression with a light ridge, by Newton's method."""
    inputs = np.c_[np.ones(len(features)), features]
    ridge = np.diag([0.0, *0.5 * features.var(0) + 1e-3])
    weights = np.zeros(inputs.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chance - truth) + ridge @ weights
        bend = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


def apply(features: Floats, weights: Floats) -> Floats:
    """Probabilities."""
    chances: Floats = 1 / (1 + np.exp(-(weights[0] + features @ weights[1:])))
    return chances


def folds(rows: int) -> NDArray[np.int64]:
    """The fold of each row."""
    return np.random.default_rng(0).permutation(rows) % FOLDS


def held_out(features: Floats, truth: Flags, fitted: Flags) -> Floats:
    """Probability of each row by weights fitted on the other folds, where ``fitted`` allows."""
    fold = folds(len(truth))
    found = np.empty(len(truth))
    for number in range(FOLDS):
        train = (fold != number) & fitted
        found[fold == number] = apply(features[fold == number], fit(features[train], truth[train]))
    return found


def columns(rows: Sequence[dict[str, float]], names: Sequence[str]) -> Floats:
    """Signals as a matrix."""
    return np.array([[row[name] for name in names] for row in rows])


def labels(rows: Sequence[dict[str, str]], names: Sequence[str]) -> Flags:
    """Where any of the columns ``names`` is set."""
    return np.array([any(row[name] == "1" for name in names) for row in rows])


def hallucinations(folder: Path, model: str | None, *, only_fit: bool) -> None:
    """The table of the first set, or the weights."""
    rows = read(folder / "hallucination.de-en.guerreiro2023.dev.tsv.gz")
    bare = [Pair(row["src"], row["mt"]) for row in rows]
    embedded = measured(bare, thorough=True)
    pairs = measured(bare)
    found = [signals(pair) for pair in pairs]
    clean = ~labels(rows, [name for names in LABELS.values() for name in names])
    truths = {kind: labels(rows, names) for kind, names in KIND_LABELS.items()}
    if only_fit:
        print("kind\tsignal\tweight")
        for kind, names in USED.items():
            fitted = truths[kind] | clean
            weights = fit(columns(found, names)[fitted], truths[kind][fitted])
            for name, weight in zip(("bias", *names), weights, strict=True):
                print(f"{kind}\t{name}\t{weight:.3f}")
        return
    heads = {
        kind: held_out(columns(found, USED[kind]), truths[kind], truths[kind] | clean)
        for kind in KINDS
    }
    detectors = {
        "embedding": np.array([-(pair.cosine or 0.0) for pair in embedded]),
        "embedding, by length": columns([signals(p) for p in embedded], ["distance"])[:, 0],
        "  where words differ": columns(found, ["distance"])[:, 0],
        "length": columns(found, ["short"])[:, 0],
        "repeated strings": columns(found, ["loop"])[:, 0],
        **{f"  {kind}": values for kind, values in heads.items()},
        "combined": together(heads),
        "combined, in-sample": np.array([suspicion(pair).any for pair in pairs]),
    }
    if model:
        forced = forced_signals(model, pairs)
        detectors["log-probability"] = columns(forced, ["mean"])[:, 0]
        detectors["  of the worst token"] = columns(forced, ["worst"])[:, 0]
        detectors["  of the end"] = columns(forced, ["end"])[:, 0]
        both = [left | right for left, right in zip(found, forced, strict=True)]
        heads = {
            kind: held_out(
                columns(both, (*USED[kind], *FORCED[kind])), truths[kind], truths[kind] | clean
            )
            for kind in KINDS
        }
        detectors |= {f"  both, {kind}": values for kind, values in heads.items()}
        detectors["both, combined"] = together(heads)
    print(f"hallucinations: {len(rows)} pairs, {int(clean.sum())} without a labelled error")
    print(f"{'AUROC (held out)':<24}" + "".join(f"{n:>10}" for n in LABELS) + f"{'P@R90':>10}")
    for name, scores in detectors.items():
        values = [
            auroc(scores, truth, ~truth if label == "any" else clean)
            for label, names in LABELS.items()
            for truth in [labels(rows, names)]
        ]
        values.append(precision(scores, labels(rows, LABELS["any"])))
        print(f"{name:<24}" + "".join(f"{value:10.1f}" for value in values), flush=True)


def together(heads: dict[str, Floats]) -> Floats:
    """The probability of any kind, as in the product."""
    rest: Floats = np.prod([1 - values for values in heads.values()], axis=0)
    return 1 - rest


def forced_signals(model: str, pairs: Sequence[Pair]) -> list[dict[str, float]]:
    """What ``model`` says by forced decoding: minus log-probabilities."""
    engine = load_engine(locate(model), cache=cache_folder())
    forced = engine.score([(pair.source, pair.target) for pair in pairs])
    return [
        {"mean": -row.mean, "worst": -row.lowest, "end": -row.log_probabilities[-1]}
        for row in forced
    ]


def critical_errors(folder: Path) -> None:
    """The table of the second set: source and target change places."""
    rows = read(folder / "wmt22-ced.en-de.dev.tsv.gz")
    truth = np.array([row["label"] == "BAD" for row in rows])
    pairs = measured([Pair(row["mt"], row["src"]) for row in rows], thorough=True)
    findings = [check_pair(pair) for pair in pairs]
    major = np.array([any(f.severity.rank >= Severity.MAJOR.rank for f in g) for g in findings])
    codes = sorted({f.code for group in findings for f in group})
    found = np.array([[float(any(f.code == c for f in g)) for c in codes] for g in findings])
    values = np.c_[found, columns([signals(pair) for pair in pairs], list(signals(pairs[0])))]
    cosine = np.array([[-(pair.cosine or 0.0)] for pair in pairs])
    print(f"\ncritical errors: {len(rows)} pairs, {int(truth.sum())} bad\nMCC (held out)")
    print(f"{'embedding':<34}{held_out_mcc(cosine, truth):.3f}")
    print(f"{'a pair finding of major or worse':<34}{mcc(major, truth):.3f} (nothing is fitted)")
    print(f"{'findings, embedding, length':<34}{held_out_mcc(values, truth):.3f}")


def held_out_mcc(features: Floats, truth: Flags) -> float:
    """MCC with the threshold that is best on the other folds."""
    fold = folds(len(truth))
    guess = np.zeros(len(truth), bool)
    for number in range(FOLDS):
        train, test = fold != number, fold == number
        weights = fit(features[train], truth[train])
        chances = apply(features[train], weights)
        bounds = np.quantile(chances, np.linspace(0.8, 0.995, 79))
        best: Any = max(bounds, key=lambda bound: mcc(chances > bound, truth[train]))
        guess[test] = apply(features[test], weights) > best
    return mcc(guess, truth)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", help="also by log-probabilities of this model")
    parser.add_argument("--fit", action="store_true", help="print weights for the product")
    options = parser.parse_args()
    hallucinations(options.folder, options.model, only_fit=options.fit)
    if not options.fit:
        critical_errors(options.folder)


if __name__ == "__main__":
    main()
