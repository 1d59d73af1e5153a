"""Suspicion, and closeness in meaning as checks see it."""

import pytest

from translate.checks import Pair, Selection, check_pairs, measured
from translate.checks.suspicion import signals, suspicion
from translate.findings import Severity

GERMAN = "Die Gewerkschaft lehnt das Angebot der Bahn für ihre Lokführer in diesem Jahr ab."
ENGLISH = "The union rejects the railway's offer for its train drivers this year."
INVENTED = "The staff were very friendly and the breakfast was excellent."


@pytest.mark.parametrize(
    ("kind", "bad", "cosine"),
    [
        ("detached", INVENTED, 0.05),
        ("loop", "The union, the union, the union, the union, the union, the union.", 0.6),
        ("omission", "The union rejects it.", 0.6),
        ("name", "The union rejects the offer that Trenitalia made to Uganda in 2017.", 0.6),
    ],
)
def test_each_kind_of_failure_raises_its_own_suspicion(kind: str, bad: str, cosine: float) -> None:
    """A good translation is hardly suspected of anything."""
    good = suspicion(Pair(GERMAN, ENGLISH, cosine=0.8))
    found = suspicion(Pair(GERMAN, bad, cosine=cosine))
    assert getattr(found, kind) > 5 * getattr(good, kind)
    assert good.any < 0.1 < found.any <= 1


def test_any_text_has_its_signals() -> None:
    """Empty ones too, measured or not."""
    for pair in (Pair("", ""), Pair("", "x"), Pair("x", ""), Pair("", "", cosine=-1.0)):
        assert all(abs(value) < 10 for value in signals(pair).values())
        assert 0 <= suspicion(pair).any <= 1


@pytest.mark.usefixtures("vectors")
def test_closeness_is_measured_where_it_is_read() -> None:
    """Not where it is known, obvious from the words, or read by no check that runs."""
    pairs = [Pair(GERMAN, ENGLISH), Pair(GERMAN, INVENTED, cosine=0.5), Pair(GERMAN, " ")]
    good, known, empty = (pair.cosine for pair in measured(pairs, thorough=True))
    assert good is not None
    assert good > 0.7
    assert (known, empty) == (0.5, None)
    obvious, doubtful = measured([Pair(GERMAN, ENGLISH), Pair(GERMAN, INVENTED)])
    assert obvious.cosine is None
    assert doubtful.cosine is not None
    assert measured(pairs, Selection(ignore=("P18",))) == pairs
    assert measured(pairs, Selection(select=("S", "P110"))) == pairs


@pytest.mark.usefixtures("vectors")
def test_what_says_something_else_is_critical() -> None:
    """And what is a translation is let be."""
    good, bad = check_pairs([Pair(GERMAN, ENGLISH), Pair(GERMAN, INVENTED)])
    assert [f.code for f in good if f.code.startswith("P18")] == []
    (found,) = [f for f in bad if f.code.startswith("P18")]
    assert (found.code, found.severity) == ("P180", Severity.CRITICAL)
    assert check_pairs([]) == []


def test_a_broken_encoder_is_one_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other checks go on; whoever ignores the code of crashes does not see it."""

    def broken(_: object) -> list[float]:
        raise OSError("no weights")

    monkeypatch.setattr("translate.checks.meaning.cosines", broken)
    pairs = [Pair("Es sind 73 Kühe.", "There are 74 cows."), Pair(GERMAN, ENGLISH)]
    first, second = check_pairs(pairs)
    assert [f.code for f in first] == ["P900", "P110"]
    assert first[0].severity is Severity.INFO
    assert second == []
    assert [f.code for f in check_pairs(pairs, Selection(ignore=("P9",)))[0]] == ["P110"]
