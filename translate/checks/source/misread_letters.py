"""A word that a scanner misread: spaced letters, a digit for a letter."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.letters import join_letters


@check(
    "S305",
    "misread-letters",
    Category.SPELLING,
    Severity.MAJOR,
    bad=["der [P r ä s i d e n t] sprach", "ein [Pr0blem] mehr", "[lch] komme. [lhre] Frau auch."],
    good=["A b c", "H2O und CO2", "lm Watt", "von A bis Z", "B2B und G20"],
)
def misread_letters(source: Source) -> Iterator[Hit]:
    """Letters are spaced or misread, as by a scanner."""
    return hits(source.text, join_letters, "“{wrong}” was misread; it should read “{right}”.")
