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
        Pair(
            "Er kam am 31. Oktober.",
            "He came on [31] October.",
            reworded=(Rewording(Span(11, 13), "the 31.", ""),),
        ),
    ],
    good=[Pair("Die Zäune sind hoch.", "The fences are high.")],
)
def reworded(pair: Pair) -> Iterator[Hit]:
    """A word that the model made up was replaced, or a slip of its own put right."""
    for rewording in pair.reworded:
        word, made_up, german = rewording.span.of(pair.target), rewording.made_up, rewording.german
        if not german:
            message = f"The model wrote “{made_up}”, which is put right to “{word}”."
        elif word == german:
            message = f"The model wrote “{made_up}”; “{word}” is as in the German."
        elif made_up == german:
            message = f"The model left “{german}” in German; the dictionary has “{word}” for it."
        else:
            message = f"The model wrote “{made_up}”; for “{german}” the dictionary has “{word}”."
        yield Hit(rewording.span, message)
