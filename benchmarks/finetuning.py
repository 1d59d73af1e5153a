"""Does fine-tuning on one's own pairs help? 5,000 news pairs that the model has not seen.

    python -m benchmarks.finetuning news.tsv.xz --steps 120 -o RUN

The table has German, English, origin, cosine and label. The embedded model was trained without
the pairs labelled wmt18; it is trained further on 5,000 of these and, as a control for the mere
updates, on 5,000 that it knows. Prints BLEU and chrF2 on newstest2019 (greedy, int8), and the
p-value of the difference to the model as it was (paired bootstrap).
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from translate.engines import EMBEDDED, locate
from translate.files import write_atomic
from translate.scores.significance import Method, compare
from translate.training.cleaning import clean, is_held_out
from translate.training.corpus import Pair, read_pairs
from translate.training.recipe import load_recipe
from translate.training.train import train
from translate.training.validation import decode

PAIRS = 5_000
RECIPE = replace(load_recipe("finetune"), held_out=())
HELD_OUT = load_recipe("further").held_out


def chosen(path: Path, *, new: bool) -> Iterator[str]:
    """Lines of a TSV file: the first good pairs that the model has seen, or has not."""
    pairs: Iterator[Pair] = clean(read_pairs(path), RECIPE)
    fitting = (pair for pair in pairs if is_held_out(pair, HELD_OUT) is new)
    return (f"{pair.source}\t{pair.target}\n" for pair in islice(fitting, PAIRS))


def lines(path: str) -> list[str]:
    """The lines of a file of segments."""
    return Path(path).read_text("utf-8").removesuffix("\n").split("\n")


def main() -> None:
    """Train two models further and print the scores of the three."""
    import sacrebleu

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("news", type=Path)
    parser.add_argument("--steps", type=int, default=120)
    parser.add_argument("--threads", type=int)
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    start = locate(EMBEDDED).folder
    models = {"embedded": start}
    for name, new in (("5,000 known pairs", False), ("5,000 new pairs", True)):
        folder = options.out / ("new" if new else "known")
        write_atomic(folder / "news.tsv", chosen(options.news, new=new))
        models[f"{options.steps} updates on {name}"] = train(
            RECIPE,
            [folder / "news.tsv"],
            folder,
            steps=options.steps,
            start=start,
            threads=options.threads,
        )
    sources = lines(sacrebleu.get_source_file("wmt19", "de-en"))
    references = lines(sacrebleu.get_reference_files("wmt19", "de-en")[0])
    systems = {name: decode(model, sources) for name, model in models.items()}
    answer = compare(systems, [references], metrics=("bleu", "chrf"), trials=0)
    print(f"{'model':<36} {'BLEU':>6} {'chrF2':>6} {'p':>6}")
    for name, standing in answer.standings.items():
        chance = standing["bleu"].chances.get(Method.BOOTSTRAP)
        numbers = f"{standing['bleu'].score.value:6.1f} {standing['chrf'].score.value:6.1f}"
        print(f"{name:<36} {numbers} {f'{chance.p_value:6.3f}' if chance else ''}")


if __name__ == "__main__":
    main()
