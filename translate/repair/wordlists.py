"""Word lists and tables that stand beside the code, read once when they are first needed."""

from functools import cache

from translate.files import read_data


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of ``data/name``, without empty ones and ``#`` comments."""
    text = read_data("translate.repair", name)
    return tuple(line for line in text.splitlines() if line.strip())


@cache
def words(name: str) -> frozenset[str]:
    """The words of ``data/name``, one or more a line, separated by spaces."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def table(name: str) -> dict[str, str]:
    """The two columns of ``data/name``, separated by a tab or spaces."""
    return dict(line.split(maxsplit=1) for line in lines(name))
