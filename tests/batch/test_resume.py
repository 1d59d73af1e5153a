"""A batch that was stopped ends as if it had never been stopped."""

import json
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.batch import worker
from translate import files
from translate.batch import MANIFEST, Manifest, recorded, runner


@pytest.fixture(autouse=True)
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several windows and chunks, so that there is something to interrupt."""
    monkeypatch.setattr(runner, "WINDOW", 3)
    monkeypatch.setattr(recorded, "CHUNK", 4)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Seven articles that share a sentence."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(7):
        lines = [f"Der Hund Nummer {number} sah den Mann {line} Mal." for line in range(number + 2)]
        text = "\n\n".join(["Das Wetter bleibt schön.", *lines])
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """All files below ``folder``, with what stands in them."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def recorded_texts(out: Path) -> int:
    """How many sentences the manifest holds."""
    manifest = out / MANIFEST
    lines = manifest.read_bytes().splitlines(keepends=True) if manifest.exists() else []
    rows = [json.loads(line) for line in lines if line.endswith(b"\n")]
    return sum(len(row.get("sentences", ())) for row in rows)


class Crash(BaseException):
    """The plug is pulled."""


@pytest.mark.parametrize("write", range(24))
@pytest.mark.parametrize("torn", [False, True])
def test_stopped_at_any_write_and_run_again(
    articles: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: int,
    torn: bool,  # noqa: FBT001
) -> None:
    """Byte for byte the undisturbed output, whichever write was cut short or never made."""
    worker.run(articles, tmp_path / "whole", tmp_path / "whole.log", 0)
    expected = tree(tmp_path / "whole")
    assert len(expected) == 8
    out, log = tmp_path / "out", tmp_path / "log"
    count = 0
    append, replace = files.append_line, Path.replace

    def crashing_append(path: Path, line: str) -> int:
        nonlocal count
        count += 1
        if count > write:
            if torn:
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("a", encoding="utf-8") as file:
                    file.write(line[: len(line) // 2])
            raise Crash
        return append(path, line)

    def crashing_replace(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count > write:
            raise Crash
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr("translate.batch.manifest.append_line", crashing_append)
        patch.setattr(Path, "replace", crashing_replace)
        try:
            worker.run(articles, out, log, 0)
            crashed = False
        except Crash:
            crashed = True
    assert crashed or write >= 20
    known = recorded_texts(out)
    before = len(log.read_text().splitlines()) if log.exists() else 0
    worker.run(articles, out, log, 0)
    assert tree(out) == expected
    again = len(log.read_text().splitlines()) - before
    assert again == recorded_texts(out) - known  # nothing recorded was translated again


def test_killed_at_many_moments(articles: Path, tmp_path: Path) -> None:
    """SIGKILL, again and again, until the run gets through."""
    worker.run(articles, tmp_path / "whole", tmp_path / "whole.log", 0)
    out, log = tmp_path / "out", tmp_path / "log"
    script = (
        "import sys; from pathlib import Path; from tests.batch import worker;"
        "from translate.batch import recorded, runner; runner.WINDOW = 3; recorded.CHUNK = 4;"
        "worker.run(*map(Path, sys.argv[1:4]), 0.01)"
    )
    command = [sys.executable, "-c", script, str(articles), str(out), str(log)]
    kills = 0
    for attempt in range(40):
        process = subprocess.Popen(command, cwd=Path(__file__).parents[2])
        deadline = time.monotonic() + 60
        lines = len(log.read_text().splitlines()) if log.exists() else 0
        while process.poll() is None and time.monotonic() < deadline:
            now = len(log.read_text().splitlines()) if log.exists() else 0
            if now >= lines + 3 + attempt % 8:
                break
            time.sleep(0.002)
        if process.poll() is not None:
            break
        process.send_signal(signal.SIGKILL)
        process.wait()
        kills += 1
        leftovers = [path for path in out.rglob("*") if path.suffix == ".txt"]
        assert all(not path.name.startswith(".") or path.stat() for path in leftovers)
    assert process.returncode == 0
    assert kills >= 3
    finished = {name: data for name, data in tree(out).items() if "/." not in f"/{name}"}
    whole = tree(tmp_path / "whole")
    assert finished == {name: data for name, data in whole.items() if "/." not in f"/{name}"}
    assert tree(out)[str(MANIFEST)] == whole[str(MANIFEST)]


def test_a_finished_run_does_nothing(articles: Path, tmp_path: Path) -> None:
    """Run again, nothing is translated, and the engine is not even loaded."""
    out, log = tmp_path / "out", tmp_path / "log"
    worker.run(articles, out, log, 0)
    first, lines = tree(out), log.read_text()
    worker.run(articles, out, log, 0)
    assert tree(out) == first
    assert log.read_text() == lines
    assert max(Counter(lines.splitlines()).values()) == 1  # repeated sentences: once


@pytest.mark.parametrize("damage", [b"\xff{", b"null\n", b"{}\n", b'{"window": 0}\n', b"[1]\n"])
def test_a_damaged_manifest_costs_only_what_it_held(
    articles: Path, tmp_path: Path, damage: bytes
) -> None:
    """A line overwritten in the middle is done again; no crash, the same English."""
    out, log = tmp_path / "out", tmp_path / "log"
    worker.run(articles, out, log, 0)
    expected = {path.name: path.read_bytes() for path in out.glob("*.txt")}
    manifest = out / MANIFEST
    lines = manifest.read_bytes().splitlines(keepends=True)
    lines[1] = damage
    manifest.write_bytes(b"".join(lines))
    for path in out.glob("*.txt"):
        path.unlink()
    worker.run(articles, out, log, 0)
    assert {path.name: path.read_bytes() for path in out.glob("*.txt")} == expected


def test_a_record_without_all_that_reports_need_is_made_anew(
    articles: Path, tmp_path: Path
) -> None:
    """Such as an earlier version wrote; its sentences are not translated again."""
    out, log = tmp_path / "out", tmp_path / "log"
    worker.run(articles, out, log, 0)
    lines = log.read_text()
    manifest = out / MANIFEST
    rows = [json.loads(line) for line in manifest.read_text("utf-8").splitlines()]
    for row in rows:
        for segment in row.get("result", {}).get("segments", ()):
            del segment["log_probability"]
    manifest.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    worker.run(articles, out, log, 0)
    assert log.read_text() == lines
    assert len(list(Manifest(manifest).results(["0.txt", "6.txt"]))) == 2


def test_only_what_changed_is_done_again(articles: Path, tmp_path: Path) -> None:
    """A changed article, a lost and a spoilt output come back; only the new sentence is new."""
    out, log = tmp_path / "out", tmp_path / "log"
    worker.run(articles, out, log, 0)
    lines = len(log.read_text().splitlines())
    first = tree(out)
    (out / "1.txt").unlink()
    (out / "2.txt").write_text("spoilt")
    with (articles / "3.txt").open("a") as file:
        file.write("\n\nEin neuer Satz steht hier.\n")
    worker.run(articles, out, log, 0)
    second = tree(out)
    assert log.read_text().splitlines()[lines:] == ["Ein neuer Satz steht hier."]
    assert second["1.txt"] == first["1.txt"]
    assert second["2.txt"] == first["2.txt"]
    assert second["3.txt"] == first["3.txt"] + b"\n\nEIN NEUER SATZ STEHT HIER.\n"


def test_results_are_read_back_as_they_were(articles: Path, tmp_path: Path) -> None:
    """The report of a resumed run knows everything about articles done before."""
    out = tmp_path / "out"
    worker.run(articles, out, tmp_path / "log", 0)
    results = list(Manifest(out / MANIFEST).results(["0.txt", "6.txt"]))
    assert [result.name for result in results] == ["0.txt", "6.txt"]
    assert results[0].target == (out / "0.txt").read_text("utf-8")
    assert results[1].segments[0].target == "DAS WETTER BLEIBT SCHÖN."
