"""Several styles of quotation marks in one article."""

from collections.abc import Iterator

from translate.checks.base import Article, Hit
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_STYLES = {"straight": '"', "curly": "“”", "German": "„", "angle": "»«"}


@check(
    "D502",
    "mixed-quotes",
    Category.INCONSISTENT_STYLE,
    Severity.MINOR,
    bad=[[("a", "He said “yes” and “no”."), ("b", 'She said ["]no["].')]],
    good=[[("a", "He said “yes”."), ("b", "She said “no”.")]],
)
def mixed_quotes(article: Article) -> Iterator[Hit]:
    """The translation mixes styles of quotation marks; the rarer ones are flagged."""
    counts = {style: sum(map(article.target.count, marks)) for style, marks in _STYLES.items()}
    usual = max(counts, key=lambda style: counts[style])
    rare = "".join(marks for style, marks in _STYLES.items() if style != usual)
    if not counts[usual]:
        return
    for position, mark in enumerate(article.target):
        if mark in rare:
            yield Hit(
                Span(position, position + 1),
                f"The rest of the article uses {usual} quotation marks.",
            )
