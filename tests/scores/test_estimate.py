"""What the estimate says, and when it must fall."""

from dataclasses import fields, replace

import pytest

from translate.results import EngineInfo, Forced, Translation
from translate.scores.estimate import estimate, estimates, weights
from translate.scores.signals import NAMES, Signals, signals

SOURCE = "Die Feuerwehr rückte am Montag mit drei Wagen aus, weil ein Keller unter Wasser stand."
TARGET = "On Monday the fire brigade set out with three engines because a cellar was flooded."
SURE = Forced((-0.3, -0.5, -0.1, -1.2, -0.2, -0.4, -0.3, -0.2))
UNSURE = Forced((-9.0, -4.0, -8.0, -2.0, -11.0, -7.5, -3.0, -6.0))


OWN = Translation(TARGET, SURE.mean, len(SURE.log_probabilities))


def of(target: str, forced: Forced = SURE, own: Translation = OWN) -> float:
    return estimates([(SOURCE, target)], [forced], [own])[0]


def test_the_weights_belong_to_signals_that_exist() -> None:
    """Each weight has its signal; both models have a constant."""
    for part in (weights().quality, weights().alarm):
        assert "constant" in part
        assert set(part) - {"constant"} <= set(NAMES)
    assert tuple(field.name for field in fields(Signals)) == NAMES


def test_it_lies_between_0_and_100() -> None:
    """Whatever the signals say, even what no text has."""
    plain = signals(SOURCE, TARGET, SURE, closeness=0.8, ease=-0.4, fullness=0.0)
    for cosine in (-1.0, 0.0, 1.0):
        assert 0 <= estimate(replace(plain, closeness=cosine, length=99.0)) <= 100
        assert 0 <= estimate(replace(plain, closeness=cosine, repeats=99.0)) <= 100


@pytest.mark.parametrize(
    ("target", "forced"),
    [
        ("The weather in the mountains stays friendly, and prices for fuel go up.", UNSURE),
        ("On Monday on Monday on Monday on Monday on Monday on Monday on Monday.", SURE),
        ("On Monday.", SURE),
        (SOURCE, UNSURE),
        ("", SURE),
    ],
)
def test_it_falls_for_what_is_no_translation(target: str, forced: Forced) -> None:
    """Another sentence, a loop, a fragment, the German itself, nothing: under half."""
    assert of(target, forced) < 0.5 * of(TARGET)


def test_what_surprises_the_model_counts_less() -> None:
    """The same words get less where the model finds them improbable."""
    assert of(TARGET, UNSURE) < of(TARGET, SURE)


def test_what_is_hard_to_translate_is_estimated_lower() -> None:
    """Of two sources whose translations look alike, the one that the model itself stumbles at."""
    assert of(TARGET, own=replace(OWN, log_probability=-1.5)) < of(TARGET)


def test_a_document_that_says_less_than_the_model_would_is_estimated_lower() -> None:
    """Small omissions add up over a document's sentences."""
    short = TARGET.replace("on Monday ", "").replace("On Monday ", "")
    same = [(SOURCE, TARGET)] * 8
    less = [(SOURCE, TARGET), *[(SOURCE, short)] * 7]
    assert estimates(less, [SURE] * 8, [OWN] * 8)[0] < estimates(same, [SURE] * 8, [OWN] * 8)[0]


def test_it_knows_whose_log_probabilities_it_was_fitted_to() -> None:
    """Any other model is told apart by its hash."""
    fitted = EngineInfo("ctranslate2", f"embedded@{weights().model}", "int8", 4)
    assert weights().fit(fitted)
    assert not weights().fit(replace(fitted, model="other@0123456789ab"))
