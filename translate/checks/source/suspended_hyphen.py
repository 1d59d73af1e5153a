"""The first of two compounds lost the hyphen that stands for their common half."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.suspended import restore_suspended_hyphens


@check(
    "S325",
    "suspended-hyphen",
    Category.SPELLING,
    Severity.MINOR,
    bad=[
        "die [Innen] und Außenpolitik",
        "der [Sicherheits] und Wirtschaftsrat",
        "[zwei] bis dreimal im Jahr",
        "die [Ein] oder Ausreise",
    ],
    good=[
        "Innen- und Außenpolitik",
        "Innen und Außen sind eins.",
        "Die Zeitungen und Zeitschriften",
        "zwei bis drei Mal",
        "Nach und nach",
        "das Ein und Alles",
    ],
)
def suspended_hyphen(source: Source) -> Iterator[Hit]:
    """The first of two compounds lost the hyphen that stands for their common half."""
    return hits(
        source.text, restore_suspended_hyphens, "“{wrong}” is half a compound: write “{right}”."
    )
