"""``reinschrift score``: translations against references, in sacreBLEU's numbers."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from translate.cli.console import print_line
from translate.documents.decoding import decode
from translate.errors import CorpusError
from translate.files import read_bytes
from translate.scores.overlap import overlap


def run(
    hypothesis: Annotated[Path, typer.Argument(help="A file of translations, one a line.")],
    references: Annotated[
        list[Path], typer.Argument(metavar="REFERENCE", help="Files of references, likewise.")
    ],
    *,
    bootstrap: Annotated[
        int, typer.Option(min=0, help="Resamples for 95 % confidence intervals; 0 for none.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Score translations against one or more references: BLEU, chrF2 and TER by sacreBLEU."""
    lines = _lines(hypothesis)
    sets = [_lines(path) for path in references]
    for path, others in zip(references, sets, strict=True):
        if len(others) != len(lines):
            raise CorpusError(
                f"{path}: has {len(others)} lines where {hypothesis} has {len(lines)}; "
                "each translation needs its reference on the same line"
            )
    scores = overlap(lines, sets, bootstrap=bootstrap)
    if as_json:
        print_line(json.dumps([asdict(item) for item in scores], indent=2))
        return
    table = Table("Metric", "Score", "95 % interval", "Signature", box=None, pad_edge=False)
    for item in scores:
        low_high = f"{item.interval[0]:.1f} to {item.interval[1]:.1f}" if item.interval else "–"
        table.add_row(item.name, f"{item.value:.2f}", low_high, item.signature)
    Console(soft_wrap=True).print(table)


def _lines(path: Path) -> list[str]:
    text, _ = decode(read_bytes(path), str(path))
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []
