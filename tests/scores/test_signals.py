"""What the signals see."""

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.results import Forced
from translate.scores.signals import Signals, fullness, signals

SOURCE = "Der Zug nach Bonn hält heute nicht in Köln."
TARGET = "The train to Bonn does not stop in Cologne today."


def found(target: str, *values: float) -> Signals:
    forced = Forced(values or (-0.2,))
    return signals(SOURCE, target, forced, closeness=0.8, ease=-0.4, fullness=0.0)


@given(st.text(), st.text())
def test_any_two_texts_have_signals(source: str, target: str) -> None:
    """Empty, foreign or strange: finite numbers."""
    forced = Forced((-0.5,))
    full = fullness([target], [source])
    values = astuple(signals(source, target, forced, closeness=0.1, ease=-9.0, fullness=full))
    assert all(abs(value) < 1e6 for value in values)


def test_a_plain_translation_gives_no_alarm() -> None:
    """Nothing is repeated, nothing short, no token surprising."""
    plain = found(TARGET)
    assert (plain.surprises, plain.shortness, plain.repeats, plain.loops) == (0, 0, 0, 0)
    assert (plain.astray, plain.distance) == (0, 0)


def test_loops_and_gaps_show() -> None:
    """What turns in circles repeats more than its source; what lacks half is short."""
    assert found("in Bonn in Bonn in Bonn in Bonn").loops == 3
    assert found("in Bonn in Bonn in Bonn in Bonn").repeats > 2
    assert found("The train stops.").shortness > 0.4


def test_one_surprise_does_not_drown_the_rest() -> None:
    """A token of probability 1e-9 is one surprise, and counts no more than one of 1/e."""
    odd = found(TARGET, -0.1, -0.1, -20.0)
    assert odd.surprises == pytest.approx(1 / 3)
    assert odd.certainty == pytest.approx(-0.4)


def test_a_fuller_document_shows_and_a_wordy_sentence_hardly() -> None:
    """Fullness grows with what is said all over a document, up to a tenth either way."""
    full, bare = TARGET + " again", TARGET
    assert fullness([bare] * 9, [bare] * 9) == 0
    assert 0 < fullness([full], [bare]) < fullness([full] * 9, [bare] * 9) <= 0.1
    assert fullness([full * 9] * 9, [bare] * 9) == 0.1
    assert fullness([""] * 9, [bare] * 9) == -0.1
