"""Chunks are made side by side, and recorded in order."""

import json
from collections.abc import Sequence
from pathlib import Path
from threading import Barrier, Event

import pytest

from translate.batch import Manifest, RecordedEngine, recorded
from translate.engines.stub import StubEngine
from translate.results import Translation


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two sentences a chunk."""
    monkeypatch.setattr(recorded, "CHUNK", 2)


def test_two_chunks_are_in_the_making_at_a_time(tmp_path: Path) -> None:
    """Neither is ready before the other is begun; the manifest has the longer one first."""
    together = Barrier(2, timeout=10)

    class Waiting(StubEngine):
        def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
            together.wait()
            return super().translate(texts, align=align)

    manifest = Manifest(tmp_path / "manifest.jsonl")
    engine = RecordedEngine(Waiting.info, Waiting, manifest)
    texts = ["eins", "zweites", "drei", "viertes"]
    assert [t.text for t in engine.translate(texts)] == [text.upper() for text in texts]
    rows = [json.loads(line)["sentences"] for line in manifest.path.read_text().splitlines()]
    assert [[row[1] for row in chunk] for chunk in rows] == [
        ["VIERTES", "ZWEITES"],
        ["DREI", "EINS"],
    ]


def test_a_sentence_is_given_while_others_are_made(tmp_path: Path) -> None:
    """The longest are there before the last chunk is."""
    given = Event()

    class Slow(StubEngine):
        def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
            assert "kurz" not in texts or given.wait(10)
            return super().translate(texts, align=align)

    engine = RecordedEngine(Slow.info, Slow, Manifest(tmp_path / "manifest.jsonl"))
    answers = engine.translate(["sehr lang", "lang genug", "kurz"])
    assert next(answers).text == "SEHR LANG"
    given.set()
    assert [answer.text for answer in answers] == ["LANG GENUG", "KURZ"]
