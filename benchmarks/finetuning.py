"""Does fine-tuning on one's own pairs help? 5,000 news pairs for a model that saw none.

    python benchmarks/finetuning.py CORPUS --steps 800 --more 150 -o RUN

CORPUS is a folder with general.tsv.xz, web.tsv.xz and news.tsv.xz (German, English, origin,
cosine, label). A model is trained on the first two alone, by the embedded model's recipe; then
further, for as many updates, on the same pairs (the control) and on 5,000 news pairs. Prints BLEU
and chrF2 of the three on wmt18 (greedy, int8), which none of them saw.
"""

import argparse
from dataclasses import replace
from itertools import islice
from pathlib import Path

from translate.files import write_atomic
from translate.scores.overlap import overlap
from translate.training.cleaning import clean
from translate.training.corpus import read_pairs
from translate.training.recipe import load_recipe
from translate.training.train import train
from translate.training.validation import decode

PAIRS = 5_000


def own_pairs(path: Path) -> list[str]:
    """The first good news pairs that people translated, as lines of a TSV file."""
    pairs = clean(read_pairs(path), load_recipe("finetune"))
    human = (pair for pair in pairs if pair.origin == "news-wmt0818")
    return [f"{pair.source}\t{pair.target}\n" for pair in islice(human, PAIRS)]


def lines(path: str) -> list[str]:
    """The lines of a file of segments."""
    return Path(path).read_text("utf-8").removesuffix("\n").split("\n")


def main() -> None:
    """Train three models and print their scores."""
    import sacrebleu

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--steps", type=int, default=800)
    parser.add_argument("--more", type=int, default=150)
    parser.add_argument("--threads", type=int)
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    others = [options.corpus / f"{name}.tsv.xz" for name in ("general", "web")]
    news = options.out / "news.tsv"
    write_atomic(news, own_pairs(options.corpus / "news.tsv.xz"))
    recipe = replace(load_recipe("embedded"), alignment_until=0.5)
    base = train(recipe, others, options.out / "base", steps=options.steps, threads=options.threads)
    tuning = load_recipe("finetune")
    further = {
        "on the same pairs": train(
            tuning, others, options.out / "control", steps=options.more, start=base
        ),
        f"on {PAIRS:,} news pairs": train(
            tuning, [news], options.out / "tuned", steps=options.more, start=base
        ),
    }
    sources = lines(sacrebleu.get_source_file("wmt18", "de-en"))
    references = lines(sacrebleu.get_reference_files("wmt18", "de-en")[0])
    print(f"{'model':<42} {'BLEU':>6} {'chrF2':>6}")
    title = f"{options.steps} updates without news"
    for name, model in {title: base, **further}.items():
        label = name if model is base else f"and {options.more} more {name}"
        scores = overlap(decode(model, sources), [references], metrics=("bleu", "chrf"))
        print(f"{label:<42} {scores[0].value:6.1f} {scores[1].value:6.1f}", flush=True)


if __name__ == "__main__":
    main()
