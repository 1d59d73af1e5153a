"""How far the reference-free estimate agrees with people; with --fit, its weights.

    python -m benchmarks.estimate DATA
    python -m benchmarks.estimate DATA --fit
    python -m benchmarks.estimate DATA --model FOLDER --cache FOLDER

DATA holds two tables, tab-separated and gzipped:

da/newstest2021.de-en.da.tsv.gz: human judgement of WMT 2021's systems; columns system, docid,
    sid, source, refA, hypothesis, raw (0-100) and z. The system HUMAN is left out.
qe/hallucination.de-en.guerreiro2023.dev.tsv.gz: translations labelled by Guerreiro et al.
    (2023); columns src, mt, hallucination and one for each kind.

Quality is fitted and judged by cross-validation, 5 parts of the documents by 5 parts of the
systems: the rows that are judged share neither document nor system with those that were fitted
to. Signals are centred on their mean over all rows, human scores not at all: an intercept would
tell how good the systems are that a fold does not hold. The alarm is judged by 5-fold
cross-validation over source sentences. --fit then fits both on everything and writes
translate/scores/estimate.json.

daRR: pairs of different translations of one sentence whose raw scores differ by 25 or more;
tau is (agreeing - disagreeing) / all. AUROC: how often a hallucination gets the lower score.
Baselines that see a reference are marked.
"""

import argparse
import csv
import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import translate.scores
from benchmarks.measures import agreement, auroc, better_pairs
from translate.api import CACHE
from translate.embedding import cosines
from translate.engines import EMBEDDED, Engine, load_engine, locate
from translate.files import write_atomic
from translate.results import Forced
from translate.scores.estimate import ALARM
from translate.scores.signals import NAMES, signals

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

