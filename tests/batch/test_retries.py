"""Retries are recorded too: a batch that was stopped among them ends as if it never had been."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from translate import files
from translate.batch import MANIFEST, Manifest, RecordedEngine, collect, recorded, run_batch
from translate.documents import SUFFIXES
from translate.engines.stub import StubEngine
from translate.pipeline import Pipeline
from translate.results import Translation

LOOP = "the dog the dog the dog the dog"


class Crash(BaseException):
    """The plug is pulled."""


class Looping(StubEngine):
    """Loops over every second sentence; has two alternatives, the second of which is good."""

    def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
        found = super().translate(texts, align=align)
        return [
            replace(t, text=LOOP) if "zwei" in text else t
            for text, t in zip(texts, found, strict=True)
        ]

    def alternatives(self, texts: Sequence[str], *, align: bool = False) -> list[list[Translation]]:
        found = super().alternatives(texts, align=align)
        return [[replace(good, text=LOOP), good] for (good,) in found]


def translate(folder: Path, out: Path) -> list[str]:
    """A batch; returns the sentences whose alternatives were asked for."""
    engine = Looping()
    jobs, _ = collect([folder], out, SUFFIXES)
    manifest = Manifest(out / MANIFEST)
    memory = RecordedEngine(engine.info, lambda: engine, manifest)
    for _ in run_batch(jobs, manifest, memory, Pipeline(memory)):
        pass
    return engine.rejected


@pytest.mark.parametrize("write", range(12))
def test_stopped_among_retries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: int) -> None:
    """Byte for byte the undisturbed output; what is all recorded is not tried again."""
    monkeypatch.setattr(recorded, "CHUNK", 2)
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for number in range(3):
        numbers = ("einen", "zwei", f"genau {number} von zwei")
        lines = [f"Der Hund dort drüben sah {word} Männer." for word in numbers]
        (folder / f"{number}.txt").write_text("\n\n".join(lines), "utf-8")
    tried = translate(folder, tmp_path / "whole")
    assert len(tried) == 4
    append = files.append_line
    left = write

    def crashing(path: Path, line: str) -> int:
        nonlocal left
        left -= 1
        if left < 0:
            raise Crash
        return append(path, line)

    with monkeypatch.context() as patch:
        patch.setattr("translate.batch.manifest.append_line", crashing)
        with contextlib.suppress(Crash):
            translate(folder, out)
    crashed = left < 0
    again = translate(folder, out)
    assert crashed or again == []
    for path in (tmp_path / "whole").rglob("*"):
        if path.is_file():
            assert (out / path.relative_to(tmp_path / "whole")).read_bytes() == path.read_bytes()
    assert "ZWEI" in (out / "0.txt").read_text("utf-8")
    assert LOOP not in (out / "0.txt").read_text("utf-8")
