"""Test sets and outputs of systems, as the command line names them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translate.cli.console import print_error, print_note
from translate.errors import ReinschriftError, UsageError

if TYPE_CHECKING:
    from translate.bench.sets import TestSet


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


def read_sets(
    names: Sequence[str],
    pairs: Path | None,
    source: Path | None,
    references: Sequence[Path],
    systems: Mapping[str, Path],
    *,
    aligned: bool,
    limit: int | None,
) -> tuple[list["TestSet"], bool]:
    """The test sets that can be had, and whether one cannot. Raises UsageError for none."""
    from translate.bench import sets

    if bool(source) != bool(references):
        raise UsageError("--source and --reference belong together; give both")
    if not (names or pairs or source):
        raise UsageError("no texts; give -t wmt19, --pairs FILE, or --source and --reference")

    def outputs(name: str) -> dict[str, Path]:
        return {
            key: Path(str(path).replace("{set}", file_name(name))) for key, path in systems.items()
        }

    found: list[TestSet] = []
    failed = False
    for name in names:
        try:
            found.append(sets.published(name, outputs(name), limit=limit))
        except ReinschriftError as error:
            print_error(str(error))
            failed = True
    if pairs:
        found.append(sets.pairs(pairs, outputs(pairs.stem), limit=limit))
    if source:
        own = outputs(source.stem)
        found.append(sets.own(source, references, own, aligned=aligned, limit=limit))
    for item in found:
        for note in item.notes:
            print_note(note)
    return found, failed


def file_name(name: str) -> str:
    """``name`` as part of the name of a file."""
    return re.sub(r"[^\w.+-]+", "-", name)
