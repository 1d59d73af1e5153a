"""Data files that stand beside the checks, read once when they are first needed."""

from functools import cache


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of ``data/name``, without empty ones and ``#`` comments."""
    return tuple(line for line in _text(name).splitlines() if line.strip())


@cache
def words(name: str) -> frozenset[str]:
    """The words of ``data/name``, one or more a line, separated by spaces."""
    return frozenset(_text(name).split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/name``, columns separated by tabs, without the heading row."""
    return tuple(tuple(line.split("\t")) for line in lines(name)[1:])


def _text(name: str) -> str:
    """What ``data/name`` says, without ``#`` comments."""
    from importlib.resources import files

    text = files("translate.checks").joinpath("data", name).read_text("utf-8")
    first, *others = f"\n{text}".split("\n#")
    return first + "".join("\n" + other.partition("\n")[2] for other in others)
