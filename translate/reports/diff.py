"""What a repair changed, as a unified diff."""

from collections.abc import Iterator
from difflib import unified_diff


def unified(name: str, old: str, new: str) -> Iterator[str]:
    """The lines of a diff from ``old`` to ``new``, each with its newline; none if equal."""
    before, after = (text.splitlines(keepends=True) for text in (old, new))
    for line in unified_diff(before, after, name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
