"""``reinschrift train``: a model from one's own pairs, from scratch or from another model."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from translate.cli import options
from translate.cli.console import print_line
from translate.engines import locate
from translate.errors import UsageError

if TYPE_CHECKING:
    from translate.training.trainer import Progress as TrainingProgress


class TrainingBar:
    """A progress bar of a training run, ``bar``; without a terminal, one line a report."""

    def __init__(self, *, quiet: bool) -> None:
        self._console = Console(stderr=True)
        self._lines = not quiet and not self._console.is_terminal
        self.bar = Progress(
            BarColumn(),
            TextColumn("{task.percentage:.0f} %  {task.fields[text]}"),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            disable=quiet or self._lines,
        )
        self._task = self.bar.add_task("", total=1.0, text="reading the corpus")

    def say(self, text: str) -> None:
        """Shows what has been prepared."""
        if self._lines:
            typer.echo(text, err=True)
        elif not self.bar.disable:
            self.bar.print(text)

    def show(self, progress: "TrainingProgress") -> None:
        """Shows where the run is."""
        text = (
            f"update {progress.step:,}, {progress.tokens / 1e6:.1f} M tokens "
            f"({progress.tokens_per_second:,.0f}/s), loss {progress.loss:.2f}"
        )
        if progress.bleu is not None:
            text += f", BLEU {progress.bleu:.1f}"
        self.bar.update(self._task, completed=progress.share, text=text)
        if self._lines:
            typer.echo(f"{100 * progress.share:.0f} %  {text}", err=True)


@contextmanager
def stopping() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C or SIGTERM has come; a second one ends the process at once."""
    asked: list[int] = []

    def ask(number: int, _frame: object) -> None:
        asked.append(number)
        signal.signal(number, before[signal.Signals(number)])
        typer.echo("saving after this update; once more ends the run at once", err=True)

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def run(
    corpus: Annotated[
        list[Path],
        typer.Argument(
            metavar="CORPUS",
            help="Pairs as TSV (also .xz) or Parquet: German, English. Or one folder that "
            "--prepare-only wrote.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="FOLDER", help="The run; its result is in model/."),
    ],
    *,
    minutes: Annotated[float | None, typer.Option(min=0.01, help="Train by the clock.")] = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Train so many updates.")] = None,
    recipe: Annotated[
        str | None,
        typer.Option(
            metavar="RECIPE",
            help="A TOML file of hyperparameters, or embedded, backtranslation, further, gpu, "
            "finetune (the default with --start).",
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(metavar="MODEL", help="A model to train further: embedded, or a folder."),
    ] = None,
    dev: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Pairs to score now and then; repeatable."),
    ] = None,
    prepare_only: Annotated[
        bool,
        typer.Option(
            "--prepare-only",
            help="Only write the corpus as numbers to data/, in files of at most 15 MB; "
            "`reinschrift train FOLDER/data` goes on from there, also on another machine.",
        ),
    ] = False,
    part_size: Annotated[
        int | None,
        typer.Option(metavar="MB", min=1, help="Write the weights in files of at most this size."),
    ] = None,
    threads: options.Threads = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only errors.")] = False,
) -> None:
    """Train a model. Stopped by Ctrl-C or SIGTERM, it saves; the same command goes on there."""
    if not prepare_only and (minutes is None) == (steps is None):
        raise UsageError("a run needs one limit: give --minutes or --steps")
    # OpenMP's waiting threads would else spin, and any other busy process would slow the run
    # down several times over. It must be set before torch is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from translate.training.prepare import prepare
    from translate.training.recipe import load_recipe
    from translate.training.train import train

    chosen = load_recipe(recipe or ("finetune" if start else "embedded"))
    first = locate(start).folder if start else None
    progress = TrainingBar(quiet=quiet)
    with progress.bar, stopping() as stop:
        if prepare_only:
            folder = out / "data"
            prepare(chosen, corpus, folder, start=first, say=progress.say)
        else:
            folder = train(
                chosen,
                corpus,
                out,
                minutes=minutes,
                steps=steps,
                start=first,
                development=dev or (),
                threads=threads,
                part_bytes=part_size and 1_000_000 * part_size,
                say=progress.say,
                stop=stop,
                report=progress.show,
            )
    print_line(str(folder))
