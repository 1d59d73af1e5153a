"""The garble detector, by what it says of words and phrases."""

import time

import numpy as np

from translate.checks import Pair, Selection, Source, check_pair, check_source
from translate.checks.garble.counts import keys, level
from translate.checks.garble.detector import MOST, Doubt, detector, doubts
from translate.checks.garble.evidence import EVIDENCE, evidence
from translate.checks.garble.phrases import phrases, resembling
from translate.checks.garble.words import split, words
from translate.findings import Severity, Side
from translate.spans import Span

ALL = Selection(select=("S", "P", "D"))
ONLY = Selection(select=("S390",))
CLEAN = (
    "Die Stadt will im kommenden Jahr zwei neue Schulen bauen.",
    "Am Montag hat der Vorstand den Vertrag mit dem Zulieferer verlängert.",
    "„Wir haben lange darauf gewartet“, sagte die Bürgermeisterin nach der Sitzung.",
    "Rund 3.500 Menschen nahmen an dem Lauf teil, so viele wie nie zuvor.",
)


def test_every_word_gets_a_probability() -> None:
    """No word is left out, and the places are those of the text."""
    text = "  Er ging,\tobwohl's regnete – nach  Bad-Ems (ohne 3,5 Schirme)."
    found = doubts(text)
    assert [doubt.span.of(text) for doubt in found] == [
        *("Er", "ging", "obwohl's", "regnete", "nach", "Bad-Ems", "ohne", "Schirme")
    ]
    assert all(0 <= doubt.probability <= 1 for doubt in found)
    assert "".join(span.of(text) for span in words(text)) == "".join(text.split())


def test_english_may_be_given() -> None:
    """Each word has a probability with the English too, and without words there are none."""
    german, english = split("Der Hund schläft im Garten."), split("The dog sleeps.")
    assert detector().probabilities(german, english).shape == (len(german),)
    assert detector().probabilities(german).shape == (len(german),)
    assert detector().probabilities([], english).shape == (0,)


def test_the_dictionary_ties_words_to_their_english() -> None:
    """A word whose translation is there has a counterpart, a strange one has none."""
    german, english = (
        split("Der Hund schläft im Mietvertrag."),
        split("The dog sleeps in a garden."),
    )
    tied = evidence(german, english)
    assert tied.shape == (len(german), EVIDENCE)
    counterpart = dict(zip(german, tied[:, 2].tolist(), strict=True))
    assert counterpart["Hund"] == 1
    assert counterpart["Mietvertrag"] == 0


def test_a_word_that_its_english_does_not_say_is_less_likely_right() -> None:
    """The English tells a wrong word from a right one."""
    english = split("The company raised its prices last year.")
    right, wrong = (
        detector().probabilities(split(f"Das Unternehmen hat seine {word} erhöht."), english)[4]
        for word in ("Preise", "Zähne")
    )
    assert wrong > right


def test_wrong_words_are_marked_in_the_german_when_asked() -> None:
    """A word that its English does not say stands in the source; by default nothing is said."""
    pair = Pair(
        "Der Läufer wurde an der ersten Basis abgestochen.",
        "The runner was tagged out at first base.",
    )
    (found,) = check_pair(pair, Selection(select=("P390",)))
    assert found.side is Side.SOURCE
    assert found.span.of(pair.source) == "abgestochen"
    assert "P390" not in {f.code for f in check_pair(pair)}
    short = Pair("Läufer wurde abgestochen.", "The runner was tagged out.")
    assert check_pair(short, Selection(select=("P390",))) == []


def test_clean_german_is_let_be() -> None:
    """A reader is not bothered for nothing."""
    for text in CLEAN:
        assert check_source(Source(text, (Span(0, len(text)),)), ONLY) == []


def test_sentences_are_judged_alone_and_findings_stand_in_the_block() -> None:
    """What stands beside a sentence changes nothing but the place of its findings."""
    bad = "Am Abend kamen viele kleine Geschäfte und Geschäfte in Bedrängnis."
    text = f"{CLEAN[0]} {bad}"
    start = len(CLEAN[0]) + 1
    alone = check_source(Source(bad, (Span(0, len(bad)),)), ONLY)
    both = check_source(Source(text, (Span(0, start - 1), Span(start, len(text)))), ONLY)
    assert alone
    assert [f.span for f in both] == [f.span.shift(start) for f in alone]
    assert {f.severity for f in alone} == {Severity.MINOR}


def test_a_text_of_many_words_is_no_sentence() -> None:
    """Endless lines cost no time."""
    start = time.process_time()
    assert doubts("Wort " * (MOST + 1)) == []
    assert time.process_time() - start < 1


def test_neighbours_join_a_doubtful_phrase() -> None:
    """A phrase is a run of doubtful words, as sure as the surest of them."""
    sure = (0.9, 0.1, 0.6, 0.8, 0.55, 0.2, 0.6)
    found = [Doubt(Span(3 * i, 3 * i + 2), p) for i, p in enumerate(sure)]
    assert list(phrases(found, 0.7, 0.5)) == [(Span(0, 2), 0.9), (Span(6, 14), 0.8)]
    assert list(phrases([], 0.7, 0.5)) == []


def test_a_misspelt_word_names_what_it_resembles() -> None:
    """Only a word that nobody writes resembles another."""
    network = detector().network
    assert resembling("Regeirung", network.lookup, network.reader) == "Regierung"
    assert resembling("Regierung", network.lookup, network.reader) is None
    assert resembling("ab", network.lookup, network.reader) is None


def test_counts_become_levels() -> None:
    """A level more for each doubling; rare things have none."""
    assert level(np.array([0, 2, 3, 5, 6, 12, 10**9])).tolist() == [0, 0, 1, 1, 2, 3, 15]


def test_keys_tell_order_and_distance() -> None:
    """Two words as neighbours are another pair than with a word between."""
    forward, backward = keys(["gute", "Luft"]), keys(["Luft", "gute"])
    apart = keys(["gute", "x", "Luft"])
    assert forward[2] not in {*backward, *apart}
    assert len(apart) == 3 + 2 + 1
    assert keys([]).shape == (0,)
    assert keys(["12"])[0] == keys(["98"])[0]


def test_it_has_to_be_asked_for() -> None:
    """It is often wrong, and slow beside the rules: selecting all checks does not mean it."""
    bad = "Am Abend kamen viele kleine Geschäfte und Geschäfte in Bedrängnis."
    source = Source(bad, (Span(0, len(bad)),))
    assert [f.code for f in check_source(source, ONLY)] == ["S390"]
    assert check_source(source, ALL) == check_source(source)
    assert "S390" not in {f.code for f in check_source(source)}
