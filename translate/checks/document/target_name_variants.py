"""One name in two spellings in the target."""

from collections.abc import Iterator

from translate.checks.base import Article, Hit
from translate.checks.name_variants import hits
from translate.checks.registry import check
from translate.findings import Category, Severity, Side


@check(
    "D211",
    "target-name-variants",
    Category.TERMINOLOGY,
    Severity.MINOR,
    bad=[
        [
            ("a", "President Zelensky came."),
            ("b", "Then [Selenskyj] spoke."),
            ("c", "Zelensky left."),
        ]
    ],
    good=[
        [("a", "Zelensky came."), ("b", "Zelensky left.")],
        [("a", "Stephan Weil came."), ("b", "Stefan Körner left.")],
    ],
)
def target_name_variants(article: Article) -> Iterator[Hit]:
    """One name is spelt in several ways in the target."""
    return hits(article.target, Side.TARGET)
