"""The garble detector on MLQE-PE, and on clean and garbled German.

    SACREBLEU=/path/to/cache python -m benchmarks.garble /path/to/mlqe-pe [wmt20 ...]

The folder holds ``mlqe-pe.en-de.{dev,test20}.jsonl.gz`` (Fomicheva et al. 2022, CC0). Prints,
for the words of test20, without and with the English: Matthews' correlation with the labels, at
the threshold that is best on dev, its 95 % interval by bootstrap over sentences, and AUROC. Then
how often S390, and P390 beside the English, flag human sentences of the sacreBLEU sets, how many
of test20's BAD words they flag and with what precision, and how many garbles of each kind planted
into the sets S390 flags.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from benchmarks import sets
from benchmarks.checks import share
from benchmarks.measures import auroc, mcc
from translate.checks import Pair, Source, check_pair, check_source
from translate.checks.garble.detector import detector
from translate.checks.garble.words import split
from translate.checks.selection import Selection
from translate.findings import Finding
from translate.spans import Span
from translate.training.garble.examples import Example, read_tagged
from translate.training.garble.planting import KINDS, Lexicon, plant

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
ONLY = Selection(select=("S390",))
BESIDE = Selection(select=("P390",))
RESAMPLES = 1000
GARBLED = 300  # sentences of a set into which each kind is planted


def main() -> None:
    """Print the figures of MLQE-PE and of each set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the files of MLQE-PE lie")
    parser.add_argument("sets", nargs="*", help="test sets as wmt20")
    options = parser.parse_args()
    folder = options.folder
    dev, test = (read_tagged(folder / f"mlqe-pe.en-de.{s}.jsonl.gz") for s in ("dev", "test20"))
    words(dev, test)
    phrases(test)
    for name in options.sets:
        sources, references = sets.sources(name), sets.references(name)
        false_alarms(name, sources, references)
        planted(name, sources)


def words(dev: Sequence[Example], test: Sequence[Example]) -> None:
    """Print how well single words are told, without and with the English."""
    bad = labels(test)
    print(f"test20: {len(test)} sentences, {len(bad)} words, {bad.mean():.1%} BAD; majority: MCC 0")
    for english in (False, True):
        threshold = best_threshold(np.concatenate(scores(dev, english=english)), labels(dev))
        each = scores(test, english=english)
        found = np.concatenate(each)
        low, high = interval([one > threshold for one in each], test)
        print(
            f"  {'with' if english else 'without'} the English: "
            f"MCC {mcc(found > threshold, bad):.3f} (95 %: {low:.3f} to {high:.3f}), "
            f"AUROC {auroc(found, bad, ~bad):.1f}, threshold {threshold:.3f}"
        )


def scores(examples: Sequence[Example], *, english: bool) -> list[Floats]:
    """The probabilities of each sentence's words."""
    judge = detector().probabilities
    return [judge(e.german, e.english if english else None).astype(float) for e in examples]


def labels(examples: Sequence[Example]) -> Bools:
    """Which words of all sentences are bad."""
    return np.concatenate([np.array(example.bad) for example in examples])


def best_threshold(found: Floats, bad: Bools) -> float:
    """The threshold of the highest MCC."""
    grid = np.quantile(found, np.linspace(0.5, 0.995, 100))
    return float(max(grid, key=lambda threshold: mcc(found > threshold, bad)))


def interval(flagged: Sequence[Bools], examples: Sequence[Example]) -> tuple[float, float]:
    """The 95 % interval of the MCC when sentences are drawn again."""
    counts = np.array(
        [
            [(f & b).sum(), (f & ~b).sum(), (~f & b).sum(), (~f & ~b).sum()]
            for f, b in zip(flagged, (np.array(e.bad) for e in examples), strict=True)
        ]
    )
    drawn = np.random.default_rng(1).integers(0, len(counts), (RESAMPLES, len(counts)))
    tp, fp, fn, tn = counts[drawn].sum(axis=1).T.astype(float)
    each = (tp * tn - fp * fn) / np.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    low, high = np.quantile(each, [0.025, 0.975])
    return float(low), float(high)


def findings(text: str, english: str | None = None) -> list[Finding]:
    """What S390 says of one sentence, or P390 if its English is given."""
    if english is None:
        return check_source(Source(text, (Span(0, len(text)),)), ONLY)
    return check_pair(Pair(text, english), BESIDE)


def phrases(test: Sequence[Example]) -> None:
    """Print recall and precision of the phrases of S390 and P390 on the words of test20."""
    bad = int(labels(test).sum())
    for code in ("S390", "P390"):
        hits = flagged = 0
        for example in test:
            text, places = joined(example.german)
            found = findings(text, " ".join(example.english) if code == "P390" else None)
            marked = [any(f.span.overlaps(place) for f in found) for place in places]
            flagged += sum(marked)
            hits += sum(m and b for m, b in zip(marked, example.bad, strict=True))
        print(
            f"  {code} flags {share(hits, bad)} of the BAD words; "
            f"{share(hits, flagged)} of its are BAD"
        )


def joined(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """A text of ``tokens`` with spaces between, and where each stands."""
    places, start = [], 0
    for token in tokens:
        places.append(Span(start, start + len(token)))
        start += len(token) + 1
    return " ".join(tokens), places


def false_alarms(name: str, sources: Sequence[str], references: Sequence[str]) -> None:
    """Print how many of the human sentences S390 and P390 flag."""
    alone = sum(bool(findings(text)) for text in sources)
    beside = sum(bool(findings(*pair)) for pair in zip(sources, references, strict=True))
    count = len(sources)
    print(f"{name}: S390 flags {share(alone, count)}, P390 {share(beside, count)} of {count}")


def planted(name: str, sources: Sequence[str]) -> None:
    """Print of each kind of planted garble how many S390 hits in place."""
    random = Random(1)  # noqa: S311 - nothing secret
    sentences = [split(text) for text in sources]
    lexicon = Lexicon(word for sentence in sentences for word in sentence)
    for kind in KINDS:
        hits = total = 0
        for sentence in sentences[:GARBLED]:
            result = plant(sentence, random, lexicon, kind=kind)
            if not any(result.bad):
                continue
            text, places = joined(result.words)
            found = findings(text)
            total += 1
            hits += any(
                bad and any(f.span.overlaps(place) for f in found)
                for place, bad in zip(places, result.bad, strict=True)
            )
        print(f"  {name}, {kind}: {share(hits, total)} of {total}")


if __name__ == "__main__":
    main()
