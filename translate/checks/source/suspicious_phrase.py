"""German that no rule names but that a trained detector finds garbled."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source, whole
from translate.checks.garble.detector import detector, doubts
from translate.checks.garble.phrases import phrases, resembling
from translate.checks.registry import check
from translate.findings import Category, Severity

_SURE = 0.49  # probability of the surest word; flags fewer than 1 in 100 clean sentences
_BESIDE = 0.42  # of the words beside it that belong to the phrase
_SHORTEST = 5  # words of a sentence that can be judged


@check(
    "S390",
    "suspicious-phrase",
    Category.UNINTELLIGIBLE,
    Severity.MINOR,
    bad=[
        "Die Prüfer testen die Bauteile auf willkürliche und [willkürliche] Weise.",
        "Am Abend kamen viele kleine Geschäfte und [Geschäfte] in Bedrängnis.",
    ],
    good=[
        "Die Prüfer testen die Bauteile auf willkürliche und wechselnde Weise.",
        "Am Montag hat der Vorstand den Vertrag mit dem Zulieferer verlängert.",
        "Die Einwohner klagen seit Jahren über den Lärm des Flughafens.",
    ],
)
def suspicious_phrase(source: Source) -> Iterator[Hit]:
    """A phrase looks garbled to a trained detector, though no rule says why."""
    for sentence in source.sentences or (whole(source.text),):
        words = doubts(sentence.of(source.text))
        if len(words) < _SHORTEST:
            continue
        for place, probability in phrases(words, _SURE, _BESIDE):
            span = place.shift(sentence.start)
            text = span.of(source.text)
            network = detector().network
            meant = resembling(text, network.lookup, network.reader)
            like = f"; it resembles “{meant}”" if meant else ""
            yield Hit(
                span, f"“{text}” looks garbled (probability {100 * probability:.0f} %){like}."
            )
