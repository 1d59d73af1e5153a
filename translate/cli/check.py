"""``reinschrift check``: what is doubtful in German articles, and in their translations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from translate import documents
from translate.batch import collect
from translate.checks import Selection
from translate.cli import options
from translate.cli.console import Exit, FailOn, print_error, print_line, printable
from translate.cli.estimate import estimating_engine
from translate.documents import SUFFIXES
from translate.errors import ReinschriftError, UsageError
from translate.estimating import with_estimates
from translate.files import read_bytes, write_atomic
from translate.findings import Side
from translate.reports import csv, html, jsonl, sarif, terminal
from translate.reports.totals import Totals
from translate.results import DocumentResult
from translate.review import review


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    SARIF = "sarif"
    CSV = "csv"


def run(
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="The German article, or a folder of articles.")
    ],
    translation: Annotated[
        Path | None,
        typer.Argument(
            metavar="TRANSLATION",
            help="Its English translation, paragraph by paragraph; for a folder, the folder with "
            "the translations under the same names.",
        ),
    ] = None,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to a file instead.")
    ] = None,
    output_format: Annotated[
        Format,
        typer.Option("--format", metavar="FORMAT", help="text, json, html, sarif or csv."),
    ] = Format.TEXT,
    estimate: options.Estimate = False,
    model: options.Model = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    glossary: options.GlossaryFile = None,
    fail_on: options.FailOnOption = None,
    config: options.Config = None,
) -> None:
    """Check German articles and, if given, their translations.

    It exits with 1 if it finds anything, unless --fail-on says otherwise.
    """
    settings = options.configuration(config)
    selection = settings.selection(select, ignore, glossary)
    if estimate and not translation:
        raise UsageError("--estimate judges a translation; give one behind the German article")
    engine = estimating_engine(model or settings.model) if estimate else None
    results: list[DocumentResult] = []
    failures: dict[str, str] = {}
    translations: dict[str, Path | None] = {}
    for german, english in _articles(source, translation, failures):
        translations[str(german)] = english
        try:
            result = _checked(german, english, selection)
            results.append(with_estimates(result, engine) if engine else result)
        except ReinschriftError as error:
            if not source.is_dir():
                raise
            failures[printable(str(german))] = printable(str(error))
    if results:
        parts = _rendered(results, output_format, str(source), translations, failures)
        if out:
            write_atomic(out, parts)
        else:
            print_line("".join(parts).removesuffix("\n"))
    for message in failures.values():
        print_error(message)
    if failures:
        raise typer.Exit(Exit.FAILURES if results else Exit.USAGE)
    limit = options.fail_on(fail_on, settings, FailOn.MINOR)
    if limit.trips(finding.severity for result in results for finding in result.findings):
        raise typer.Exit(Exit.FINDINGS)


def _articles(
    source: Path, translation: Path | None, failures: dict[str, str]
) -> Iterator[tuple[Path, Path | None]]:
    """Each article with its translation; what cannot be read joins ``failures``."""
    if not source.is_dir():
        yield source, translation
        return
    jobs, refused = collect([source], None, SUFFIXES)
    failures.update((printable(one.name), printable(str(one.error))) for one in refused)
    for job in jobs:
        yield job.source, translation / job.name if translation else None


def _checked(source: Path, translation: Path | None, selection: Selection) -> DocumentResult:
    return review(
        documents.read(read_bytes(source), str(source)),
        documents.read(read_bytes(translation), str(translation)) if translation else None,
        selection,
    )


def _rendered(
    results: Sequence[DocumentResult],
    output_format: Format,
    title: str,
    translations: Mapping[str, Path | None],
    failures: Mapping[str, str],
) -> Iterable[str]:
    """The report in parts."""

    def place(name: str, side: Side) -> str:
        return name if side is Side.SOURCE else str(translations[name])

    match output_format:
        case Format.HTML:
            return html.render(lambda: results, title=title, failures=failures)
        case Format.JSON:
            return (f"{line}\n" for line in jsonl.render(results))
        case Format.SARIF:
            return sarif.render(results, place, failures)
        case Format.CSV:
            return csv.render(results, place)
        case Format.TEXT:
            return (f"{line}\n" for line in _text(results, title, translations))


def _text(
    results: Sequence[DocumentResult], title: str, translations: Mapping[str, Path | None]
) -> Iterator[str]:
    """The findings of each article and what they come to; at the end those of the batch."""
    for result in results:
        yield from terminal.summary(result, target=str(translations[result.name]))
        yield from _verdict(result.name, Totals.of([result]))
    if len(results) > 1:
        yield from _verdict(f"{title}: {len(results)} articles", Totals.of(results))


def _verdict(name: str, totals: Totals) -> Iterator[str]:
    yield f"{name}: {terminal.counted(totals)}"
    if totals.findings:
        yield f"MQM: {terminal.scored(totals)}"
    if totals.estimate is not None:
        yield f"Estimate: {terminal.estimated(totals.estimate)}"
