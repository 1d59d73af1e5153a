"""The fast engine says what the reference says."""

from pathlib import Path

import pytest

from tests.conftest import seed_sentences
from translate.engines.checkpoint import locate
from translate.engines.conversion import converted, has_map
from translate.engines.ctranslate import CTranslateEngine
from translate.engines.marian import MarianEngine
from translate.engines.pieces import Pieces


@pytest.mark.parametrize("model", ["embedded", "random"])
def test_greedy_output_and_scores_agree(model: str, random_model: Path, tmp_path: Path) -> None:
    """In float32, 98 of 100 greedy outputs are equal and forced scores differ under 1e-3."""
    checkpoint = locate(str(random_model) if model == "random" else model)
    fast = CTranslateEngine(checkpoint, cache=tmp_path, beam=1, quantisation="float32")
    reference = MarianEngine(checkpoint, beam=1)
    sentences = seed_sentences()[:200]
    assert len(sentences) == 200
    ours = fast.translate(sentences)
    theirs = reference.translate(sentences)
    same = [a.text == b.text for a, b in zip(ours, theirs, strict=True)]
    assert sum(same) >= 0.98 * len(sentences)
    pairs = [(s, b.text) for s, b in zip(sentences, theirs, strict=True) if b.text]
    for a, b in zip(fast.score(pairs), reference.score(pairs), strict=True):
        assert a.log_probabilities == pytest.approx(b.log_probabilities, abs=1e-2)
        assert a.mean == pytest.approx(b.mean, abs=1e-3)
    if model == "embedded":  # a random model would like to say nothing, which is ruled out first
        spread = (a.log_probability - b.log_probability for a, b in zip(ours, theirs, strict=True))
        assert sum(abs(gap) < 1e-3 for gap in spread) >= 0.98 * len(sentences)


def test_what_a_model_never_says_is_not_computed(random_model: Path, tmp_path: Path) -> None:
    """The embedded model's map leaves out a fourth of its pieces or more; a full model has none."""
    embedded = converted(locate(), tmp_path, "float32")
    pieces = (embedded / "vmap.txt").read_text("utf-8").split()
    assert {"▁the", "0", "<0x41>", "</s>"} <= set(pieces)
    assert len(pieces) < 0.75 * len(Pieces(locate().folder).vocabulary)
    assert not has_map(converted(locate(str(random_model)), tmp_path, "float32"))
