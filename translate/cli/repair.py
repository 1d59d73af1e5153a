"""``reinschrift repair``: German with its garbles mended, and what was changed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from translate import documents
from translate.batch import Job, collect
from translate.checks import all_checks
from translate.cli import options
from translate.cli.console import Exit, print_error, print_line, printable
from translate.documents import SUFFIXES
from translate.errors import ReinschriftError, UsageError
from translate.files import read_bytes, write_atomic
from translate.mending import Mended, mend_document
from translate.pipeline import Failure
from translate.reports.diff import unified
from translate.reports.places import Lines

_AROUND = 40  # characters shown on both sides of a change


def run(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="INPUT", help="Articles, or folders of them.")
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="PATH", help="Where the repaired articles go."),
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what changes, and why.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if anything would change.")
    ] = False,
    ignore: options.Ignore = None,
    config: options.Config = None,
) -> None:
    """Repair garbled German, and leave all else as it is.

    One article is printed; with --out, articles and folders are written there.

    What is mended is what `translate` mends before it translates.
    """
    if check and out:
        raise UsageError("--check writes nothing; leave out --out or --check")
    selection = options.configuration(config).selection(ignore=ignore)
    jobs, refused = _jobs(inputs, out)
    if len(jobs) > 1 and not (out or diff or check):
        raise UsageError(f"{len(jobs)} articles cannot be printed; give --out, --diff or --check")
    failures = [printable(str(failure.error)) for failure in refused]
    changed = 0
    for job in jobs:
        try:
            document = documents.read(read_bytes(job.source), str(job.source))
            mended = mend_document(document, selection)
            if out:
                write_atomic(job.target, mended.data)
        except ReinschriftError as error:
            failures.append(printable(str(error)))
            continue
        changed += bool(mended.edits)
        if diff:
            _show(mended)
        elif out or check:
            print_line(f"{job.source}: {_count(len(mended.edits))}")
        else:
            typer.echo(mended.data, nl=False)
    _finish(failures, any_job=bool(jobs), found=check and changed > 0)


def _finish(failures: Sequence[str], *, any_job: bool, found: bool) -> None:
    for failure in failures:
        print_error(failure)
    if failures:
        raise typer.Exit(Exit.FAILURES if any_job else Exit.USAGE)
    if found:
        raise typer.Exit(Exit.FINDINGS)


def _count(repairs: int) -> str:
    return f"{repairs} repair{'' if repairs == 1 else 's'}" if repairs else "nothing to repair"


def _jobs(inputs: Sequence[Path], out: Path | None) -> tuple[list[Job], list[Failure]]:
    """What is to be repaired; one article may go to a file instead of a folder."""
    if out is None:
        return collect(inputs, None, SUFFIXES)
    if out.is_dir() or out.suffix.lower() not in SUFFIXES:
        if out.is_file():
            raise UsageError(f"{out}: is a file; choose a folder, or a file ending as the article")
        return collect(inputs, out, SUFFIXES)
    jobs, refused = collect(inputs, None, SUFFIXES)
    if len(jobs) != 1 or inputs[0].is_dir():
        raise UsageError(f"{out}: is one file for {len(jobs)} articles; choose a folder")
    return [replace(jobs[0], target=out)], refused


def _show(mended: Mended) -> None:
    """The changes: coloured, with their reasons, on a terminal; a unified diff elsewhere."""
    console = Console(soft_wrap=True, highlight=False)
    name = mended.document.name
    if not console.is_terminal:
        typer.echo("".join(unified(name, mended.document.text, mended.text)), nl=False)
        return
    for change in _changes(mended):
        console.print(change)


def _changes(mended: Mended) -> Iterator[Text]:
    """Two lines a change: its place and reason, the old text struck out beside the new."""
    text = mended.document.text
    lines = Lines(text)
    names = {check.code: check.name for check in all_checks()}
    for edit in mended.edits:
        place = lines.place(edit.span.start)
        yield Text.assemble(
            (f"{mended.document.name}:{place.line}:{place.column}:", "bold"),
            *(f" {code} {names.get(code, '')}" for code in edit.reason.split("+")),
        )
        line = lines.starts[place.line - 1]
        start = max(line, edit.span.start - _AROUND)
        end = min(len(text), edit.span.end + _AROUND)
        behind = text[edit.span.end : end].partition("\n")[0]
        cut = "…" if end < len(text) and edit.span.end + len(behind) == end else ""
        yield Text.assemble(
            "    …" if start > line else "    ",
            text[start : edit.span.start],
            (edit.span.of(text).replace("\n", "↵"), "red strike"),
            (edit.replacement, "green"),
            behind + cut,
        )
