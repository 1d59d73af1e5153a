"""One German sentence translated in two ways."""

from collections.abc import Iterator

from translate.checks.base import Article, Hit
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "D212",
    "inconsistent-translation",
    Category.TERMINOLOGY,
    Severity.MINOR,
    bad=[[("Das ist so.", "That is so."), ("Er kam.", "He came."), ("Das ist so.", "[It is so.]")]],
    good=[
        [("Das ist so.", "That is so."), ("Er kam.", "He came."), ("Das ist so.", "That is so.")]
    ],
)
def inconsistent_translation(article: Article) -> Iterator[Hit]:
    """The same German sentence is translated in two ways."""
    seen: dict[str, str] = {}
    for pair in article.pairs:
        target = pair.target.strip()
        first = seen.setdefault(" ".join(pair.source.split()), target)
        if target and first and target != first:
            yield Hit(
                pair.target_span,
                f"The same German sentence was translated as “{first}” before.",
                first,
            )
