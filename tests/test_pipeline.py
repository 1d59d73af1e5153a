"""The spine keeps every promise that a reader of its output would notice."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SEEDS
from translate.checks import Selection
from translate.engines.stub import StubEngine
from translate.findings import Side
from translate.pipeline import Failure, Output, Pipeline
from translate.results import Translation
from translate.spans import Span


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


class Looping(StubEngine):
    """Turns in circles over dogs; among its alternatives is a good one, unless there are two."""

    loop = "the dog the dog the dog the dog"

    def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
        found = super().translate(texts, align=align)
        return [
            replace(t, text=self.loop) if "Hund" in text else t
            for text, t in zip(texts, found, strict=True)
        ]

    def alternatives(self, texts: Sequence[str], *, align: bool = False) -> list[list[Translation]]:
        (found,) = zip(*super().alternatives(texts, align=align), strict=True)
        worse = [replace(t, text=f"{self.loop} {self.loop}") for t in found]
        return [
            [bad] if "Zwei" in text else [bad, good]
            for text, bad, good in zip(texts, worse, found, strict=True)
        ]


def test_a_loop_is_translated_again_and_told() -> None:
    """The better hypothesis is kept, and the result says so; a hopeless one is flagged."""
    engine = Looping(lambda t: "He rests there." if "ruht" in t else "A dog is asleep here.")
    output = run("Ein Hund schläft hier.\n\nZwei Hunde schlafen.\n\nEr ruht dort.", engine)
    assert engine.rejected == ["Ein Hund schläft hier.", "Zwei Hunde schlafen."]
    first, second, third = output.result.segments
    assert (first.target, first.retried) == ("A dog is asleep here.", True)
    assert (second.target, second.retried) == (engine.loop, False)
    assert not third.retried
    assert [f.code for f in output.result.findings].count("P106") == 1


def test_a_sentence_that_fails_whole_is_translated_in_parts() -> None:
    """Parts are joined in order, and markup finds its place in them."""

    def answer(text: str) -> str:
        return "go go go go go go" if ";" in text and "Katze" in text else text.upper()

    engine = StubEngine(answer)
    text = "Der alte Hund schlief im Garten; die **Katze** saß am Fenster und sah hinaus.\n"
    result = run(text, engine, "a.md").result
    assert result.target == text.upper()
    (segment,) = result.segments
    assert segment.retried
    assert segment.log_probability == -1.0


def test_a_sentence_that_cannot_be_cut_stays_whole() -> None:
    """One character may have more tokens than a part is allowed."""

    class Dense(StubEngine):
        def length(self, text: str) -> int:
            return 20 * len(text) + 1

    (segment,) = run("Ab.", Dense(lambda _: "go go go go go go")).result.segments
    assert (segment.target, segment.retried) == ("go go go go go go", False)


def test_what_leaves_much_out_is_translated_again() -> None:
    """A fuller translation is better, though the model finds it a little less likely."""
    german = "Der Hund schläft auf dem alten Sofa im Haus."
    short, full = "The dog sleeps on the sofa there.", "The dog sleeps on the old sofa at home."

    class Forgetful(StubEngine):
        lost = tuple(Span(start, start + 4) for start in (26, 32, 40))

        def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
            return [replace(t, left_out=self.lost) for t in super().translate(texts, align=align)]

        def alternatives(
            self, texts: Sequence[str], *, align: bool = False
        ) -> list[list[Translation]]:
            found = super().alternatives(texts, align=align)
            return [[replace(t, text=full, log_probability=-1.1) for t in row] for row in found]

    (segment,) = run(german, Forgetful(lambda _: short)).result.segments
    assert (segment.target, segment.retried) == (full, True)
    complete = Forgetful(lambda _: short)
    complete.lost = ()
    assert not run(german, complete).result.segments[0].retried


@pytest.mark.usefixtures("vectors")
def test_what_has_nothing_to_do_with_its_source_is_translated_again() -> None:
    """Fluent inventions give themselves away by their meaning only."""
    german = "Die Gewerkschaft lehnt das Angebot der Bahn für ihre Lokführer ab."
    english = "The union rejects the railway's offer for its train drivers."
    invented = "The room had a view of the lake, and its owner was friendly."

    class Inventing(StubEngine):
        def alternatives(
            self, texts: Sequence[str], *, align: bool = False
        ) -> list[list[Translation]]:
            found = super().alternatives(texts, align=align)
            return [[replace(t, text=english) for t in ranked] for ranked in found]

    segment = run(german, Inventing(lambda _: invented)).result.segments[0]
    assert (segment.target, segment.retried) == (english, True)
    flagged = run(german, StubEngine(lambda _: invented)).result
    assert "P180" in {f.code for f in flagged.findings}
    silent = Pipeline(Inventing(lambda _: invented), selection=Selection(ignore=("P18",)))
    (output,) = silent.run([("a.txt", german.encode())])
    assert isinstance(output, Output)
    assert output.result.target == invented


def test_an_encoder_that_fails_costs_its_checks_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """One note in the article says so; all else is there."""

    def broken(_: object) -> list[float]:
        raise MemoryError("no room")

    monkeypatch.setattr("translate.checks.meaning.cosines", broken)
    result = run("Es sind 73 Kühe.\n\nEr ruht.", StubEngine(lambda t: t.replace("73", "74"))).result
    codes = [f.code for f in result.findings]
    assert codes.count("P900") == 1
    assert "P110" in codes
    (note,) = [f for f in result.findings if f.code == "P900"]
    assert "MemoryError: no room" in note.message


def test_repairs_happen_before_translation_and_are_told() -> None:
    """The engine sees the mended name; the report points at the broken one."""
    text = "Gut.\n\nEr traf Witkoff-Putin-Putin am Montag.\n"
    engine = StubEngine()
    result = run(text, engine).result
    assert "Er traf Witkoff-Putin am Montag." in engine.seen
    (finding,) = [f for f in result.findings if f.code.startswith("S")]
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