QUALITY = (
    *("certainty", "surprises", "closeness", "fullness", "length", "word_length"),
    *("capitals", "target_capitals"),
)
FEARED = ("certainty", "surprises", "closeness", "shortness", "repeats", "loops")
KINDS = (
    *("hallucination", "repetitions", "named_entities", "omission"),
    *("strong_unsupport", "full_unsupport"),
)
WITHIN = 0.3  # what differences between sentences count, by those between translations of one
RIDGE = 0.1
CHUNK = 500
FOLDS = 5


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a gzipped table without quoting."""
    csv.field_size_limit(2**31 - 1)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


Measured = dict[tuple[str, str], tuple[Forced, float]]


def measure(pairs: Iterable[tuple[str, str]], engine: Engine, cache: Path | None) -> Measured:
    """Forced score and cosine of each different pair; ``cache`` keeps them between runs."""
    found: Measured = {}
    if cache and cache.is_file():
        for line in cache.read_text("utf-8").splitlines():
            source, target, values, cosine = json.loads(line)
            found[source, target] = Forced(tuple(values)), cosine
    new = [pair for pair in dict.fromkeys(pairs) if pair not in found]
    for start in range(0, len(new), CHUNK):
        chunk = new[start : start + CHUNK]
        found.update(zip(chunk, zip(engine.score(chunk), cosines(chunk), strict=True), strict=True))
        print(f"\rscored {start + len(chunk)} of {len(new)}", end="", flush=True)
    if new:
        print()
    if new and cache:
        rows = ((*pair, score.log_probabilities, cosine) for pair, (score, cosine) in found.items())
        write_atomic(cache, (json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return found


def matrix(pairs: Sequence[tuple[str, str]], measured: Measured) -> "Array":
    """The signals of ``pairs``: (pairs, NAMES)."""
    return np.array([astuple(signals(*pair, *measured[pair])) for pair in pairs])


def column(names: Sequence[str]) -> list[int]:
    """Where ``names`` stand in a matrix of signals."""
    return [NAMES.index(name) for name in names]


def within(values: "Array", groups: "NDArray[np.int64]") -> "Array":
    """``values`` less the mean of their group."""
    counts = np.bincount(groups)
    sums = np.zeros((len(counts), *values.shape[1:]))
    np.add.at(sums, groups, values)
    means = sums / np.maximum(counts, 1).reshape(-1, *[1] * (values.ndim - 1))
    return np.asarray(values - means[groups])


def fit_quality(x: "Array", z: "Array", sentence: "NDArray[np.int64]") -> "Array":
    """Ridge weights that count differences inside a sentence more than those between."""
    inside, inside_z = within(x, sentence), within(z, sentence)
    outside, outside_z = x - inside, z - inside_z
    gram = inside.T @ inside + WITHIN * outside.T @ outside
    right = inside.T @ inside_z + WITHIN * outside.T @ outside_z
    ridge = RIDGE * np.trace(gram) / len(gram) * np.eye(len(gram))
    return np.asarray(np.linalg.solve(gram + ridge, right))


def fit_alarm(x: "Array", label: "Array") -> "Array":
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


def parts(names: Sequence[str], seed: int) -> "NDArray[np.int64]":
    """A part for each different name, 0 to FOLDS - 1, at random."""
    different, place = np.unique(np.array(names), return_inverse=True)
    return np.asarray((np.random.default_rng(seed).permutation(len(different)) % FOLDS)[place])


def unseen(rows: Sequence[dict[str, str]], x: "Array", z: "Array", seed: int) -> "Array":
    """The quality of each row by weights that saw neither its document nor its system."""
    documents = parts([row["docid"] for row in rows], seed)
    systems = parts([row["system"] for row in rows], seed + 1)
    sentence = np.unique([row["sid"] for row in rows], return_inverse=True)[1]
    found = np.zeros(len(rows))
    for document in range(FOLDS):
        for system in range(FOLDS):
            learn = (documents != document) & (systems != system)
            judge = (documents == document) & (systems == system)
            found[judge] = x[judge] @ fit_quality(x[learn], z[learn], sentence[learn])
    return found


def unseen_alarm(rows: Sequence[dict[str, str]], x: "Array", label: "Array", seed: int) -> "Array":
    """The log-odds of each row by weights that did not see its source."""
    place = parts([row["src"] for row in rows], seed)
    found = np.zeros(len(rows))
    for part in range(FOLDS):
        learn = place != part
        weights = fit_alarm(x[learn], label[learn])
        found[~learn] = x[~learn] @ weights[:-1] + weights[-1]
    return found


def with_reference(rows: Sequence[dict[str, str]], score: Callable[..., object]) -> "Array":
    """A sacreBLEU sentence score of each row."""
    return np.array([score(row["hypothesis"], [row["refA"]]).score for row in rows])  # type: ignore[attr-defined]


def natural(
    names: Sequence[str], weights: "Array", centre: "Array", scale: "Array"
) -> dict[str, float]:
    """Weights of standardised signals as weights of the signals themselves, and a constant."""
    own = weights / scale
    found = {name: float(f"{value:.4g}") for name, value in zip(names, own, strict=True)}
    return {"constant": float(f"{-own @ centre:.4g}"), **found}


def main() -> None:
    """Measure, judge, and write the weights if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--fit", action="store_true", help="write translate/scores/estimate.json")
    parser.add_argument("--model", default=EMBEDDED)
    parser.add_argument("--cache", type=Path, metavar="FOLDER", help="keep forced scores there")
    parser.add_argument("--threads", type=int)
    options = parser.parse_args()
    checkpoint = locate(options.model)
    engine = load_engine(checkpoint, cache=CACHE, threads=options.threads)
    judged = table(options.data / "da/newstest2021.de-en.da.tsv.gz")
    judged = [row for row in judged if row["system"] != "HUMAN"]
    labelled = table(options.data / "qe/hallucination.de-en.guerreiro2023.dev.tsv.gz")
    news = [(row["source"], row["hypothesis"]) for row in judged]
    odd = [(row["src"], row["mt"]) for row in labelled]
    digest = checkpoint.digest[:12]
    cache = options.cache / f"forced-{digest}.jsonl" if options.cache else None
    measured = measure([*odd, *news], engine, cache)
    print(f"{engine.info.model}, {engine.info.name} {engine.info.quantisation}")

    x, z = matrix(news, measured), np.array([float(row["z"]) for row in judged])
    x_odd = matrix(odd, measured)
    labels = {kind: np.array([float(row[kind]) for row in labelled]) for kind in KINDS}
    quality = report_quality(judged, x, z, news, measured)
    alarm = report_alarm(labelled, x_odd, labels, quality, odd, measured)
    if options.fit:
        path = Path(translate.scores.__file__).parent / "estimate.json"
        data = {"model": digest, "quality": quality, "alarm": alarm}
        write_atomic(path, json.dumps(data, indent=2) + "\n")
        print(f"wrote {path}")


