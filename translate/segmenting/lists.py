"""Word lists of this package, read once."""

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The lines of ``data/<name>.txt`` without comments."""
    content = (files("translate.segmenting") / "data" / f"{name}.txt").read_text("utf-8")
    return frozenset(
        line.strip() for line in content.splitlines() if line.strip() and line[0] != "#"
    )
