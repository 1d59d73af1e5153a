"""Does fine-tuning on one's own pairs help? 5,000 pairs in, 1,000 others of their kind held out.

    python -m benchmarks.finetuning pairs.tsv -o RUN
    python -m benchmarks.finetuning news.tsv.xz --only wmt18 --only newstest2018 --control \
        --sets wmt19 wmt20 wmt21 -o RUN

The embedded model is trained further by the shipped recipe on 5,000 good pairs, drawn by a seed;
none shares a side with those held out. Prints BLEU and chrF2 (greedy, int8) on the 1,000 and on
sacreBLEU's sets, each with the p-value of the difference to the model as it was (paired
bootstrap). ``--only`` takes pairs whose origin or label holds the word; with ``--control``,
another model sees 5,000 of the other pairs, which tells what the mere updates do.
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.quality import test_sets
from translate.engines import EMBEDDED, locate
from translate.files import write_atomic
from translate.scores.significance import Method, Standing, compare
from translate.training.cleaning import is_good
from translate.training.corpus import Pair, read_pairs
from translate.training.recipe import load_recipe
from translate.training.train import train
from translate.training.validation import decode

PAIRS, HELD_OUT, SEED = 5_000, 1_000, 1
RECIPE = replace(load_recipe("finetune"), held_out=())


def split(pairs: Iterable[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Pairs to train on, and pairs held out, no side of which stands in the others."""
    rows = list(pairs)
    Random(SEED).shuffle(rows)  # noqa: S311 - nothing secret
    held_out: dict[str, Pair] = {}
    for pair in rows:
        if len(held_out) < HELD_OUT:
            held_out.setdefault(pair.source, pair)
    known = {side for pair in held_out.values() for side in (pair.source, pair.target)}
    rest = [pair for pair in rows if not {pair.source, pair.target} & known]
    return rest[:PAIRS], list(held_out.values())


def trained(pairs: Sequence[Pair], folder: Path, options: argparse.Namespace) -> Path:
    """The folder of the embedded model trained further on ``pairs``."""
    file = folder / "pairs.tsv"
    write_atomic(file, (f"{pair.source}\t{pair.target}\n" for pair in pairs))
    start = locate(EMBEDDED).folder
    return train(RECIPE, [file], folder, steps=options.steps, start=start, threads=options.threads)


def show(name: str, systems: Mapping[str, Sequence[str]], references: Sequence[str]) -> None:
    """A line for each model, compared with the first."""
    answer = compare(systems, [references], metrics=("bleu", "chrf"), trials=0)
    for model, standing in answer.standings.items():
        print(f"{name:<18} {model:<20} {cells(standing)}", flush=True)


def cells(standing: Mapping[str, Standing]) -> str:
    """BLEU and chrF2, each with its p-value where there is one."""
    texts = []
    for metric in ("bleu", "chrf"):
        chance = standing[metric].chances.get(Method.BOOTSTRAP)
        p = f"({chance.p_value:.3f})" if chance else ""
        texts.append(f"{standing[metric].score.value:6.1f} {p:>7}")
    return " ".join(texts)


def main() -> None:
    """Train the models further and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", type=Path, help="German, English, origin, cosine, label")
    parser.add_argument("--only", action="append", default=[], metavar="WORD")
    parser.add_argument("--control", action="store_true")
    parser.add_argument("--sets", nargs="*", default=[], help="wmt19, wmt20, ...")
    parser.add_argument("--steps", type=int, default=120)
    parser.add_argument("--threads", type=int)
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    chosen: list[Pair] = []
    others: list[Pair] = []
    for pair in read_pairs(options.pairs):
        if is_good(pair, RECIPE):
            wanted = any(word in f"{pair.origin} {pair.label}" for word in options.only or [""])
            (chosen if wanted else others).append(pair)
    new, held_out = split(chosen)
    models = {"embedded": locate(EMBEDDED).folder}
    if options.control:
        Random(SEED).shuffle(others)  # noqa: S311 - nothing secret
        models["on other pairs"] = trained(others[:PAIRS], options.out / "other", options)
    models[f"on {len(new):,} new pairs"] = trained(new, options.out / "new", options)
    print(f"{'set':<18} {'model':<20} {'BLEU':>6} {'(p)':>7} {'chrF2':>6} {'(p)':>7}")
    own = [pair.source for pair in held_out], [pair.target for pair in held_out]
    sets = [("held out", *own), *test_sets(options.sets, None)]
    pooled: dict[str, list[str]] = {model: [] for model in models}
    pooled_references: list[str] = []
    for name, sources, references in sets:
        systems = {
            model: decode(folder, sources, threads=options.threads)
            for model, folder in models.items()
        }
        show(name, systems, references)
        if name in options.sets:
            pooled = {model: pooled[model] + texts for model, texts in systems.items()}
            pooled_references += references
    if len(options.sets) > 1:
        show(" ".join(options.sets), pooled, pooled_references)


if __name__ == "__main__":
    main()
