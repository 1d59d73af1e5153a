"""How far the reference-free estimate agrees with people; with --fit, its weights.

    python -m benchmarks.estimate DATA
    python -m benchmarks.estimate DATA --fit
    python -m benchmarks.estimate DATA --model FOLDER --cache FOLDER

DATA holds two tables, tab-separated and gzipped:

da/newstest2021.de-en.da.tsv.gz: human judgement of WMT 2021's systems; columns system, docid,
    sid, source, refA, hypothesis, raw (0-100) and z. The system HUMAN is left out.
qe/hallucination.de-en.guerreiro2023.dev.tsv.gz: translations labelled by Guerreiro et al.
    (2023); columns src, mt, hallucination and one for each kind.

Quality is fitted and judged by cross-validation over parts of the documents and of the systems
(5 each): a row is judged by weights that saw neither its document nor its system, a pair of rows
by weights that saw neither its document nor any of its two systems. Signals are centred on their
mean over all rows, human scores not at all: an intercept would tell how good the systems are
that a fold does not hold. The alarm is judged by 5-fold cross-validation over source sentences.
--fit then fits both on everything and writes translate/scores/estimate.json. Which signals count,
and their bounds, was chosen by these same figures.

daRR: pairs of different translations of one sentence whose raw scores differ by 25 or more;
tau is (agreeing - disagreeing) / all. System: Pearson's correlation of the means of the systems.
Document: the same of the means over the sentences of one document that one system translated.
AUROC: how often a hallucination gets the lower score. Baselines that see a reference are marked.
"""

import argparse
import csv
import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from pathlib import Path
from statistics import NormalDist

import numpy as np

import translate.scores
from benchmarks.calibration import (
    FEARED,
    QUALITY,
    Array,
    Places,
    alarm_weights,
    fear,
    human,
    linear,
    quality_weights,
    standardised,
    unseen,
    unseen_alarm,
    within,
)
from benchmarks.measures import agreement, auroc, better_pairs
from translate.embedding import cosines
from translate.engines import EMBEDDED, Engine, load_engine, locate
from translate.estimating import own_translations
from translate.files import cache_folder, write_atomic
from translate.results import Forced, Translation
from translate.scores.signals import NAMES, fullness, signals

KINDS = (
    *("hallucination", "repetitions", "named_entities", "omission"),
    *("strong_unsupport", "full_unsupport"),
)
CHUNK = 500
SEEDS = range(3)


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a gzipped table without quoting."""
    csv.field_size_limit(2**31 - 1)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


Pair = tuple[str, str]
Measured = dict[Pair, tuple[Forced, float, Translation | None]]


def measure(pairs: Iterable[Pair], engine: Engine, cache: Path | None) -> Measured:
    """Forced score, cosine and the engine's own translation of each different pair.

    ``cache`` keeps them between runs.
    """
    found: Measured = {}
    if cache and cache.is_file():
        for line in cache.read_text("utf-8").splitlines():
            source, target, values, cosine, own = json.loads(line)
            mine = Translation(own[0], own[1], 0) if own else None
            found[source, target] = Forced(tuple(values)), cosine, mine
    new = sorted(set(pairs) - set(found))  # all translations of a sentence side by side
    for start in range(0, len(new), CHUNK):
        chunk = new[start : start + CHUNK]
        made = own_translations([source for source, _ in chunk], engine)
        own = [made.get(source) for source, _ in chunk]
        measures = zip(engine.score(chunk), cosines(chunk), own, strict=True)
        found.update(zip(chunk, measures, strict=True))
        print(f"\rscored {start + len(chunk)} of {len(new)}", end="", flush=True)
    if new:
        print()
    if new and cache:
        rows = (
            (*pair, forced.log_probabilities, cosine, own and (own.text, own.log_probability))
            for pair, (forced, cosine, own) in found.items()
        )
        write_atomic(cache, (json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return found


def matrix(pairs: Sequence[Pair], documents: Sequence[str], measured: Measured) -> Array:
    """The signals of ``pairs``: (pairs, NAMES). documents: whose translation each belongs to."""
    sides: dict[str, list[Pair]] = {}
    for pair, document in zip(pairs, documents, strict=True):
        own = measured[pair][2]
        sides.setdefault(document, []).extend([(pair[1], own.text)] if own else [])
    full = {
        document: fullness([said for said, _ in side], [own for _, own in side])
        for document, side in sides.items()
    }
    rows = []
    for pair, document in zip(pairs, documents, strict=True):
        forced, cosine, own = measured[pair]
        ease = own.log_probability if own else forced.mean
        found = signals(*pair, forced, closeness=cosine, ease=ease, fullness=full[document])
        rows.append(astuple(found))
    return np.array(rows)


def whole(row: dict[str, str]) -> str:
    """The translated document that ``row`` belongs to."""
    return f"{row['system']} {row['docid']}"


def with_reference(rows: Sequence[dict[str, str]], score: Callable[..., object]) -> Array:
    """A sacreBLEU sentence score of each row."""
    return np.array([score(row["hypothesis"], [row["refA"]]).score for row in rows])  # type: ignore[attr-defined]


def coarse(values: Array, z: Array, groups: Places) -> float:
    """Pearson's correlation of the means of ``groups``, each counted once."""
    first = np.unique(groups, return_index=True)[1]
    means = (values - within(values, groups))[first], (z - within(z, groups))[first]
    return float(np.corrcoef(means[0], means[1])[0, 1])


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
    engine = load_engine(checkpoint, cache=cache_folder(), threads=options.threads)
    judged = table(options.data / "da/newstest2021.de-en.da.tsv.gz")
    judged = [row for row in judged if row["system"] != "HUMAN"]
    labelled = table(options.data / "qe/hallucination.de-en.guerreiro2023.dev.tsv.gz")
    news = [(row["source"], row["hypothesis"]) for row in judged]
    odd = [(row["src"], row["mt"]) for row in labelled]
    digest = checkpoint.digest[:12]
    cache = options.cache / f"measured-{digest}.jsonl" if options.cache else None
    measured = measure([*odd, *news], engine, cache)
    print(f"{engine.info.model}, {engine.info.name} {engine.info.quantisation}")

    x = matrix(news, [whole(row) for row in judged], measured)
    x_odd = matrix(odd, [str(number) for number in range(len(odd))], measured)
    quality, alarm = quality_weights(judged, x), alarm_weights(labelled, x_odd)
    report_quality(judged, x, fear(linear(x, alarm)), [measured[pair][0].mean for pair in news])
    print_weights("quality", quality, x)
    report_alarm(labelled, x_odd, quality, [measured[pair][0].mean for pair in odd])
    print_weights("alarm", alarm, x_odd)
    if options.fit:
        path = Path(translate.scores.__file__).parent / "estimate.json"
        data = {"model": digest, "quality": quality, "alarm": alarm}
        write_atomic(path, json.dumps(data, indent=2) + "\n")
        print(f"wrote {path}")


