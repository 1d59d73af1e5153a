"""``reinschrift backtranslate``: pairs to train on, from English text alone."""

from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from translate.cli import options
from translate.cli.console import print_line
from translate.engines import load_engine, locate
from translate.files import cache_folder
from translate.training.backtranslation import back_translate, read_sentences


def run(
    texts: Annotated[
        list[Path],
        typer.Argument(metavar="TEXT", help="English text, a sentence a line (also .xz)."),
    ],
    model: Annotated[
        str,
        typer.Option(metavar="FOLDER", help="An English-German model: train --reverse makes one."),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="The TSV file of the pairs.")
    ],
    *,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Take only the first N sentences.")
    ] = None,
    engine: options.EngineOption = None,
    beam: options.Beam = 1,
    threads: options.Threads = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only errors.")] = False,
) -> None:
    """Write the German for English text, to train on. Stopped, the same command goes on."""
    decoder = load_engine(
        locate(model),
        cache=cache_folder(),
        engine=engine or "ctranslate2",
        beam=beam,
        threads=threads,
    )

    def report(done: int) -> None:
        if not quiet:
            typer.echo(f"{done:,} sentences", err=True)

    pairs = back_translate(islice(read_sentences(texts), limit), decoder, out, report=report)
    print_line(f"{out}: {pairs:,} pairs")
