"""``reinschrift translate`` serves a folder of articles, whatever is in it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.command import Command
from translate.batch import collect
from translate.engines.stub import StubEngine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good articles."""
    (tmp_path / "in" / "x").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("Der Hund schläft.\n\nEr träumt.\n", "utf-8")
    (tmp_path / "in" / "x" / "b.md").write_text("# Katze\n\nDie *Katze* jagt.\n", "utf-8")
    return tmp_path / "in"


def test_a_folder_becomes_a_folder_and_a_report(
    folder: Path, tmp_path: Path, reinschrift: Command
) -> None:
    """Same names, same layout, a page and a line for each article."""
    run = reinschrift("translate", folder, "-o", tmp_path / "out")
    assert run.code == 0, run.err
    assert (tmp_path / "out/a.txt").read_text("utf-8") == "DER HUND SCHLÄFT.\n\nER TRÄUMT.\n"
    assert (tmp_path / "out/x/b.md").read_text("utf-8") == "# KATZE\n\nDIE *KATZE* JAGT.\n"
    lines = (tmp_path / "out/report.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["a.txt", "x/b.md"]
    assert "DER HUND SCHLÄFT." in (tmp_path / "out/report.html").read_text("utf-8")
    assert str(tmp_path / "out/report.html") in run.out
    assert run.err == ""


def test_the_run_ends_with_its_scores(folder: Path, tmp_path: Path, reinschrift: Command) -> None:
    """MQM of both sides, and where to look first; an empty article does no harm."""
    (folder / "a.txt").write_text("Es kamen 73 Kühe nach Rom.\n", "utf-8")
    (folder / "leer.txt").write_text("", "utf-8")
    (tmp_path / "terms.csv").write_text("Kuh,cow\n", "utf-8")
    terms = ("--glossary", tmp_path / "terms.csv")
    run = reinschrift("translate", folder, "-o", tmp_path / "out", *terms)
    assert run.code == 0, run.err
    assert "MQM:      0.0 German, " in run.out
    assert "(penalty points per 1,000 words, 0 is best)" in run.out
    worst = [line for line in run.out.splitlines() if line.startswith("Worst:    ")]
    assert len(worst) == 1
    assert worst[0].startswith("Worst:    a.txt ")
    assert "leer.txt" not in worst[0]


def test_the_same_run_again_changes_nothing(
    folder: Path, tmp_path: Path, reinschrift: Command
) -> None:
    """And says that it was all done before."""
    reinschrift("translate", folder, "-o", tmp_path / "out")
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*") if path.is_file()}
    run = reinschrift("translate", folder, "-o", tmp_path / "out")
    assert run.code == 0
    assert "2 of them done before" in run.out
    after = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("bad.txt", b"PK\x03\x04\x00\x00\x00\x00", "zip archive"),
        ("bad.txt", b"\x7fELF\x00\x01\x02", "binary"),
        ("bad.txt", "Grüße, müde Hüte ".encode() * 9 + b"\xfc\x82", "byte"),
    ],
)
def test_a_bad_article_is_named_and_the_others_go_on(
    folder: Path, tmp_path: Path, reinschrift: Command, name: str, data: bytes, message: str
) -> None:
    """Exit code 3, one line, nothing left behind, the good ones done."""
    (folder / name).write_bytes(data)
    run = reinschrift("translate", folder, "-o", tmp_path / "out")
    assert run.code == 3
    (line,) = run.err.splitlines()
    assert line.startswith("error: ")
    assert line.startswith(f"error: {folder / name}: ")
    assert message in line
    assert (tmp_path / "out/a.txt").exists()
    assert not (tmp_path / "out" / name).exists()
    assert name in (tmp_path / "out/report.html").read_text("utf-8")


