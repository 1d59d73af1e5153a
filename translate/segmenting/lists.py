"""Word lists of this package, read once."""

from functools import cache

from translate.files import read_data


@cache
def words(name: str) -> frozenset[str]:
    """The lines of ``data/<name>.txt`` without comments."""
    lines = read_data("translate.segmenting", f"{name}.txt").splitlines()
    return frozenset(line.strip() for line in lines if line.strip())
