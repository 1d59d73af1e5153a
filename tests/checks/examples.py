"""Examples of checks as subjects and the spans that brackets mark."""

from typing import Any

from translate.checks import Article, Check, Pair, Source
from translate.checks.examples import read_example
from translate.findings import Side
from translate.spans import Span


def subject(check: Check, example: Any) -> tuple[Source | Pair | Article, list[tuple[Side, Span]]]:
    """What ``check`` is to look at, and where it has to hit."""
    read = read_example(check, example)
    return read.subject, list(read.marked)
