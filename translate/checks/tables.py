"""Data files that stand beside the checks, read once when they are first needed."""

from functools import cache


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of ``data/name``, without empty ones and ``#`` comments."""
    from importlib.resources import files

    text = files("translate.checks").joinpath("data", name).read_text("utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of ``data/name``, one or more a line, separated by spaces."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/name``, columns separated by tabs, without the heading row."""
    return tuple(tuple(line.split("\t")) for line in lines(name)[1:])
