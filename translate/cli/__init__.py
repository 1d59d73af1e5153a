"""The command line: one command a file; errors become one line and an exit code."""

import sys

import typer

from translate.cli import (
    backtranslate,
    bench,
    check,
    checks,
    explain,
    model,
    repair,
    score,
    train,
    translate,
)
from translate.cli.console import Exit, print_error
from translate.errors import ReinschriftError

app = typer.Typer(
    name="reinschrift",
    help="German that sounds machine-translated, into fluent English; checked on both sides.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("translate")(translate.run)
app.command("check")(check.run)
app.command("repair")(repair.run)
app.command("score")(score.run)
app.command("bench")(bench.run)
app.command("checks")(checks.run)
app.command("explain")(explain.run)
app.command("model")(model.run)
app.command("train")(train.run)
app.command("backtranslate")(backtranslate.run)


def main() -> None:
    """Run the command that the arguments name."""
    try:
        app()
    except ReinschriftError as error:
        print_error(str(error))
        sys.exit(Exit.USAGE)
