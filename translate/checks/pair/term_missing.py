"""A German term whose English the glossary gives, and the translation does not use."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.glossary import Glossary, Term, mentions
from translate.checks.registry import check
from translate.findings import Category, Severity, Side

_EXAMPLE = Glossary(
    (
        Term("Beitragssatz", ("contribution rate",)),
        Term("gesetzliche Krankenversicherung", ("statutory health insurance",)),
        Term("Vorstand", ("board", "executive board")),
    )
)


@check(
    "P210",
    "term-missing",
    Category.WRONG_TERM,
    Severity.MAJOR,
    bad=[
        Pair("Die [Beitragssätze] steigen.", "The fees are rising.", glossary=_EXAMPLE),
        Pair("Der GKV-[Beitragssatz] steigt.", "The fee is rising.", glossary=_EXAMPLE),
        Pair(
            "Die Kosten der [gesetzlichen Krankenversicherung]",
            "The costs of public health care",
            glossary=_EXAMPLE,
        ),
    ],
    good=[
        Pair("Die Beitragssätze steigen.", "Contribution rates are rising.", glossary=_EXAMPLE),
        Pair("Der Vorstand tagt.", "The executive board meets.", glossary=_EXAMPLE),
        ("Die Beitragssätze steigen.", "The fees are rising."),
    ],
)
def term_missing(pair: Pair) -> Iterator[Hit]:
    """A term of the glossary stands in the source, and its English not in the translation."""
    told: set[Term] = set()
    for span, term in pair.glossary.find(pair.source):
        if term in told or not term.english or not pair.target.strip():
            continue
        told.add(term)
        if mentions(pair.target, term.english + term.forbidden):
            continue
        note = f" ({term.note})" if term.note else ""
        yield Hit(
            span,
            f"The glossary wants “{'” or “'.join(term.english)}” for “{term.german}”{note}.",
            term.english[0],
            Side.SOURCE,
        )
