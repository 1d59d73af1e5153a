"""One name in two spellings in the source."""

from collections.abc import Iterator

from translate.checks.base import Article, Hit
from translate.checks.name_variants import hits
from translate.checks.registry import check
from translate.findings import Category, Severity, Side


@check(
    "D210",
    "source-name-variants",
    Category.TERMINOLOGY,
    Severity.MINOR,
    bad=[
        [
            ("Präsident Wladimir Putin kam.", "He came."),
            ("Dort sprach [Vladimir] Putin.", "He spoke."),
            ("Wladimir Putin ging.", "He went."),
        ],
        [
            ("Wladimir Putin kam.", "He came."),
            ("Das sind [Vladimirs] Leute.", "Those are his men."),
            ("Wladimir Putin ging.", "He went."),
        ],
        [
            ("Danylenko kam.", "D. came."),
            ("Danylenko sprach.", "D. spoke."),
            ("[Danilenko] ging.", "D. left."),
        ],
        [
            ("Wolodymyr Selenskyj kam.", "He came."),
            ("[Volodymyr] [Zelensky] ging.", "He left."),
        ],
    ],
    good=[
        [("Wladimir Putin kam.", "He came."), ("Wladimirs Hund kam.", "His dog came.")],
        [("Stephan Weil kam.", "He came."), ("Stefan Körner ging.", "He went.")],
        [("Die Wahlen und der Wähler", "a"), ("Städte und Stadt", "b")],
    ],
)
def source_name_variants(article: Article) -> Iterator[Hit]:
    """One name is spelt in several ways in the source."""
    return hits(article.source, Side.SOURCE)