def report_quality(
    rows: Sequence[dict[str, str]],
    x: "Array",
    z: "Array",
    news: Sequence[tuple[str, str]],
    measured: Measured,
) -> dict[str, float]:
    """Print the agreement with people; the weights from all rows."""
    from sacrebleu import sentence_bleu, sentence_chrf

    own = x[:, column(QUALITY)]
    centre, scale = own.mean(0), own.std(0)
    standard = (own - centre) / scale
    pairs = better_pairs(rows)
    print(f"\nnewstest2021: {len(rows)} judgements, {len(pairs)} daRR pairs")
    print(f"{'':32} {'Pearson z':>9} {'daRR tau':>9}")
    singles = {
        "mean log-probability": np.array([measured[pair][0].mean for pair in news]),
        **{name: x[:, NAMES.index(name)] for name in ("certainty", "closeness", "fullness")},
        "sentence BLEU (reference)": with_reference(rows, sentence_bleu),
        "chrF2 (reference)": with_reference(rows, sentence_chrf),
    }
    found = [agreement(unseen(rows, standard, z, 2 * seed), z, pairs) for seed in range(3)]
    lines = {name: agreement(values, z, pairs) for name, values in singles.items()}
    lines["estimate, cross-validated"] = (
        float(np.mean([pearson for pearson, _ in found])),
        float(np.mean([tau for _, tau in found])),
    )
    for name, (pearson, tau) in lines.items():
        print(f"{name:32} {pearson:9.3f} {tau:9.3f}")
    sentence = np.unique([row["sid"] for row in rows], return_inverse=True)[1]
    weights = fit_quality(standard, z, sentence)
    weights /= (standard @ weights).std()
    print_weights("quality, in spreads of each signal", QUALITY, weights)
    return natural(QUALITY, weights, centre, scale)


def report_alarm(
    rows: Sequence[dict[str, str]],
    x: "Array",
    labels: "dict[str, Array]",
    quality: dict[str, float],
    odd: Sequence[tuple[str, str]],
    measured: Measured,
) -> dict[str, float]:
    """Print how well hallucinations are told apart; the weights from all rows."""
    own = x[:, column(FEARED)]
    centre, scale = own.mean(0), own.std(0)
    standard = (own - centre) / scale
    label = labels["hallucination"]
    plain = x[:, column(QUALITY)] @ [quality[name] for name in QUALITY] + quality["constant"]
    alarms = [unseen_alarm(rows, standard, label, seed) for seed in range(3)]
    columns = {
        "closeness": [x[:, NAMES.index("closeness")]],
        "mean log-probability": [np.array([measured[pair][0].mean for pair in odd])],
        "quality alone": [plain],
        "estimate, cross-validated": [plain - np.logaddexp(0, alarm - ALARM) for alarm in alarms],
    }
    print(f"\nhallucinations, dev: {len(rows)} translations; AUROC")
    print(f"{'':26} " + " ".join(f"{kind:>16}" for kind in KINDS))
    for name, tries in columns.items():
        numbers = (
            np.mean([auroc(-values, labels[kind] == 1, labels[kind] == 0) for values in tries])
            for kind in KINDS
        )
        print(f"{name:26} " + " ".join(f"{number:16.1f}" for number in numbers))
    weights = fit_alarm(standard, label)
    print_weights("alarm, in spreads of each signal", FEARED, weights[:-1])
    found = natural(FEARED, weights[:-1], centre, scale)
    found["constant"] = float(f"{found['constant'] + weights[-1]:.4g}")
    return found


def print_weights(title: str, names: Sequence[str], weights: "Array") -> None:
    """One line of weights."""
    pairs = zip(names, weights, strict=True)
    print(f"{title}: " + " ".join(f"{name} {weight:+.2f}" for name, weight in pairs))


if __name__ == "__main__":
    main()
