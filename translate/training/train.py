"""Trains a model: corpus in, MarianMT folder out, resumable, by the clock or by steps."""

import contextlib
import json
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch

from translate.errors import OutputError, ReinschriftError
from translate.files import write_atomic
from translate.training.card import Run, as_markdown, make_card
from translate.training.corpus import Pair, read_pairs
from translate.training.export import marian_model, write_model
from translate.training.prepare import Say, prepare
from translate.training.prepared import Prepared
from translate.training.recipe import Recipe
from translate.training.schedule import Clock
from translate.training.start import from_dictionary, from_model, sayable
from translate.training.tokens import target_counts
from translate.training.trainer import Progress, Trainer
from translate.training.validation import validate

CHECKPOINT_SECONDS = 300.0
VALIDATION_SECONDS = 1200.0
Report = Callable[[Progress], None]


def train(
    recipe: Recipe,
    corpus: Sequence[Path],
    out: Path,
    *,
    minutes: float | None = None,
    steps: int | None = None,
    start: Path | None = None,
    development: Sequence[Path] = (),
    threads: int | None = None,
    part_bytes: int | None = None,
    say: Say | None = None,
    stop: Callable[[], bool] | None = None,
    report: Report | None = None,
    report_every: int = 100,
    checkpoint_seconds: float = CHECKPOINT_SECONDS,
) -> Path:
    """Trains on ``corpus`` and returns the folder of the finished model, ``out/model``.

    A run that was stopped goes on where its last checkpoint in ``out`` stands; minutes (of
    updates, without preparation) and steps count the whole run. The exported weights are the
    moving average.

    corpus: TSV or Parquet files, each a domain, or one folder that ``prepare`` wrote. minutes,
    steps: one of them; the learning rate reaches zero there. start: a MarianMT folder to train
    further, instead of from scratch. development: files of pairs to score by greedy decoding
    now and then, and for the card. part_bytes: what a file of weights may have.
    say: gets a line about each domain. stop: asked after every update whether to save and end
    before the time. report: gets what happened in ``report_every`` updates.
    Raises UsageError, CorpusError, ModelError, OutputError, each with a line that says what
    to do; ReinschriftError when memory runs out or the run was stopped.
    """
    clock = Clock(minutes, steps)
    if threads:
        torch.set_num_threads(threads)
    _make(out)
    sets = {path.name: list(read_pairs(path)) for path in development}
    prepared = prepare(recipe, corpus, out / "data", start=start, say=say)
    trainer = _trainer(recipe, prepared, clock, start)
    run = _Run(trainer, prepared, out, start, sets, part_bytes, stop, report, checkpoint_seconds)
    trainer.run(run.report, every=report_every, pause=run.pause)
    return run.finish()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made ({error}); choose another folder") from error


def _trainer(recipe: Recipe, prepared: Prepared, clock: Clock, start: Path | None) -> Trainer:
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    domains, vocabulary = prepared.domains, prepared.vocabulary
    counts = target_counts(vocabulary, domains.values())
    vectors = None if prepared.vectors is None else torch.from_numpy(prepared.vectors)
    if start:
        network = from_model(recipe, start, counts if recipe.reverse else None)
        domains = {name: sayable(tokens, network.says) for name, tokens in domains.items()}
    else:
        assert vectors is not None
        network = from_dictionary(recipe, counts, vectors)
    table = None
    if vectors is not None and recipe.alignment_weight:
        table = vectors.to(device, network.dtype)
    before = _card(start) if start else None
    earlier = 1 + len(before.get("earlier", ())) if before else 0
    return Trainer(network.to(device), domains, table, clock, earlier=earlier)


class _Run:
    """What happens around the updates: checkpoints, validation, reports, the export."""

    def __init__(
        self,
        trainer: Trainer,
        prepared: Prepared,
        out: Path,
        start: Path | None,
        sets: Mapping[str, Sequence[Pair]],
        part_bytes: int | None,
        stop: Callable[[], bool] | None,
        report: Report | None,
        checkpoint_seconds: float,
    ) -> None:
        self._trainer, self._prepared, self._out = trainer, prepared, out
        self._report, self._stop = report, stop
        self._part_bytes, self._sets = part_bytes, sets
        if trainer.recipe.reverse:
            self._sets = {n: [Pair(p.target, p.source) for p in s] for n, s in sets.items()}
        self._before = _card(start) if start else None
        self._checkpoint_seconds = checkpoint_seconds
        self._scores: list[dict[str, Any]] = []
        self._checkpoint = out / "checkpoint.pt"
        if self._checkpoint.is_file():
            trainer.load(self._checkpoint)
        self._saved = self._validated = time.monotonic()

    def report(self, progress: Progress) -> None:
        """Hands on what the trainer reports, with the last validation's BLEU."""
        if self._report:
            bleu = self._scores[0]["value"] if self._scores else None
            self._report(replace(progress, bleu=bleu))

    def pause(self) -> None:
        """Saves and validates when it is time. Raises ReinschriftError if it is to stop."""
        share = self._trainer.clock.progress(self._trainer.optimizer.steps)
        if share < 1 and self._stop and self._stop():
            self._trainer.save(self._checkpoint)
            raise ReinschriftError(f"stopped at {share:.0%}; the same command goes on from there")
        now = time.monotonic()
        if now - self._saved >= self._checkpoint_seconds:
            self._trainer.save(self._checkpoint)
            self._saved = now
        if self._sets and now - self._validated >= VALIDATION_SECONDS:
            self._export(self._out / "snapshot")
            self._scores = self._validate(self._out / "snapshot")
            self._validated = time.monotonic()

    def finish(self) -> Path:
        """Saves, exports and scores the finished model, and writes its card."""
        self._trainer.save(self._checkpoint)
        folder = self._out / "model"
        self._export(folder)
        if self._sets:
            self._scores = self._validate(folder)
            self._export(folder)
        return folder

    def _validate(self, folder: Path) -> list[dict[str, Any]]:
        return validate(folder, self._sets, threads=torch.get_num_threads())

    def _export(self, folder: Path) -> None:
        network, trainer = self._trainer.network, self._trainer
        run = Run(
            date=datetime.now(UTC).date().isoformat(),
            hardware=_hardware(),
            minutes=round(trainer.clock.seconds() / 60, 1),
            steps=trainer.optimizer.steps,
            tokens=trainer.tokens,
            parameters=sum(p.numel() for p in network.parameters() if p.requires_grad),
            vocabulary=network.size,
        )
        sources, scores = self._prepared.sources, self._scores
        card = make_card(network.recipe, run, sources, scores, before=self._before)
        write_model(
            folder,
            marian_model(network, trainer.optimizer.averaged()),
            self._prepared.vocabulary,
            card,
            reverse=network.recipe.reverse,
            part_bytes=self._part_bytes,
        )
        write_atomic(folder / "README.md", as_markdown(card).encode())


def _card(folder: Path) -> Mapping[str, Any] | None:
    """The card of a model that has one."""
    path = folder / "card.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else None


def _hardware() -> str:
    if torch.cuda.is_available():
        return str(torch.cuda.get_device_name())
    name = platform.machine()
    with contextlib.suppress(OSError, StopIteration):
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        name = next(line.partition(":")[2].strip() for line in lines if "model name" in line)
    threads = torch.get_num_threads()
    return f"{threads} CPU core{'s' if threads > 1 else ''} ({name})"
