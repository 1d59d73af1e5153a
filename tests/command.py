"""Run the command line in this process, on the stub engine."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from translate import cli
from translate.engines.stub import StubEngine


@dataclass(frozen=True)
class Run:
    """What a command came to."""

    code: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture
def reinschrift(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Command:
    """``reinschrift("check", path)`` runs the command; translations are in upper case."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("translate.cli.translate.load_engine", lambda *_, **__: StubEngine())
    monkeypatch.setattr("translate.cli.estimate.load_engine", lambda *_, **__: StubEngine())

    def run(*arguments: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["reinschrift", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        printed = capsys.readouterr()
        code = stop.value.code
        return Run(code if isinstance(code, int) else 0, printed.out, printed.err)

    return run
