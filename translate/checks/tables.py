"""Data files that stand beside the checks, read once when they are first needed."""

from functools import cache

from translate.files import read_data


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of ``data/name``, without empty ones and ``#`` comments."""
    return tuple(line for line in read_data("translate.checks", name).splitlines() if line.strip())


@cache
def words(name: str) -> frozenset[str]:
    """The words of ``data/name``, one or more a line, separated by spaces."""
    return frozenset(read_data("translate.checks", name).split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/name``, columns separated by tabs, without the heading row."""
    return tuple(tuple(line.split("\t")) for line in lines(name)[1:])
