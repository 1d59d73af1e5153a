"""``reinschrift translate``: articles and folders of articles into English, with a report."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from translate.batch import MANIFEST, Job, Manifest, RecordedEngine, collect, run_batch
from translate.cli import options
from translate.cli.console import Exit, FailOn, print_error, print_line, printable
from translate.cli.estimate import note_other_model
from translate.cli.progress import BatchProgress
from translate.cli.reporting import Finished, Report, is_report
from translate.documents import SUFFIXES
from translate.engines import Checkpoint, Engine, describe, load_engine, locate
from translate.errors import UsageError
from translate.files import cache_folder
from translate.pipeline import Failure, Pipeline
from translate.results import EngineInfo
from translate.rewording import RewordingEngine


def run(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="INPUT", help="Articles, or folders of them.")
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the translations go.")
    ],
    *,
    model: options.Model = None,
    engine: options.EngineOption = None,
    beam: Annotated[
        int | None, typer.Option(metavar="N", min=1, help=f"{options.BEAM_HELP} Default: 4.")
    ] = None,
    threads: options.Threads = None,
    repair: Annotated[
        bool | None,
        typer.Option(help="Mend garbled German before translating it, or don't. Default: do."),
    ] = None,
    reword: Annotated[
        bool | None,
        typer.Option(help="Replace words that the model made up, or don't. Default: do."),
    ] = None,
    estimate: options.Estimate = False,
    report: Annotated[
        list[Report] | None,
        typer.Option(metavar="FORMAT", help="Write this report too: sarif or csv; repeatable."),
    ] = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    glossary: options.GlossaryFile = None,
    fail_on: options.FailOnOption = None,
    config: options.Config = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only errors.")] = False,
) -> None:
    """Translate German articles into English, and report what is doubtful.

    Run it again to go on where it was stopped: what is done is not done again.
    """
    settings = options.configuration(config)
    selection = settings.selection(select, ignore, glossary)
    jobs, refused = collect(inputs, out, SUFFIXES)
    _refuse(jobs, out)
    checkpoint = locate(model or settings.model)
    engine_name, width = engine or settings.engine, beam or settings.beam
    rewords = settings.reword if reword is None else reword
    info = replace(describe(checkpoint, engine=engine_name, beam=width), reworded=rewords)
    note_other_model(info, asked=estimate)
    manifest = Manifest(out / MANIFEST)
    failures = {failure.name: str(failure.error) for failure in refused}
    done: list[str] = []
    fresh = 0
    progress = BatchProgress(jobs, quiet=quiet)
    with progress.bar:
        recorded = RecordedEngine(
            info, lambda: _load(checkpoint, info, threads), manifest, progress.chunk
        )
        pipeline = Pipeline(
            recorded,
            repair=settings.repair if repair is None else repair,
            selection=selection,
            estimate=estimate,
        )
        try:
            for job, outcome in zip(
                jobs, run_batch(jobs, manifest, recorded, pipeline), strict=True
            ):
                progress.article(job)
                if isinstance(outcome, Failure):
                    failures[outcome.name] = str(outcome.error)
                else:
                    done.append(job.name)
                    fresh += outcome.fresh
        except KeyboardInterrupt:
            print_error("interrupted; run the same command again to go on")
            raise typer.Exit(Exit.INTERRUPTED) from None
    failures = {printable(name): printable(message) for name, message in failures.items()}
    for message in failures.values():
        print_error(message)
    if not done:
        raise typer.Exit(Exit.FAILURES if jobs else Exit.USAGE)
    finished = Finished(
        out, lambda: manifest.results(done), {job.name: job for job in jobs}, failures
    )
    overview = finished.write(report or ())
    if not quiet:
        for line in finished.summary(overview, known=len(done) - fresh):
            print_line(line)
    if failures:
        raise typer.Exit(Exit.FAILURES)
    if options.fail_on(fail_on, settings, FailOn.NEVER).trips(overview.totals.severities):
        raise typer.Exit(Exit.FINDINGS)


def _load(checkpoint: Checkpoint, info: EngineInfo, threads: int | None) -> Engine:
    engine = load_engine(
        checkpoint, cache=cache_folder(), engine=info.name, beam=info.beam, threads=threads
    )
    return RewordingEngine(engine) if info.reworded else engine


def _refuse(jobs: Sequence[Job], out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: is a file; choose a folder for the translations")
    for job in jobs:
        if is_report(job.name):
            raise UsageError(f"{job.source}: has the name of a report; rename it")
