"""Print BLEU, chrF2 and TER of a model on sacreBLEU's test sets, through the product's pipeline.

    python -m benchmarks.quality wmt19 wmt20 wmt21
    python -m benchmarks.quality wmt19 --model Helsinki-NLP/opus-mt-de-en --beam 1
    python -m benchmarks.quality --pairs SOURCE.de REFERENCE.en --against BEFORE/

Sets are found, or downloaded, by sacreBLEU's own names (de-en). Each sentence goes through the
pipeline as an article of its own: repaired, segmented, translated, put together. Beside the
scores stand, in percent, the names that are kept (capitalised source words that stand unchanged
in the reference), the numbers that are kept (of those in source and reference, by value, as
Babel reads them) and the segments that loop or are detached from their source; below, what
others published. With
``--against``, a folder that an earlier run wrote with ``--out``: the difference in BLEU and its
p-value by paired bootstrap.
"""

import argparse
import json
import re
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from babel.numbers import NumberFormatError, parse_decimal

from benchmarks import sets
from translate.bench.published import published_scores
from translate.engines import EMBEDDED, ENGINES, load_engine, locate
from translate.files import cache_folder, write_atomic
from translate.pipeline import Failure, Output, Pipeline
from translate.rewording import RewordingEngine
from translate.scores.overlap import overlap
from translate.scores.significance import Method, compare
from translate.training.card import as_markdown, score_row

HALLUCINATIONS = ("P106", "P180")  # loop, detached


def test_sets(
    names: list[str], pairs: list[Path] | None
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Name, sources and references of each set."""
    for name in names:
        yield name, sets.sources(name), sets.references(name)
    if pairs:
        yield pairs[0].name, sets.lines(pairs[0]), sets.lines(pairs[1])


def names_kept(sources: list[str], references: list[str], hypotheses: list[str]) -> float:
    """Percent of the capitalised source words found in the reference that the output has too."""
    asked = found = 0
    for source, reference, hypothesis in zip(sources, references, hypotheses, strict=True):
        wanted = {w for w in words(source) if w[0].isupper()} & set(words(reference))
        asked += len(wanted)
        found += len(wanted & set(words(hypothesis)))
    return 100 * found / max(1, asked)


def words(text: str) -> list[str]:
    """Words of at least two letters or digits."""
    return re.findall(r"\w\w+", text)


def numbers_kept(sources: list[str], references: list[str], hypotheses: list[str]) -> float:
    """Percent of the numbers in source and reference that the output has too."""
    asked = found = 0
    for source, reference, hypothesis in zip(sources, references, hypotheses, strict=True):
        wanted = numbers(source, "de") & numbers(reference, "en")
        asked += len(wanted)
        found += len(wanted & numbers(hypothesis, "en"))
    return 100 * found / max(1, asked)


def numbers(text: str, locale: str) -> set[Decimal]:
    """The values of the numbers in digits; one that Babel cannot read counts without its marks."""
    values = set()
    for token in re.findall(r"\d(?:[\d.,]*\d)?", text):
        try:
            values.add(parse_decimal(token, locale=locale))
        except NumberFormatError:
            values.add(Decimal(re.sub(r"\D", "", token)))
    return values


def hallucinated(outcomes: list[Output | Failure]) -> float:
    """Percent of segments whose translation turns in circles or has left its source."""
    hits = sum(
        any(f.code in HALLUCINATIONS for f in o.result.findings)
        for o in outcomes
        if isinstance(o, Output)
    )
    return 100 * hits / max(1, len(outcomes))


def difference(before: Path, hypotheses: list[str], references: list[str]) -> str:
    """The difference in BLEU to the translations in ``before``, and its p-value."""
    systems = {"before": sets.lines(before), "now": hypotheses}
    answer = compare(systems, [references], metrics=("bleu",), trials=0)
    chance = answer.standings["now"]["bleu"].chances[Method.BOOTSTRAP]
    return f"{chance.difference:+.1f} (p {chance.p_value:.3f})"


def write_card(folder: Path, rows: list[dict[str, Any]]) -> None:
    """Put ``rows`` into the card of the model in ``folder``, in place of older ones."""
    card = json.loads((folder / "card.json").read_text("utf-8"))
    new = {(row["set"], row["decoding"]) for row in rows}
    old = [row for row in card["scores"] if (row["set"], row["decoding"]) not in new]
    card["scores"] = [*old, *rows]
    write_atomic(folder / "card.json", json.dumps(card, indent=2, ensure_ascii=False) + "\n")
    write_atomic(folder / "README.md", as_markdown(card))


def asked_for() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", help="wmt19, wmt20, ...")
    parser.add_argument("--pairs", nargs=2, type=Path, metavar=("SOURCE", "REFERENCE"))
    parser.add_argument("--model", default=EMBEDDED)
    parser.add_argument("--engine", default="ctranslate2", choices=ENGINES)
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--no-reword", action="store_true", help="keep made-up words")
    parser.add_argument("--out", type=Path, help="folder for the translations")
    parser.add_argument("--against", type=Path, help="folder of earlier translations")
    parser.add_argument("--card", type=Path, help="model folder whose card takes the scores")
    return parser.parse_args()


def main() -> None:
    """Translate and score each set; print a table, then the signatures."""
    options = asked_for()
    checkpoint = locate(options.model)
    engine = load_engine(checkpoint, cache=cache_folder(), engine=options.engine, beam=options.beam)
    engine = engine if options.no_reword else RewordingEngine(engine)
    pipeline = Pipeline(engine)
    print(pipeline.signature, "\n")
    heads = ("BLEU", "chrF2", "TER", "names", "numbers", "lost")
    print(f"{'set':<12} {'segments':>8} {' '.join(f'{h:>7}' for h in heads)} {'words/s':>8}")
    signatures: dict[str, str] = {}
    rows: list[dict[str, Any]] = []
    decoding = f"beam {options.beam}, {engine.info.name} {engine.info.quantisation}"
    for name, sources, references in test_sets(options.sets, options.pairs):
        start = time.perf_counter()
        outcomes = pipeline.run((f"{i}.txt", line.encode()) for i, line in enumerate(sources))
        seconds = time.perf_counter() - start
        hypotheses = [o.result.target.strip() if isinstance(o, Output) else "" for o in outcomes]
        scores = overlap(hypotheses, [references])
        signatures |= {score.name: score.signature for score in scores}
        rows += [score_row(name, decoding, score) for score in scores]
        values = [score.value for score in scores]
        values += [
            names_kept(sources, references, hypotheses),
            numbers_kept(sources, references, hypotheses),
            hallucinated(outcomes),
        ]
        speed = sum(len(line.split()) for line in sources) / seconds
        cells = " ".join(f"{value:7.1f}" for value in values)
        line = f"{name:<12} {len(sources):>8} {cells} {speed:>8.0f}"
        if options.against:
            line += f"  {difference(options.against / f'{name}.en', hypotheses, references)}"
        print(line, flush=True)
        if rivals := ", ".join(f"{r.system} {r.value:.1f}" for r in published_scores(name)):
            print(f"{'':<21} BLEU as published: {rivals}")
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / f"{name}.en").write_text("\n".join(hypotheses) + "\n", "utf-8")
    print("\n" + "\n".join(f"{name}: {text}" for name, text in signatures.items()))
    if options.card:
        write_card(options.card, rows)


if __name__ == "__main__":
    main()