def report_quality(
    rows: Sequence[dict[str, str]], x: Array, fears: Array, probable: Sequence[float]
) -> None:
    """Print the agreement with people. fears: what the alarm takes off each row's quality."""
    from sacrebleu import sentence_bleu, sentence_chrf

    z = human(rows)
    standard, _, _ = standardised(x, QUALITY)
    pairs = better_pairs(rows)
    groups = [
        np.unique(names, return_inverse=True)[1]
        for names in ([whole(row) for row in rows], [row["system"] for row in rows])
    ]
    print(f"\nnewstest2021: {len(rows)} judgements, {len(pairs)} daRR pairs")
    print(f"{'':32} {'Pearson z':>9} {'daRR tau':>9} {'document':>9} {'system':>9}")
    singles = {
        "mean log-probability": np.array(probable),
        **{
            name: x[:, NAMES.index(name)] for name in ("certainty", "closeness", "ease", "fullness")
        },
        "sentence BLEU (reference)": with_reference(rows, sentence_bleu),
        "chrF2 (reference)": with_reference(rows, sentence_chrf),
    }
    lines = {
        name: [
            *agreement(values, z, pairs),
            *(coarse(values, z, group) for group in groups),
        ]
        for name, values in singles.items()
    }
    for name, taken in (("quality", np.zeros(len(x))), ("estimate", fears)):
        tries = []
        for seed in SEEDS:
            values, gaps = unseen(rows, standard, z, pairs, 2 * seed)
            values = np.array([NormalDist().cdf(value) for value in values - taken])
            gaps -= taken[pairs[:, 0]] - taken[pairs[:, 1]]
            pearson = float(np.corrcoef(values, z)[0, 1])
            tau = float(np.sign(gaps).mean())
            tries.append([pearson, tau, *(coarse(values, z, group) for group in groups)])
        lines[f"{name}, cross-validated"] = [float(value) for value in np.mean(tries, 0)]
    for name, numbers in lines.items():
        print(f"{name:32} " + " ".join(f"{number:9.3f}" for number in numbers))


def report_alarm(
    rows: Sequence[dict[str, str]],
    x: Array,
    quality: dict[str, float],
    probable: Sequence[float],
) -> None:
    """Print how well hallucinations are told apart."""
    labels = {kind: np.array([float(row[kind]) for row in rows]) for kind in KINDS}
    standard, _, _ = standardised(x, FEARED)
    plain = linear(x, quality)
    alarms = [unseen_alarm(rows, standard, labels["hallucination"], seed) for seed in SEEDS]
    columns = {
        "closeness": [x[:, NAMES.index("closeness")]],
        "mean log-probability": [np.array(probable)],
        "quality": [plain],
        "alarm, cross-validated": [-alarm for alarm in alarms],
        "estimate, cross-validated": [plain - fear(alarm) for alarm in alarms],
    }
    print(f"\nhallucinations, dev: {len(rows)} translations; AUROC")
    print(f"{'':28} " + " ".join(f"{kind:>16}" for kind in KINDS))
    for name, tries in columns.items():
        numbers = (
            np.mean([auroc(-values, labels[kind] == 1, labels[kind] == 0) for values in tries])
            for kind in KINDS
        )
        print(f"{name:28} " + " ".join(f"{number:16.1f}" for number in numbers))


def print_weights(title: str, weights: dict[str, float], x: Array) -> None:
    """One line of weights, in spreads of each signal in ``x``."""
    spreads = x.std(0)
    values = (
        f"{name} {weight * spreads[NAMES.index(name)]:+.2f}"
        for name, weight in weights.items()
        if name != "constant"
    )
    print(f"{title}, in spreads of each signal: " + " ".join(values))


if __name__ == "__main__":
    main()
