"""German that no rule names but that a trained detector finds garbled."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source, whole
from translate.checks.garble.counts import keys
from translate.checks.garble.detector import detector, doubts
from translate.checks.garble.phrases import phrases, resembling
from translate.checks.garble.words import split
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_SURE = 0.52  # probability of the surest word; flags fewer than 1 in 100 clean sentences
_BESIDE = 0.48  # of the words beside it that belong to the phrase
_SHORTEST = 5  # words of a sentence that can be judged
_NEAR = 3  # words and marks in which rules see a repetition


@check(
    "S390",
    "suspicious-phrase",
    Category.UNINTELLIGIBLE,
    Severity.MINOR,
    asked=True,
    bad=["Am Abend kamen viele kleine Geschäfte und [Geschäfte] in Bedrängnis."],
    good=[
        "Am Abend kamen viele kleine Geschäfte und Gaststätten in Bedrängnis.",
        "Das neue Verfahren, hieß es, erschwere die Verhandlungen mit der Gemeinde.",
        "Die Bank hat hat keine Angaben zu dem Fall gemacht.",
        "Am Montag hat der Vorstand den Vertrag mit dem Zulieferer verlängert.",
        "Die Einwohner klagen seit Jahren über den Lärm des Flughafens.",
    ],
)
def suspicious_phrase(source: Source) -> Iterator[Hit]:
    """A phrase looks garbled to a trained detector (runs only with --select S390)."""
    for sentence in source.sentences or (whole(source.text),):
        text = sentence.of(source.text)
        words = doubts(text)
        if len(words) < _SHORTEST:
            continue
        for place, probability in phrases(words, _SURE, _BESIDE):
            if _doubled(text, place) or _subjunctive(place.of(text)):
                continue
            span = place.shift(sentence.start)
            phrase = span.of(source.text)
            network = detector().network
            meant = resembling(phrase, network.lookup, network.reader)
            like = f"; it resembles “{meant}”" if meant else ""
            yield Hit(
                span, f"“{phrase}” looks garbled (probability {100 * probability:.0f} %){like}."
            )


def _doubled(text: str, place: Span) -> bool:
    """Whether the phrase stands just before, too: rules of their own name that."""
    phrase = place.of(text)
    before = split(text[: place.start])[-_NEAR:]
    return phrase in before and before[-1] not in {"und", "oder"}


def _subjunctive(word: str) -> bool:
    """Whether it is the rare form of a known verb: *erschwere* of *erschweren*."""
    known = detector().network.lookup(keys([f"{word}n"]))[0] > 0
    return bool(known) and word.islower() and word.endswith("e")
