"""A phrase that can be understood but is English in German words."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.idioms import hits
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "S401",
    "calque",
    Category.UNIDIOMATIC,
    Severity.MINOR,
    bad=["Der Minister [kam unter Feuer].", "seit der [US-Führer] zurückgekehrt ist"],
    good=["Der Minister geriet in die Kritik.", "der Oppositionsführer"],
)
def calque(source: Source) -> Iterator[Hit]:
    """A phrase can be understood but is English in German words."""
    return hits(source.text, "calques.tsv")
