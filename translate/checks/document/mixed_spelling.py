"""British and American spelling in one article."""

import re
from collections.abc import Iterator
from functools import cache

from translate.checks.base import Article, Hit
from translate.checks.registry import check
from translate.checks.tables import rows
from translate.findings import Category, Severity
from translate.spans import Span

_WORD = re.compile(r"[a-z]{5,20}")


@cache
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    """British to American, and American to British."""
    pairs = [row for row in rows("spellings.tsv") if len(row) > 1]
    return {row[0]: row[1] for row in pairs}, {row[1]: row[0] for row in pairs}


@check(
    "D501",
    "mixed-spelling",
    Category.INCONSISTENT_STYLE,
    Severity.MINOR,
    bad=[[("a", "The colour of the centre"), ("b", "and the [color] of labour")]],
    good=[[("a", "The colour of the centre"), ("b", "and the colour of labour")]],
)
def mixed_spelling(article: Article) -> Iterator[Hit]:
    """The translation mixes British and American spelling; the rarer one is flagged."""
    british, american = _spellings()
    words = [(match.group(), match.span()) for match in _WORD.finditer(article.target)]
    found = ([w for w in words if w[0] in british], [w for w in words if w[0] in american])
    if not all(found):
        return
    rarer, table = (0, british) if len(found[0]) < len(found[1]) else (1, american)
    for word, place in found[rarer]:
        kind = ("British", "American")[rarer]
        yield Hit(
            Span(*place),
            f"“{word}” is {kind} spelling; the rest of the article is not.",
            table[word],
        )
