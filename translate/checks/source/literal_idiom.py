"""An English idiom or false friend put literally, so that German readers misunderstand it."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.idioms import hits
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "S101",
    "literal-idiom",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=["in der [Ein-Aus-Annäherung] der beiden", "Er [spielte das Treffen nieder]."],
    good=["der Ein-Aus-Schalter", "Er spielte gut und legte sein Amt nieder."],
)
def literal_idiom(source: Source) -> Iterator[Hit]:
    """An English idiom or false friend is put literally, and the German means something else."""
    return hits(source.text, "literal.tsv")
