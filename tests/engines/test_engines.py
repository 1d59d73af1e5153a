"""What every engine promises."""

from pathlib import Path

import pytest

from tests.conftest import seed_sentences
from translate.engines import Engine, load_engine, locate
from translate.engines.base import by_length, length_cap, wider
from translate.engines.stub import StubEngine


@pytest.fixture(params=["stub", "ctranslate2", "transformers"])
def engine(request: pytest.FixtureRequest, random_model: Path, tmp_path: Path) -> Engine:
    """Each engine, on a random model where it needs one."""
    if request.param == "stub":
        return StubEngine()
    return load_engine(locate(str(random_model)), cache=tmp_path, engine=request.param, beam=1)


def test_order_is_kept_whatever_the_batch(engine: Engine) -> None:
    """Alone or among others, long or short, each sentence gets the same answer in its place."""
    texts = seed_sentences()[:12]
    texts[3], texts[8] = "Ja.", texts[0]
    together = [t.text for t in engine.translate(texts)]
    alone = [t.text for text in texts for t in engine.translate([text])]
    assert together == alone
    assert together[8] == together[0]


def test_nothing_is_empty_or_lost(engine: Engine) -> None:
    """One answer each, with a score, inside its cap."""
    texts = [*seed_sentences()[:5], "x", "漢字", "„", "a\u0301"]
    found = list(engine.translate(texts))
    assert len(found) == len(texts)
    for text, translation in zip(texts, found, strict=True):
        assert translation.log_probability <= 0
        assert translation.tokens <= length_cap(engine.length(text))
        assert translation.truncated == (translation.tokens == length_cap(engine.length(text)))
    assert engine.translate([]) == []
    assert engine.score([]) == []


def test_a_source_as_long_as_the_model_takes_is_translated(engine: Engine) -> None:
    """However long the answer wants to be, it ends where the model's positions do."""
    longest = " ".join(["Wort"] * (engine.limit - 1))
    while engine.length(longest) > engine.limit:
        longest = longest[: -len(longest) // 8]
    (found,) = engine.translate([longest])
    assert found.tokens < engine.limit


def test_given_translations_are_scored_whoever_made_them(engine: Engine) -> None:
    """Alone or among others, short, empty or far too long: a log-probability for each token."""
    sources = seed_sentences()[:6]
    targets = ["Yes.", "", "An answer of another system.", "x " * 600, "漢字", sources[5]]
    together = engine.score(list(zip(sources, targets, strict=True)))
    for source, target, forced in zip(sources, targets, together, strict=True):
        assert all(value <= 0 for value in forced.log_probabilities)
        assert forced.lowest <= forced.mean
        (alone,) = engine.score([(source, target)])
        assert alone.log_probabilities == pytest.approx(forced.log_probabilities, abs=0.05)
    assert len(together[1].log_probabilities) == 1
    assert len(engine.score([("Wort " * 600, "word")])) == 1


def test_the_score_of_a_hypothesis_is_its_forced_score(engine: Engine) -> None:
    """What an engine says of its own translation, it says again when it is given that one."""
    texts = [text for text in seed_sentences()[:12] if engine.length(text) > 3]
    found = [(text, t) for text, t in zip(texts, engine.translate(texts), strict=True) if t.text]
    forced = engine.score([(text, t.text) for text, t in found])
    gaps = [abs(t.log_probability - f.mean) for (_, t), f in zip(found, forced, strict=True)]
    assert sorted(gaps)[len(gaps) // 2] < 0.05


def test_alignments_point_into_both_texts(engine: Engine) -> None:
    """Links are sorted by target and stay inside the texts."""
    (text,) = seed_sentences()[:1]
    (translation,) = engine.translate([text], align=True)
    assert translation.alignment
    for link in translation.alignment:
        assert link.target.end <= len(translation.text)
        assert link.source.end <= len(text)
    (unaligned,) = engine.translate([text])
    assert unaligned.alignment == ()


def test_alternatives_are_ranked_and_do_not_loop(engine: Engine) -> None:
    """Several for each sentence, in its place, aligned where that was asked for."""
    texts = ["Ja.", *seed_sentences()[:4]]
    found = engine.alternatives(texts, align=True)
    assert len(found) == len(texts)
    for text, ranked in zip(texts, found, strict=True):
        assert 1 <= len(ranked) <= wider(engine.info.beam)
        scores = [hypothesis.log_probability for hypothesis in ranked]
        assert scores == pytest.approx(sorted(scores, reverse=True), abs=0.1)
        for hypothesis in ranked:
            assert hypothesis.tokens <= length_cap(engine.length(text))
            assert all(link.source.end <= len(text) for link in hypothesis.alignment)
    alone = engine.alternatives(texts[-1:])
    assert [h.text for h in alone[0]] == [h.text for h in found[-1]]
    assert engine.alternatives([]) == []


def test_batches_hold_what_they_may() -> None:
    """All sentences, each once, within the budget, those of similar length together."""
    lengths = [5, 1, 9, 9, 2, 40, 3]
    batches = by_length(lengths, 18)
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))
    assert all(max(lengths[i] for i in b) * len(b) <= 18 or len(b) == 1 for b in batches)
    assert batches[0] == [5]
    assert batches[1] == [2, 3]