def test_an_article_that_vanishes_before_its_turn_is_named(
    folder: Path, tmp_path: Path, reinschrift: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was there when the folder was listed; the others are translated."""

    def collected(*arguments: Any) -> Any:
        found = collect(*arguments)
        (folder / "a.txt").unlink()
        return found

    monkeypatch.setattr("translate.cli.translate.collect", collected)
    run = reinschrift("translate", folder, "-o", tmp_path / "out")
    assert run.code == 3
    assert run.err == f"error: {folder / 'a.txt'}: does not exist; check the spelling\n"
    assert (tmp_path / "out/x/b.md").exists()


def test_a_large_batch_has_an_overview_and_a_page_for_each_part(
    folder: Path, tmp_path: Path, reinschrift: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages stay small; pages of a larger batch before do not stay behind."""
    monkeypatch.setattr("translate.reports.overview.MOST_DOCUMENTS", 1)
    out = tmp_path / "out"
    reinschrift("translate", folder, "-o", out)
    pages = [(out / name).read_text("utf-8") for name in _pages(out)]
    assert _pages(out) == ["report-1.html", "report-2.html", "report.html"]
    assert ["DER HUND" in page for page in pages] == [True, False, False]
    assert ["DIE " in page for page in pages] == [False, True, False]
    assert 'href="report-2.html#d2"' in pages[2]
    assert 'href="report-2.html">Next part' in pages[0]
    monkeypatch.setattr("translate.reports.overview.MOST_DOCUMENTS", 2)
    reinschrift("translate", folder, "-o", out)
    assert _pages(out) == ["report.html"]


def _pages(out: Path) -> list[str]:
    return sorted(path.name for path in out.glob("*.html"))


def test_an_output_that_cannot_be_written_is_named(
    folder: Path, tmp_path: Path, reinschrift: Command
) -> None:
    """A folder stands where a translation should go; the other article is done."""
    (tmp_path / "out/a.txt").mkdir(parents=True)
    run = reinschrift("translate", folder, "-o", tmp_path / "out")
    assert run.code == 3
    assert "a.txt: cannot be written" in run.err
    assert (tmp_path / "out/x/b.md").exists()
    leftovers = [p for p in (tmp_path / "out").iterdir() if p.name.startswith(".a.txt")]
    assert leftovers == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_named(
    folder: Path, tmp_path: Path, reinschrift: Command
) -> None:
    """The remedy is in the message."""
    (tmp_path / "out").mkdir(mode=0o500)
    run = reinschrift("translate", folder, "-o", tmp_path / "out")
    assert run.code == 2
    assert "choose a folder you may write to" in run.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["nowhere"], 2, "nowhere: does not exist; check the spelling"),
        (["in", "--model", "no/such/model"], 2, "no/such/model: no such folder"),
        (["in", "--beam", "0"], 2, "beam"),
        (["in", "-o", "file"], 2, "file: is a file; choose a folder for the translations"),
        (["in", "-o", "in/out"], 2, "choose a folder outside"),
    ],
)
def test_wrong_use_is_one_clear_line(
    folder: Path,
    tmp_path: Path,
    reinschrift: Command,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    """Exit code 2, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    out = [] if "-o" in arguments else ["-o", "out"]
    run = reinschrift("translate", *arguments, *out)
    assert run.code == code
    assert message in run.err
    assert "Traceback" not in run.err
    assert not (tmp_path / "out").exists()
    assert folder.exists()


def test_names_that_are_no_utf8_are_told_and_the_others_go_on(
    folder: Path, tmp_path: Path, reinschrift: Command
) -> None:
    """Neither the run nor the page breaks."""
    bad = Path(os.fsdecode(os.fsencode(folder) + b"/sur\xff.txt"))
    bad.write_text("Gut.", "utf-8")
    link = Path(os.fsdecode(os.fsencode(folder) + b"/link\xff.txt"))
    link.symlink_to("nowhere")
    run = reinschrift("translate", folder, "-o", tmp_path / "out")
    assert run.code == 3
    assert "has a name that is no valid UTF-8; rename it" in run.err
    assert len(run.err.splitlines()) == 2
    assert (tmp_path / "out/a.txt").exists()
    assert "no valid UTF-8" in (tmp_path / "out/report.html").read_text("utf-8")


def test_an_interrupted_run_says_how_to_go_on(
    folder: Path, tmp_path: Path, reinschrift: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is not a crash; the next run finishes the work."""

    def interrupted(_: str) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        module = "translate.cli.translate.load_engine"
        patch.setattr(module, lambda *_, **__: StubEngine(interrupted))
        run = reinschrift("translate", folder, "-o", tmp_path / "out")
    assert run.code == 130
    assert run.err == "error: interrupted; run the same command again to go on\n"
    assert reinschrift("translate", folder, "-o", tmp_path / "out").code == 0


def test_findings_decide_the_exit_code_if_asked(
    folder: Path, tmp_path: Path, reinschrift: Command
) -> None:
    """--fail-on makes a batch usable in scripts."""
    (folder / "a.txt").write_text("Er traf Witkoff-Putin-Putin am Montag.\n", "utf-8")
    assert reinschrift("translate", folder, "-o", tmp_path / "out").code == 0
    assert reinschrift("translate", folder, "-o", tmp_path / "out", "--fail-on", "minor").code == 1


def test_repair_can_be_switched_off(folder: Path, tmp_path: Path, reinschrift: Command) -> None:
    """The garbled name reaches the engine only without repair."""
    (folder / "a.txt").write_text("Er traf Witkoff-Putin-Putin am Montag.\n", "utf-8")
    reinschrift("translate", folder, "-o", tmp_path / "yes")
    reinschrift("translate", folder, "-o", tmp_path / "no", "--no-repair")
    assert (tmp_path / "yes/a.txt").read_text("utf-8") == "ER TRAF WITKOFF-PUTIN AM MONTAG.\n"
    assert (tmp_path / "no/a.txt").read_text("utf-8") == "ER TRAF WITKOFF-PUTIN-PUTIN AM MONTAG.\n"
