"""The spine keeps every promise that a reader of its output would notice."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SEEDS
from translate.engines.stub import StubEngine
from translate.findings import Side
from translate.pipeline import Failure, Output, Pipeline
from translate.results import Translation


def run(text: str, engine: StubEngine | None = None, name: str = "a.txt") -> Output:
    """One article through the pipeline."""
    (outcome,) = Pipeline(engine or StubEngine()).run([(name, text.encode())])
    assert isinstance(outcome, Output)
    return outcome


ARTICLES = sorted((SEEDS / "articles").iterdir())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_seed_articles_come_through_whole(path: Path) -> None:
    """Every sentence is where its spans say; markup, code and addresses are untouched."""
    text = path.read_text("utf-8")
    output = run(text, name=path.name)
    result = output.result
    assert output.data.decode() == result.target
    assert result.source == text
    position = {Side.SOURCE: 0, Side.TARGET: 0}
    for segment in result.segments:
        for side, span in (
            (Side.SOURCE, segment.source_span),
            (Side.TARGET, segment.target_span),
        ):
            assert span.start >= position[side]
            position[side] = span.end
    for finding in result.findings:
        assert finding.span.end <= len(result.text(finding.side))
    for literal in ("```", "https://", "@", "|"):
        assert result.target.count(literal) == text.count(literal)


@given(
    st.text("Der Hund.\n „“–-!?|*#`[]()<>&1a\u0301ß", max_size=120),
    st.sampled_from(["a.txt", "a.md"]),
)
@settings(deadline=None, max_examples=150)
def test_any_text_comes_through(text: str, name: str) -> None:
    """No crash, nothing lost: with an engine that changes nothing, the words stay the same."""
    output = run(text, StubEngine(lambda sentence: sentence), name)
    for segment in output.result.segments:
        assert segment.source_span.end <= len(text)
        assert segment.target_span.end <= len(output.result.target)


def test_symbols_and_numbers_never_reach_the_engine() -> None:
    """Opus-MT answers a blank with "I don't know."; so it is never asked."""
    engine = StubEngine()
    output = run("Der Hund schläft.\n\n***\n\n1.250\n\n–\n\nhttps://example.org/a\n", engine)
    assert engine.seen == ["Der Hund schläft."]
    assert (
        output.result.target == "DER HUND SCHLÄFT.\n\n***\n\n1.250\n\n–\n\nhttps://example.org/a\n"
    )


def test_an_empty_article_is_an_empty_article() -> None:
    """Nothing is invented."""
    assert run("").data == b""
    assert run(" \n\n").data == b" \n\n"


def test_lines_of_a_paragraph_are_read_as_one() -> None:
    """A sentence that is wrapped over lines is translated whole."""
    lines = [
        "Die Regierung hat am Dienstag nach langen Verhandlungen beschlossen, dass",
        "die Mittel für den Ausbau der Netze in den nächsten drei Jahren deutlich",
        "steigen sollen.",
    ]
    engine = StubEngine()
    run("\n".join(lines) + "\n", engine)
    assert engine.seen == [" ".join(lines)]


def test_a_sentence_too_long_for_the_model_is_split_and_nothing_is_lost() -> None:
    """Pieces fit the model, and joined they are the sentence."""
    sentence = ", ".join(f"und der Hund Nummer {i} lief weg" for i in range(60)) + "."
    engine = StubEngine(limit=40)
    output = run(sentence, engine)
    assert all(engine.length(text) <= 40 for text in engine.seen)
    assert output.result.target == sentence.upper()


def test_each_different_sentence_is_translated_once() -> None:
    """Across articles too."""
    engine = StubEngine()
    texts = ["Der Hund schläft.\n\nEr träumt.", "Er träumt.\n\nDer Hund schläft.\n"]
    Pipeline(engine).run((f"{i}.txt", text.encode()) for i, text in enumerate(texts))
    assert sorted(engine.seen) == ["Der Hund schläft.", "Er träumt."]


def test_a_loop_is_translated_again_and_told() -> None:
    """The better hypothesis is kept, and the result says so; a hopeless one is flagged."""

    class Looping(StubEngine):
        def translate(
            self, texts: Sequence[str], *, align: bool = False, careful: bool = False
        ) -> list[Translation]:
            found = super().translate(texts, align=align, careful=careful)
            loop = "the dog the dog the dog the dog"
            hopeless = [
                text for text in texts if "Hund" in text and (not careful or "Zwei" in text)
            ]
            return [
                replace(t, text=loop) if text in hopeless else t
                for text, t in zip(texts, found, strict=True)
            ]

    engine = Looping(lambda _: "A dog is asleep here.")
    output = run("Ein Hund schläft hier.\n\nZwei Hunde schlafen.\n\nEr ruht dort.", engine)
    assert engine.careful == ["Ein Hund schläft hier.", "Zwei Hunde schlafen."]
    first, second, third = output.result.segments
    assert (first.target, first.retried) == ("A dog is asleep here.", True)
    assert (second.target.count("the dog"), second.retried) == (4, False)
    assert not third.retried
    assert [f.code for f in output.result.findings].count("P106") == 1


def test_repairs_happen_before_translation_and_are_told() -> None:
    """The engine sees the mended name; the report points at the broken one."""
    text = "Gut.\n\nEr traf Witkoff-Putin-Putin am Montag.\n"
    engine = StubEngine()
    result = run(text, engine).result
    assert "Er traf Witkoff-Putin am Montag." in engine.seen
    (finding,) = [f for f in result.findings if f.side is Side.SOURCE]
    assert finding.span.of(text) in "Witkoff-Putin-Putin"
    (repair,) = result.repairs
    assert text[: repair.span.start] + repair.replacement + text[repair.span.end :] == text.replace(
        "-Putin-Putin", "-Putin"
    )
    unrepaired = StubEngine()
    Pipeline(unrepaired, repair=False).run([("a.txt", text.encode())])
    assert "Er traf Witkoff-Putin-Putin am Montag." in unrepaired.seen


def test_code_and_addresses_are_never_repaired() -> None:
    """What looks garbled there may be meant."""
    text = "Das Feld `fuer_fuer fuer` und https://example.org/fuer--x gelten fuer alle.\n"
    result = run(text, StubEngine(lambda sentence: sentence), "a.md").result
    assert result.target == text.replace("gelten fuer", "gelten für")


def test_findings_on_the_english_stand_where_it_stands() -> None:
    """Markup and earlier paragraphs are counted in."""
    text = "# Titel\n\nEs sind **genau** 73 Kühe auf der Weide.\n"
    engine = StubEngine(
        lambda t: "There are exactly 74 cows in the meadow." if "Kühe" in t else "Title"
    )
    result = run(text, engine, "a.md").result
    spans = [f.span.of(result.target) for f in result.findings if f.side is Side.TARGET]
    assert "74" in spans


def test_a_failure_costs_only_its_own_article() -> None:
    """The others are translated, in order."""
    articles = [("a.txt", b"Gut so."), ("b.txt", b"\x00\x01\x02"), ("c.txt", b"Auch gut.")]
    outcomes = Pipeline(StubEngine()).run(articles)
    assert [type(outcome) for outcome in outcomes] == [Output, Failure, Output]
    assert isinstance(outcomes[1], Failure)
    assert str(outcomes[1].error).startswith("b.txt: ")
