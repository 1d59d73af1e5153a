"""German words that a trained detector finds wrong beside their English."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.garble.detector import doubts
from translate.checks.garble.phrases import phrases
from translate.checks.registry import check
from translate.findings import Category, Severity, Side

_SURE = 0.6  # probability of the surest word
_BESIDE = 0.5  # of the words beside it that belong to the phrase
_SHORTEST = 5  # words of a sentence that can be judged


@check(
    "P390",
    "doubtful-word",
    Category.MISTRANSLATION,
    Severity.MINOR,
    asked=True,
    bad=[
        (
            "Der Läufer wurde an der ersten Basis [abgestochen].",
            "The runner was tagged out at first base.",
        ),
    ],
    good=[
        (
            "Das Unternehmen hat seine Preise im vergangenen Jahr erhöht.",
            "The company raised its prices last year.",
        ),
        ("Der Hund schläft im Garten.", "The dog is asleep in the garden."),
    ],
)
def doubtful_word(pair: Pair) -> Iterator[Hit]:
    """A German word looks wrong beside its English original (runs only with --select P390).

    For German that a machine made of the English. Between freely translated human texts it
    marks a word in 7 of 100 sentences.
    """
    words = doubts(pair.source, pair.target)
    if len(words) < _SHORTEST:
        return
    for place, probability in phrases(words, _SURE, _BESIDE):
        yield Hit(
            place,
            f"“{place.of(pair.source)}” looks wrong beside the English "
            f"(probability {100 * probability:.0f} %).",
            side=Side.SOURCE,
        )
