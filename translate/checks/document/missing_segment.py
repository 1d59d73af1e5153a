"""A sentence of the article that has no translation."""

from collections.abc import Iterator

from translate.checks.base import Article, Hit
from translate.checks.registry import check
from translate.findings import Category, Severity, Side


@check(
    "D100",
    "missing-segment",
    Category.OMISSION,
    Severity.CRITICAL,
    bad=[[("Er kam.", "He came."), ("[Er ging.]", "")]],
    good=[[("Er kam.", "He came."), ("Er ging.", "He left.")]],
)
def missing_segment(article: Article) -> Iterator[Hit]:
    """A sentence of the source has no translation in the article."""
    for pair in article.pairs:
        if pair.source.strip() and not pair.target.strip():
            yield Hit(
                pair.source_span,
                "This sentence is missing from the translated article.",
                side=Side.SOURCE,
            )
