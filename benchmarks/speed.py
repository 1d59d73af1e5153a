"""Source words a second: ``reinschrift translate`` against its rivals on the same weights.

    python -m benchmarks.speed wmt19
    python -m benchmarks.speed wmt19 --limit 200 --beam 1 --slow 20

Articles of 20 sentences go through the command, with repair and all checks, and are written with
their report; its start, measured on an article of one sentence, is taken off. The rivals get the
sentences split already, check nothing and write nothing: plain CTranslate2 ``translate_batch``
(the same int8 model, settings and threads), transformers ``generate`` in float32 on batches
sorted by length, and one sentence at a time. ``--slow`` bounds the sentences of the last one,
``--batched`` those of the one before.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import sets
from translate.engines import EMBEDDED, load_engine, locate
from translate.engines.base import length_cap
from translate.files import cache_folder

ARTICLE = 20  # sentences
BATCH = 32  # sentences of a batch of transformers
TOKENS = 1536  # source tokens of a batch of CTranslate2


def main() -> None:
    """Print one line a system and beam, and how many times as fast the first one is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", help="file with one sentence a line, or a test set as wmt19")
    parser.add_argument("--limit", type=int, help="only the first sentences")
    parser.add_argument("--slow", type=int, default=200, help="sentences for one at a time")
    parser.add_argument("--batched", type=int, default=2000, help="sentences for sorted batches")
    parser.add_argument("--beam", type=int, action="append", help="1 and 4 if not given")
    parser.add_argument("--model", default=EMBEDDED)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--runs", type=int, default=1, help="the fastest of so many counts")
    parser.add_argument("--options", default="", help="more options of reinschrift translate")
    options = parser.parse_args()
    sentences = sets.sources(options.data)[: options.limit]
    print(f"{options.data}: {len(sentences)} sentences, {options.threads} threads")
    print(f"{'':44} {'beam':>4} {'sentences':>9} {'words/s':>8} {'ours is':>8}")
    for beam in options.beam or (1, 4):
        ours = 0.0
        for name, texts, run in systems(sentences, beam, options):
            seconds = min(run(texts) for _ in range(options.runs))
            speed = sum(len(text.split()) for text in texts) / seconds
            ours = ours or speed
            ratio = f"{ours / speed:.2f} x"
            print(f"{name:44} {beam:>4} {len(texts):>9} {speed:>8,.0f} {ratio:>8}", flush=True)


Run = Callable[[Sequence[str]], float]


def systems(
    sentences: Sequence[str], beam: int, options: argparse.Namespace
) -> Iterator[tuple[str, Sequence[str], Run]]:
    """Name, sentences and what takes the time in seconds of each system, ours first."""
    spread = sentences[:: max(1, len(sentences) // max(1, options.slow))][: options.slow]
    yield (
        "reinschrift translate, checked and written",
        sentences,
        lambda texts: command(texts, beam, options),
    )
    plain = plain_ctranslate2(beam, options)
    yield "CTranslate2 translate_batch, split before", sentences, plain
    one, many = transformers_generate(beam, options)
    yield "transformers generate, sorted batches", sentences[: options.batched], many
    yield "transformers generate, one by one", spread, one


def command(texts: Sequence[str], beam: int, options: argparse.Namespace) -> float:
    """Seconds of the command on ``texts`` as articles, without its start."""
    arguments = ["--quiet", "--model", options.model, "--beam", str(beam)]
    arguments += ["--threads", str(options.threads), *options.options.split()]
    start = translate([["Guten Tag."]], arguments)  # converts the model if that is needed
    start = min(start, translate([["Guten Tag."]], arguments))
    articles = [texts[place : place + ARTICLE] for place in range(0, len(texts), ARTICLE)]
    return translate(articles, arguments) - start


def translate(articles: Sequence[Sequence[str]], arguments: Sequence[str]) -> float:
    """Seconds of ``reinschrift translate`` on a folder with these articles."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in"
        source.mkdir()
        for number, lines in enumerate(articles):
            (source / f"{number:05}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
        command = [sys.executable, "-m", "translate", "translate", str(source)]
        begin = time.perf_counter()
        subprocess.run([*command, "-o", str(Path(folder) / "out"), *arguments], check=True)
        return time.perf_counter() - begin


def plain_ctranslate2(beam: int, options: argparse.Namespace) -> Run:
    """SentencePiece and ``translate_batch``, nothing else."""
    import ctranslate2
    from sentencepiece import SentencePieceProcessor

    checkpoint = locate(options.model)
    load_engine(checkpoint, cache=cache_folder())  # converts the model if that is needed
    (folder,) = cache_folder().glob(f"{checkpoint.digest[:16]}-ct2-{ctranslate2.__version__}-int8")
    translator = ctranslate2.Translator(
        str(folder), compute_type="int8", inter_threads=options.threads, intra_threads=1
    )
    source = SentencePieceProcessor(model_file=str(checkpoint.folder / "source.spm"))
    target = SentencePieceProcessor(model_file=str(checkpoint.folder / "target.spm"))

    def run(texts: Sequence[str]) -> float:
        begin = time.perf_counter()
        tokens = [[*pieces, "</s>"] for pieces in source.encode(list(texts), out_type=str)]
        results = translator.translate_batch(
            tokens,
            beam_size=beam,
            max_batch_size=TOKENS,
            batch_type="tokens",
            max_decoding_length=length_cap(max(map(len, tokens))),
        )
        target.decode([result.hypotheses[0] for result in results])
        return time.perf_counter() - begin

    run(["Guten Tag."])
    return run


def transformers_generate(beam: int, options: argparse.Namespace) -> tuple[Run, Run]:
    """``generate`` on one sentence at a time, and on batches sorted by length."""
    import torch
    import transformers
    from transformers import MarianMTModel, MarianTokenizer

    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    warnings.simplefilter("ignore")  # advice about packages that change nothing here
    torch.set_num_threads(options.threads)
    folder = str(locate(options.model).folder)
    tokenizer: Any = MarianTokenizer.from_pretrained(folder)
    model: Any = MarianMTModel.from_pretrained(folder).eval()

    def run(texts: Sequence[str], size: int) -> float:
        begin = time.perf_counter()
        ordered = sorted(texts, key=len, reverse=True)
        for place in range(0, len(ordered), size):
            batch = tokenizer(ordered[place : place + size], return_tensors="pt", padding=True)
            cap = length_cap(batch["input_ids"].shape[1])
            with torch.inference_mode():
                output = model.generate(
                    **batch, num_beams=beam, do_sample=False, max_new_tokens=cap, max_length=None
                )
            tokenizer.batch_decode(output, skip_special_tokens=True)
        return time.perf_counter() - begin

    run(["Guten Tag."], 1)
    return lambda texts: run(texts, 1), lambda texts: run(texts, BATCH)


if __name__ == "__main__":
    main()
