"""A system runs in a process of its own; what it says and what goes wrong comes back."""

import contextlib
import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from translate.bench import worker
from translate.bench.measure import Run, measured, peak_memory
from translate.bench.sets import TestSet
from translate.bench.worker import INTERRUPTED, Setting, run_apart
from translate.engines.stub import StubEngine
from translate.errors import ModelError

SOURCES = ("Der Hund schläft im Garten.", "Es regnet.", "Die Katze ist müde.")


def test_a_run_is_measured_apart(random_model: Path, tmp_path: Path) -> None:
    """One hypothesis a segment; time, tokens, memory and the size of the weights."""
    item = TestSet("own", SOURCES, [SOURCES], ("a", "a", "b"), {})
    setting = Setting(str(random_model), "ctranslate2", 1, threads=1)
    system = run_apart(setting, [item], tmp_path)
    run = system.runs["own"]
    assert len(run.hypotheses) == 3
    assert run.tokens > 3
    assert run.seconds > 0
    assert 10_000 < system.size < 1_000_000
    assert 20e6 < system.memory < 400e6  # converting took more, and is not counted
    assert system.quantisation == "int8"


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The error of the other process is raised in this one."""
    with pytest.raises(ModelError, match="nowhere: no such folder"):
        run_apart(Setting("nowhere", "ctranslate2", 4), [], tmp_path)


@pytest.mark.parametrize("problem", [KeyboardInterrupt(), ModelError("out of memory")])
def test_a_worker_writes_each_set_when_it_is_done(
    random_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: BaseException
) -> None:
    """What is done stands there when the next set stops it; and an error beside it."""
    done = Run(SOURCES, 1.0, 9)
    outcomes: Iterator[Run | BaseException] = iter([done, problem])

    def outcome(*_: object) -> Run:
        found = next(outcomes)
        if isinstance(found, BaseException):
            raise found
        return found

    monkeypatch.setattr(worker, "measured", outcome)
    order, answer = tmp_path / "order.json", tmp_path / "answer.json"
    setting = Setting(str(random_model), "transformers", 1, threads=1)
    sets = [[name, SOURCES, ("", "", "")] for name in ("own", "more")]
    order.write_text(
        json.dumps({"setting": asdict(setting), "cache": str(tmp_path), "sets": sets}), "utf-8"
    )
    with contextlib.suppress(KeyboardInterrupt):
        worker.main(order, answer)
    found = json.loads(answer.read_text("utf-8"))
    assert {name: Run.from_json(run) for name, run in found["runs"].items()} == {"own": done}
    assert found["stopped"] == str(problem)


def test_sets_that_were_done_come_back_from_a_worker_that_stopped(
    random_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Interrupted or killed at its second set, it leaves the first; at its first, nothing."""
    sets = [TestSet(name, SOURCES, [SOURCES], ("", "", ""), {}) for name in ("own", "more")]
    setting = Setting(str(random_model), "ctranslate2", 1, threads=1)
    run = subprocess.run

    def stopping(after: int, *, interrupted: bool) -> Callable[..., object]:
        def start(command: list[str], **options: object) -> object:
            order = json.loads(Path(command[3]).read_text("utf-8"))
            order["sets"] = order["sets"][:after]
            Path(command[3]).write_text(json.dumps(order), "utf-8")
            done = run(command, **options)  # type: ignore[call-overload]
            if interrupted:
                raise KeyboardInterrupt
            return subprocess.CompletedProcess(command, -9, done.stdout, done.stderr)

        return start

    monkeypatch.setattr(subprocess, "run", stopping(1, interrupted=True))
    system = run_apart(setting, sets, tmp_path)
    assert (list(system.runs), system.stopped) == (["own"], INTERRUPTED)
    monkeypatch.setattr(subprocess, "run", stopping(1, interrupted=False))
    system = run_apart(setting, sets, tmp_path)
    assert list(system.runs) == ["own"]
    assert "stopped while it translated (exit code -9)" in system.stopped
    monkeypatch.setattr(subprocess, "run", stopping(0, interrupted=True))
    with pytest.raises(KeyboardInterrupt):
        run_apart(setting, sets, tmp_path)
    monkeypatch.setattr(subprocess, "run", stopping(0, interrupted=False))
    with pytest.raises(ModelError, match="exit code -9"):
        run_apart(setting, sets, tmp_path)


@pytest.mark.parametrize("documents", [("", "", ""), ("a", "a", "b")])
def test_each_segment_gets_its_translation(documents: tuple[str, ...]) -> None:
    """As paragraphs of their document or alone, in order."""
    run = measured(StubEngine(), SOURCES, documents)
    assert list(run.hypotheses) == [source.upper() for source in SOURCES]
    assert run.tokens == sum(len(source.split()) for source in SOURCES)
    assert run.failures == ()


def test_an_article_that_fails_is_told_and_the_others_stand() -> None:
    """Its segments are empty, so that all others keep their places."""
    sources = (SOURCES[0], "nul\x00", SOURCES[2])
    run = measured(StubEngine(), sources, ("", "", ""))
    assert list(run.hypotheses) == [SOURCES[0].upper(), "", SOURCES[2].upper()]
    assert "segment 2" in run.failures[0]


def test_memory_is_that_of_this_process() -> None:
    """More than Python itself, less than the machine has."""
    assert 10e6 < peak_memory() < 100e9
