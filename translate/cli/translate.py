"""``reinschrift translate``: articles and folders of articles into English, with a report."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from translate.batch import MANIFEST, Job, Manifest, RecordedEngine, collect, run_batch
from translate.cli import options
from translate.cli.console import Exit, FailOn, cache_folder, print_error, print_line, printable
from translate.cli.progress import BatchProgress
from translate.documents import SUFFIXES
from translate.engines import describe, load_engine, locate
from translate.errors import UsageError
from translate.files import write_atomic
from translate.findings import Severity, Side
from translate.pipeline import Failure, Pipeline
from translate.reports import csv, html, jsonl, sarif, terminal
from translate.reports.totals import Totals
from translate.results import DocumentResult

PAGE, LINES = "report.html", "report.jsonl"
_WORST = 3  # articles that are named at the end


class Report(StrEnum):
    """A report that is written on demand, beside the page and the lines."""

    SARIF = "sarif"
    CSV = "csv"

    @property
    def file(self) -> str:
        """Its name in the output folder."""
        return f"report.{self}"


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
    info = describe(checkpoint, engine=engine_name, beam=width)
    manifest = Manifest(out / MANIFEST)
    failures = {failure.name: str(failure.error) for failure in refused}
    done: list[str] = []
    fresh = 0
    progress = BatchProgress(jobs, quiet=quiet)
    with progress.bar:
        recorded = RecordedEngine(
            info,
            lambda: load_engine(
                checkpoint, cache=cache_folder(), engine=engine_name, beam=width, threads=threads
            ),
            manifest,
            progress.chunk,
        )
        pipeline = Pipeline(
            recorded,
            repair=settings.repair if repair is None else repair,
            selection=selection,
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
    totals = _report(manifest, done, failures, out)
    _more_reports(report or (), manifest, {job.name: job for job in jobs}, done, failures, out)
    if not quiet:
        known = f", {len(done) - fresh} of them done before" if fresh < len(done) else ""
        counts = ", ".join(f"{totals.severities[s]} {s}" for s in reversed(Severity))
        print_line(f"Articles: {len(done)}{known}")
        print_line(f"Words:    {totals.words:,} in {totals.sentences:,} sentences")
        print_line(f"Repairs:  {totals.repairs}")
        print_line(f"Findings: {counts}")
        print_line(f"MQM:      {terminal.scored(totals)}")
        if worst := _worst(manifest.results(done)):
            print_line(f"Worst:    {worst}")
        print_line(f"English:  {out}")
        print_line(f"Report:   {out / PAGE}")
    if failures:
        raise typer.Exit(Exit.FAILURES)
    if options.fail_on(fail_on, settings, FailOn.NEVER).trips(totals.severities):
        raise typer.Exit(Exit.FINDINGS)


def _report(
    manifest: Manifest, done: Sequence[str], failures: Mapping[str, str], out: Path
) -> Totals:
    """Write the page and the lines of a batch; return its totals."""
    write_atomic(out / LINES, (f"{line}\n" for line in jsonl.render(manifest.results(done))))
    page = html.render(lambda: manifest.results(done), title="Translation", failures=failures)
    write_atomic(out / PAGE, page)
    return Totals.of(manifest.results(done))


def _worst(results: Iterable[DocumentResult]) -> str:
    """The articles with the highest scores of the English; none where there is but one."""
    scores = sorted(
        (-Totals.of([result]).mqm.get(Side.TARGET, 0), result.name) for result in results
    )
    told = [f"{name} {-score:.1f}" for score, name in scores[:_WORST] if score]
    return ", ".join(told) if len(scores) > 1 else ""


def _more_reports(
    wanted: Iterable[Report],
    manifest: Manifest,
    jobs: Mapping[str, Job],
    done: Sequence[str],
    failures: Mapping[str, str],
    out: Path,
) -> None:
    """Write the reports that were asked for."""

    def place(name: str, side: Side) -> str:
        return str(jobs[name].source if side is Side.SOURCE else jobs[name].target)

    for report in wanted:
        results = manifest.results(done)
        if report is Report.SARIF:
            parts = sarif.render(results, place, failures)
        else:
            parts = csv.render(results, place)
        write_atomic(out / report.file, parts)


def _refuse(jobs: Sequence[Job], out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: is a file; choose a folder for the translations")
    for job in jobs:
        if job.name in {PAGE, LINES, *(report.file for report in Report)}:
            raise UsageError(f"{job.source}: has the name of a report; rename it")
