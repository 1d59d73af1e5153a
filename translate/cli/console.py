"""How the commands meet the outside: exit codes, printed lines, the cache folder."""

from collections.abc import Iterable
from enum import IntEnum, StrEnum

import typer

from translate.findings import Severity


class Exit(IntEnum):
    """Exit codes of every command."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    FAILURES = 3
    INTERRUPTED = 130


class FailOn(StrEnum):
    """The least severity of a finding that makes a command exit with 1."""

    NEVER = "never"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    def trips(self, severities: Iterable[Severity]) -> bool:
        """Whether one of ``severities`` is severe enough."""
        if self is FailOn.NEVER:
            return False
        return any(severity.rank >= Severity(self.value).rank for severity in severities)


def print_line(text: str = "") -> None:
    """One line of a result, to the standard output."""
    typer.echo(text)


def print_error(message: str) -> None:
    """One line about a failure, to the standard error."""
    typer.secho("error: ", fg="red", bold=True, nl=False, err=True)
    typer.echo(printable(message), err=True)


def print_note(message: str) -> None:
    """One line that a reader should know beside the result, to the standard error."""
    typer.echo(f"note: {printable(message)}", err=True)


def printable(text: str) -> str:
    """``text`` without what a file name may hold and UTF-8 may not."""
    return text.encode(errors="replace").decode()
