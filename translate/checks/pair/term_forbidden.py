"""English that the glossary forbids for a German term."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.glossary import Glossary, Term, is_free, mentions
from translate.checks.registry import check
from translate.findings import Category, Severity

_EXAMPLE = Glossary(
    (
        Term("Einigung", ("agreement", "settlement"), ("unification",)),
        Term("Beitragssatz", ("contribution rate",), ("rate", "premium")),
    )
)


@check(
    "P211",
    "term-forbidden",
    Category.WRONG_TERM,
    Severity.MAJOR,
    bad=[
        Pair("Die Einigung hält.", "The [unification] holds.", glossary=_EXAMPLE),
        Pair("Der Beitragssatz steigt.", "The [premium] is rising.", glossary=_EXAMPLE),
    ],
    good=[
        Pair("Die Einigung hält.", "The settlement holds.", glossary=_EXAMPLE),
        Pair("Die deutsche Einheit", "German unification", glossary=_EXAMPLE),
        Pair("Der Beitragssatz steigt.", "The contribution rate rises.", glossary=_EXAMPLE),
    ],
)
def term_forbidden(pair: Pair) -> Iterator[Hit]:
    """The translation says for a term of the source what the glossary forbids for it."""
    for term in dict.fromkeys(term for _, term in pair.glossary.find(pair.source)):
        right = mentions(pair.target, term.english)
        for span in mentions(pair.target, term.forbidden):
            if is_free(span, right):
                better = f"; say “{'” or “'.join(term.english)}”" if term.english else ""
                yield Hit(
                    span,
                    f"The glossary forbids “{span.of(pair.target)}” for “{term.german}”{better}.",
                    term.english[0] if term.english else None,
                )
