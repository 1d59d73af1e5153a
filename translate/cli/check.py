"""``reinschrift check``: what is doubtful in a German article, and in its translation."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from translate import documents
from translate.cli import options
from translate.cli.console import Exit, FailOn, print_line
from translate.files import read_bytes, write_atomic
from translate.reports import html, jsonl, terminal
from translate.review import review


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def run(
    source: Annotated[Path, typer.Argument(help="The German article.")],
    translation: Annotated[
        Path | None, typer.Argument(help="Its English translation, paragraph by paragraph.")
    ] = None,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to a file instead.")
    ] = None,
    output_format: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TEXT,
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
    if output_format is Format.HTML:
        parts = html.render(lambda: [result], title=str(source))
    elif output_format is Format.JSON:
        parts = (f"{line}\n" for line in jsonl.render([result]))
    else:
        names = {"source": str(source), "target": str(translation)}
        lines = list(terminal.summary(result, **names)) or [f"{source}: no findings"]
        parts = (f"{line}\n" for line in lines)
    if out:
        write_atomic(out, parts)
    else:
        print_line("".join(parts).removesuffix("\n"))
    limit = options.fail_on(fail_on, settings, FailOn.MINOR)
    if limit.trips(finding.severity for finding in result.findings):
        raise typer.Exit(Exit.FINDINGS)
