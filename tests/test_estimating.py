"""Estimates of whole documents."""

from pathlib import Path

from translate import documents
from translate.engines.stub import StubEngine
from translate.estimating import with_estimates
from translate.pipeline import Output, Pipeline
from translate.results import DocumentResult
from translate.review import review

ARTICLE = "Der Zug hält heute nicht in Köln.\n\n***\n\nDas Wetter bleibt schön.\n".encode()


def test_a_pipeline_estimates_when_asked() -> None:
    """Each translated sentence has an estimate, what is copied has none, and it is signed."""
    (plain,) = Pipeline(StubEngine()).run([("a.txt", ARTICLE)])
    (asked,) = Pipeline(StubEngine(), estimate=True).run([("a.txt", ARTICLE)])
    assert isinstance(plain, Output)
    assert isinstance(asked, Output)
    assert plain.result.estimate is None
    values = {s.source: s.estimate for s in asked.result.segments}
    assert sum(value is not None for value in values.values()) == 2
    assert all(0 <= value <= 100 for value in values.values() if value is not None)
    assert asked.data == plain.data
    assert asked.result.signature != plain.result.signature
    assert DocumentResult.from_json(asked.result.to_json()) == asked.result


def test_anyone_s_translation_gets_an_estimate(tmp_path: Path) -> None:
    """Long sentences count more, and a document is as good as its words."""
    english = "The train does not stop in Cologne today.\n\n***\n\nThe weather stays fine.\n"
    result = review(
        documents.read(ARTICLE, "a.txt"), documents.read(english.encode(), str(tmp_path / "b.txt"))
    )
    asked = with_estimates(result, StubEngine())
    assert asked.estimate is not None
    parts = [(s.estimate, len(s.source.split())) for s in asked.segments if s.estimate is not None]
    mean = sum(value * words for value, words in parts) / sum(words for _, words in parts)
    assert abs(asked.estimate - mean) < 0.1
    assert (
        with_estimates(review(documents.read(ARTICLE, "a.txt"), None), StubEngine()).segments == ()
    )


def test_only_others_translations_are_compared_with_the_engine_s_own() -> None:
    """What the engine translated is not translated again; what it cannot take is left alone."""
    engine = StubEngine()
    (asked,) = Pipeline(engine, estimate=True).run([("a.txt", ARTICLE)])
    assert isinstance(asked, Output)
    assert engine.seen.count("Das Wetter bleibt schön.") == 1
    narrow = StubEngine(limit=7)
    result = review(documents.read(ARTICLE, "a.txt"), documents.read(asked.data, "b.txt"))
    estimated = with_estimates(result, narrow)
    assert narrow.seen == ["Das Wetter bleibt schön."]
    assert all(s.estimate is not None for s in estimated.segments if s.source != "***")
