"""Two different sentences with the same translation, one after the other."""

from collections.abc import Iterator
from itertools import pairwise

from translate.checks.base import Article, Hit
from translate.checks.registry import check
from translate.findings import Category, Severity

_FROM = 20  # characters; short answers may well be equal


@check(
    "D110",
    "doubled-segment",
    Category.DUPLICATION,
    Severity.MAJOR,
    bad=[
        [
            ("Der Minister kam am Montag an.", "The minister arrived on Monday."),
            ("Dann sprach er lange mit allen.", "[The minister arrived on Monday.]"),
        ]
    ],
    good=[[("Ja, so ist es eben.", "Yes, it is like that."), ("Nein, niemals.", "No, never.")]],
)
def doubled_segment(article: Article) -> Iterator[Hit]:
    """Two neighbouring sentences differ in the source and are the same in the translation."""
    for first, second in pairwise(article.pairs):
        same = first.target.strip() == second.target.strip()
        if same and len(second.target) >= _FROM and first.source.strip() != second.source.strip():
            yield Hit(
                second.target_span,
                "This sentence repeats the one before it, but their sources differ.",
            )
