"""``reinschrift checks``: the list of all checks."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from translate.checks import all_checks


def run(
    *,
    markdown: Annotated[
        bool, typer.Option(help="Print a Markdown table, as the README has it.")
    ] = False,
) -> None:
    """List all checks: code, name, severity, and what each finds."""
    rows = [
        (check.code, check.name, check.severity.value, check.category.value, check.description)
        for check in all_checks()
    ]
    heads = ("Code", "Name", "Severity", "MQM category", "What it finds")
    if markdown:
        for row in (heads, ("---",) * len(heads), *rows):
            typer.echo(f"| {' | '.join(row)} |")
        return
    table = Table(*heads, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row)
    Console().print(table)
