"""Outputs of systems on the command line: FILE, or NAME=FILE."""

from collections.abc import Iterable
from pathlib import Path

from translate.errors import UsageError


def named_paths(arguments: Iterable[str]) -> dict[str, Path]:
    """Each path under its name; without one, the path as given is the name.

    Raises UsageError for two of the same name.
    """
    found: dict[str, Path] = {}
    for argument in arguments:
        name, mark, path = argument.partition("=")
        if not mark or Path(argument).exists():
            name, path = argument, argument
        if not name or not path:
            raise UsageError(f"{argument}: give NAME=FILE, or a file")
        if name in found:
            raise UsageError(f"{argument}: two systems are called {name}; give NAME=FILE")
        found[name] = Path(path)
    return found
