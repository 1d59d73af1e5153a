"""Words that the model read past are found by its attention."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.aligned import aligned
from translate.batch import Manifest
from translate.checks import Selection, left_out
from translate.engines.stub import StubEngine
from translate.pipeline import Output, Pipeline
from translate.results import Translation
from translate.rewording import RewordingEngine

SOURCE = "Sie trafen sich nicht, seit er im Winter ins große Haus zurückkam."
TARGET = "They have not met since he returned to the big house."
LINKS = [("große", "big"), ("Haus", "house"), ("zurückkam", "returned")]


def found(source: str, target: str, pairs: Sequence[tuple[str, str]]) -> list[str]:
    """The words that are left out."""
    return [
        span.of(source)
        for span in left_out(source, target, aligned(source, target, pairs).alignment)
    ]


def test_a_word_that_nothing_was_read_from_is_left_out() -> None:
    """Nor does any word of the translation mean it."""
    assert found(SOURCE, TARGET, LINKS) == ["Winter"]


@pytest.mark.parametrize("read", ["the", "big"])
def test_what_says_little_or_means_another_word_does_not_count(read: str) -> None:
    """An article, or the counterpart of a word beside it, was not said for the season."""
    assert found(SOURCE, TARGET, [*LINKS, ("Winter", read)]) == ["Winter"]


def test_a_free_translation_is_none_left_out() -> None:
    """A word that was read from it and belongs to no other word stands for it."""
    target = "They have not met since he returned to the big house in the cold."
    assert found(SOURCE, target, [*LINKS, ("Winter", "cold")]) == []


def test_little_words_are_not_missed() -> None:
    """Auxiliaries, articles and verbs that help others have no word of their own in English."""
    source = "Die Wahl hat am Sonntag stattgefunden, und es gibt ein Ergebnis."
    target = "The election was on Sunday, and here is a result."
    links = [("Wahl", "election"), ("Sonntag", "Sunday"), ("Ergebnis", "result")]
    assert found(source, target, links) == []


def test_a_name_of_a_chain_is_missed_though_it_stands_elsewhere() -> None:
    """The second mention is lost, as attention tells; the first is not."""
    source = "Putin schwieg zum Trump-Putin-Treffen."
    links = [("Putin", "Putin"), ("schwieg", "silent"), ("Trump", "Trump"), ("Treffen", "meeting")]
    lost = left_out(
        source,
        target := "Putin was silent on the Trump meeting.",
        aligned(source, target, links).alignment,
    )
    assert [span.start for span in lost] == [source.rindex("Putin")]


class Forgetful(StubEngine):
    """Leaves out the season."""

    def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
        assert align
        return [aligned(text, TARGET, LINKS if text == SOURCE else []) for text in texts]


def test_the_report_marks_the_german_word() -> None:
    """At its place in the article."""
    pipeline = Pipeline(RewordingEngine(Forgetful()), selection=Selection(select=("P128",)))
    (output,) = pipeline.run([("a.txt", f"Guten Morgen.\n\n{SOURCE}".encode())])
    assert isinstance(output, Output)
    finding = output.result.findings[-1]
    assert finding.code == "P128"
    assert finding.span.of(output.result.source) == "Winter"


def test_a_resumed_run_knows_what_was_left_out(tmp_path: Path) -> None:
    """The manifest keeps it with the translation."""
    (made,) = RewordingEngine(Forgetful()).translate([SOURCE])
    assert made.left_out
    Manifest(tmp_path / "m").record_sentences(0, {"key": made})
    assert Manifest(tmp_path / "m").translation("key") == made
