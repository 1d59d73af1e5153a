"""Print BLEU, chrF2 and TER of a model on sacreBLEU's test sets, through the product's pipeline.

    python benchmarks/quality.py wmt19 wmt20 wmt21
    python benchmarks/quality.py wmt19 --model Helsinki-NLP/opus-mt-de-en --beam 1
    python benchmarks/quality.py --pairs SOURCE.de REFERENCE.en

Sets are found, or downloaded, by sacreBLEU's own names (de-en). Each sentence goes through the
pipeline as an article of its own: repaired, segmented, translated, put together.
"""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from translate.api import CACHE
from translate.engines import EMBEDDED, ENGINES, load_engine, locate
from translate.pipeline import Output, Pipeline
from translate.scores.overlap import overlap


def test_sets(
    names: list[str], pairs: list[Path] | None
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Name, sources and references of each set."""
    import sacrebleu

    for name in names:
        source = Path(sacrebleu.get_source_file(name, "de-en"))
        reference = Path(sacrebleu.get_reference_files(name, "de-en")[0])
        yield name, lines(source), lines(reference)
    if pairs:
        yield pairs[0].name, lines(pairs[0]), lines(pairs[1])


def lines(path: Path) -> list[str]:
    """The lines of a file of segments."""
    return path.read_text("utf-8").removesuffix("\n").split("\n")


def main() -> None:
    """Translate and score each set; print a table, then the signatures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", help="wmt19, wmt20, ...")
    parser.add_argument("--pairs", nargs=2, type=Path, metavar=("SOURCE", "REFERENCE"))
    parser.add_argument("--model", default=EMBEDDED)
    parser.add_argument("--engine", default="ctranslate2", choices=ENGINES)
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--out", type=Path, help="folder for the translations")
    options = parser.parse_args()
    checkpoint = locate(options.model)
    engine = load_engine(checkpoint, cache=CACHE, engine=options.engine, beam=options.beam)
    pipeline = Pipeline(engine)
    print(pipeline.signature, "\n")
    print(f"{'set':<12} {'segments':>8} {'BLEU':>6} {'chrF2':>6} {'TER':>6} {'words/s':>8}")
    signatures: dict[str, str] = {}
    for name, sources, references in test_sets(options.sets, options.pairs):
        start = time.perf_counter()
        outcomes = pipeline.run((f"{i}.txt", line.encode()) for i, line in enumerate(sources))
        seconds = time.perf_counter() - start
        hypotheses = [o.result.target.strip() if isinstance(o, Output) else "" for o in outcomes]
        scores = overlap(hypotheses, [references])
        signatures |= {score.name: score.signature for score in scores}
        values = " ".join(f"{score.value:6.1f}" for score in scores)
        words = sum(len(line.split()) for line in sources)
        print(f"{name:<12} {len(sources):>8} {values} {words / seconds:>8.0f}")
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / f"{name}.en").write_text("\n".join(hypotheses) + "\n", "utf-8")
    print("\n" + "\n".join(f"{name}: {text}" for name, text in signatures.items()))


if __name__ == "__main__":
    main()
