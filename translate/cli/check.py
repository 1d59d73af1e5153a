"""``reinschrift check``: what is doubtful in a German article, and in its translation."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from translate import documents
from translate.cli import options
from translate.cli.console import Exit, FailOn, print_line
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
    source: Annotated[Path, typer.Argument(help="The German article.")],
    translation: Annotated[
        Path | None, typer.Argument(help="Its English translation, paragraph by paragraph.")
    ] = None,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to a file instead.")
    ] = None,
    output_format: Annotated[
        Format,
        typer.Option("--format", metavar="FORMAT", help="text, json, html, sarif or csv."),
    ] = Format.TEXT,
    select: options.Select = None,
    ignore: options.Ignore = None,
    glossary: options.GlossaryFile = None,
    fail_on: options.FailOnOption = None,
    config: options.Config = None,
) -> None:
    """Check a German article and, if given, its translation."""
    settings = options.configuration(config)
    result = review(
        documents.read(read_bytes(source), str(source)),
        documents.read(read_bytes(translation), str(translation)) if translation else None,
        settings.selection(select, ignore, glossary),
    )
    parts = _rendered(result, output_format, {Side.SOURCE: source, Side.TARGET: translation})
    if out:
        write_atomic(out, parts)
    else:
        print_line("".join(parts).removesuffix("\n"))
    limit = options.fail_on(fail_on, settings, FailOn.MINOR)
    if limit.trips(finding.severity for finding in result.findings):
        raise typer.Exit(Exit.FINDINGS)


def _rendered(
    result: DocumentResult, output_format: Format, paths: Mapping[Side, Path | None]
) -> Iterable[str]:
    """The report in parts."""

    def place(_: str, side: Side) -> str:
        return str(paths[side])

    match output_format:
        case Format.HTML:
            return html.render(lambda: [result], title=result.name)
        case Format.JSON:
            return (f"{line}\n" for line in jsonl.render([result]))
        case Format.SARIF:
            return sarif.render([result], place)
        case Format.CSV:
            return csv.render([result], place)
        case Format.TEXT:
            totals = Totals.of([result])
            lines = terminal.summary(
                result, source=place("", Side.SOURCE), target=place("", Side.TARGET)
            )
            last = f"{result.name}: {terminal.counted(totals)}"
            score = [f"MQM: {terminal.scored(totals)}"] if totals.findings else []
            return (f"{line}\n" for line in (*lines, last, *score))
