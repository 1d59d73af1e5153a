"""Words of the translation that the model did not write."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.results import Rewording
from translate.spans import Span


@check(
    "P126",
    "reworded",
    Category.MISTRANSLATION,
    Severity.INFO,
    bad=[
        Pair(
            "Die Zäune sind hoch.",
            "The [fences] are high.",
            reworded=(Rewording(Span(4, 10), "circumni", "Zäune"),),
        ),
        Pair(
            "Er traf Schwendemann.",
            "He met [Schwendemann].",
            reworded=(Rewording(Span(7, 19), "usemann", "Schwendemann"),),
        ),
    ],
    good=[Pair("Die Zäune sind hoch.", "The fences are high.")],
)
def reworded(pair: Pair) -> Iterator[Hit]:
    """A word that the model made up was replaced, by the dictionary or by the German word."""
    for rewording in pair.reworded:
        word = rewording.span.of(pair.target)
        yield Hit(
            rewording.span,
            f"The model wrote “{rewording.made_up}”; “{word}” is as in the German."
            if word == rewording.german
            else f"The model wrote “{rewording.made_up}”; “{word}” is what the dictionary has "
            f"for “{rewording.german}”.",
        )
