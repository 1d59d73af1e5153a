"""``reinschrift bench``: one command and one page say which system is better, and where."""

import json
from pathlib import Path

import pytest

from tests.command import Command
from tests.scores.test_significance import REFERENCE, SYSTEMS
from translate.bench.measure import measured
from translate.bench.sets import TestSet
from translate.bench.worker import INTERRUPTED, Setting, System
from translate.engines.stub import StubEngine
from translate.errors import ModelError

QUICK = ("--bootstrap", "50", "--trials", "50", "-o", "out")
STOPPED = {"halted": INTERRUPTED, "killed": "killed: stopped while it translated (exit code -9)"}
SOURCE = [f"Das ist Satz {number}." for number in range(len(REFERENCE))]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Own pairs and outputs; models answer at once, in upper case or as written."""

    def run_apart(setting: Setting, sets: list[TestSet], _: Path) -> System:
        if setting.model == "interrupted":
            raise KeyboardInterrupt
        if setting.model == "broken":
            raise ModelError("broken: stopped while it translated (out of memory)")
        stopped = STOPPED.get(setting.model, "")
        engine = StubEngine(str.upper if setting.beam == 1 else str)
        done = sets[:1] if stopped else sets
        runs = {item.name: measured(engine, item.sources, item.documents) for item in done}
        return System(f"{setting.model}@0", "none", 0.5, 200_000_000, 9_000_000, runs, stopped)

    monkeypatch.setattr("translate.bench.worker.run_apart", run_apart)
    monkeypatch.chdir(tmp_path)
    rows = "".join(f"{s}\t{r}\n" for s, r in zip(SOURCE, REFERENCE, strict=True))
    (tmp_path / "own.tsv").write_text(rows, "utf-8")
    for name, lines in SYSTEMS.items():
        (tmp_path / f"{name}.en").write_text("\n".join(lines) + "\n", "utf-8")
    return tmp_path


def test_two_models_are_compared_on_own_texts(files: Path, reinschrift: Command) -> None:
    """The answer, the cost, the translations, the data and the page."""
    run = reinschrift("bench", "--pairs", "own.tsv", "--model", "A", "--model", "B", *QUICK)
    assert (run.code, run.err) == (0, "")
    assert "B and A score the same." in run.out
    assert "source words/s" in run.out
    data = json.loads((files / "out/bench.json").read_text("utf-8"))
    assert data["systems"]["A"]["peak_memory_bytes"] == 200_000_000
    assert data["machine"]["sacrebleu"]
    (item,) = data["sets"]
    assert item["segments"] == len(SOURCE)
    assert item["speed"]["A"]["target_tokens_per_second"] > 0
    assert {row["name"] for row in item["scores"]} == {"BLEU", "chrF2", "chrF2++", "TER"}
    assert (files / "out/own.tsv.A.en").read_text("utf-8").splitlines() == SOURCE
    page = (files / "out/bench.html").read_text("utf-8")
    assert "<h1>B against A</h1>" in page
    assert "Peak memory" in page


def test_systems_are_estimated_without_their_references(files: Path, reinschrift: Command) -> None:
    """One mean each, the same model judging all: printed, in the data and on the page."""
    near = "".join(f"This is sentence {number}.\n" for number in range(len(SOURCE)))
    (files / "near.en").write_text(near, "utf-8")
    systems = ("--system", "far=first.en", "--system", "near=near.en", "--estimate")
    run = reinschrift("bench", "--pairs", "own.tsv", *systems, *QUICK)
    assert run.code == 0
    assert "estimate, 0 to 100" in run.out
    (item,) = json.loads((files / "out/bench.json").read_text("utf-8"))["sets"]
    assert 0 <= item["estimates"]["far"] < item["estimates"]["near"] <= 100
    assert ">Estimate</th>" in (files / "out/bench.html").read_text("utf-8")


def test_settings_are_told_apart(files: Path, reinschrift: Command) -> None:
    """Each model with each beam, named by what differs."""
    options = ("--model", "A", "--beam", "1", "--beam", "4")
    run = reinschrift("bench", "--pairs", "own.tsv", *options, *QUICK)
    assert "A, beam 4" in run.out
    assert (files / "out/own.tsv.A-beam-1.en").read_text("utf-8").isupper()


def test_outputs_from_elsewhere_need_no_model(files: Path, reinschrift: Command) -> None:
    """Only they are compared; the page shows where, in words."""
    systems = ("--system", "old=first.en", "--system", "new=second.en")
    run = reinschrift("bench", "--pairs", "own.tsv", *systems, *QUICK)
    assert (run.code, run.err) == (0, "")
    assert "new is better than old by" in run.out
    assert "source words/s" not in run.out
    page = (files / "out/bench.html").read_text("utf-8")
    for part in ("Where it differs", "What one gets right more often", "Findings of the checks"):
        assert part in page
    assert '<mark class="wrong">' in page
    assert page == (files / "out/bench.html").read_text("utf-8")


def test_a_part_of_the_set_is_called_so(files: Path, reinschrift: Command) -> None:
    """Nobody takes its score for that of the whole."""
    run = reinschrift("bench", "--pairs", "own.tsv", "--limit", "2", "--model", "A", *QUICK)
    assert run.out.startswith("own.tsv, first 2: 2 segments")
    assert files


def test_what_fails_is_named_and_the_rest_is_kept(files: Path, reinschrift: Command) -> None:
    """Exit code 2, with the page of what could be done."""
    options = ("--model", "broken", "--model", "A", "-t", "nosuchset")
    run = reinschrift("bench", "--pairs", "own.tsv", *options, *QUICK)
    assert run.code == 2
    assert "nosuchset: sacreBLEU has no such set" in run.err
    assert "broken: stopped while it translated" in run.err
    assert "<h1>A</h1>" in (files / "out/bench.html").read_text("utf-8")


def test_what_came_before_an_interruption_is_compared(files: Path, reinschrift: Command) -> None:
    """Systems that translated already are on the page; later ones are not begun."""
    models = ("--model", "A", "--model", "interrupted", "--model", "broken")
    run = reinschrift("bench", "--pairs", "own.tsv", *models, *QUICK)
    assert run.code == 130
    assert (
        run.err
        == "error: interrupted while interrupted translated; compared is what came before (A)\n"
    )
    assert "<h1>A</h1>" in (files / "out/bench.html").read_text("utf-8")


@pytest.mark.parametrize(("model", "code"), [("halted", 130), ("killed", 2)])
def test_sets_that_a_stopped_system_finished_are_kept(
    files: Path, reinschrift: Command, model: str, code: int
) -> None:
    """It is compared on them; on the others, those that went before it are."""
    (files / "articles").mkdir()
    (files / "articles" / "a.txt").write_text("\n\n".join(SOURCE), "utf-8")
    own = ("--source", "articles", "--reference", "articles")
    models = ("--model", "A", "--model", model)
    run = reinschrift("bench", "--pairs", "own.tsv", *own, *models, *QUICK)
    assert run.code == code
    assert run.err.startswith(f"error: {model}: ")
    assert run.err.endswith("; compared is what it had translated: own.tsv\n")
    sets = json.loads((files / "out/bench.json").read_text("utf-8"))["sets"]
    assert [list(item["speed"]) for item in sets] == [["A", model], ["A"]]
    assert (files / f"out/own.tsv.{model}.en").read_text("utf-8").splitlines() == SOURCE


def test_nothing_is_compared_where_nothing_was_translated(
    files: Path, reinschrift: Command
) -> None:
    """The one line says why."""
    run = reinschrift("bench", "--pairs", "own.tsv", "--model", "broken", *QUICK)
    assert (run.code, run.out) == (2, "")
    assert run.err == "error: broken: stopped while it translated (out of memory)\n"
    assert not (files / "out").exists()


def test_outputs_of_a_part_are_read_again(files: Path, reinschrift: Command) -> None:
    """What a limited run wrote stands beside another limited run of the same set."""
    part = ("bench", "--pairs", "own.tsv", "--limit", "2", *QUICK)
    reinschrift(*part, "--model", "A")
    written = "out/own.tsv-first-2.A.en"
    run = reinschrift(*part, "--model", "B", "--system", f"A={written}")
    assert (run.code, run.err) == (0, "")
    assert "A and B score the same." in run.out
    run = reinschrift("bench", "--pairs", "own.tsv", "--system", f"A={written}", *QUICK)
    assert f"{written}: has 2 lines where own.tsv has {len(SOURCE)} segments" in run.err
    assert files


def test_results_need_a_folder(files: Path, reinschrift: Command) -> None:
    """A file in its place is named before anything is translated."""
    run = reinschrift("bench", "--pairs", "own.tsv", "--model", "A", "-o", "own.tsv")
    assert (run.code, run.out) == (2, "")
    assert run.err == "error: own.tsv: is no folder; choose another place for the results\n"
    assert files


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "no texts; give -t wmt19, --pairs FILE"),
        (("--source", "first.en"), "--source and --reference belong together"),
        (("--pairs", "own.tsv", "--system", "x=none.en"), "none.en: does not exist"),
        (("--pairs", "own.tsv", "--model", "A", "--model", "A"), "A: is given twice"),
        (("--pairs", "own.tsv", "--align"), "--align is for --source and --reference"),
    ],
)
def test_wrong_use_is_one_clear_line(
    files: Path, reinschrift: Command, arguments: tuple[str, ...], message: str
) -> None:
    """Exit code 2, and nothing is written."""
    run = reinschrift("bench", *arguments, *QUICK)
    assert run.code == 2
    assert message in run.err
    assert not (files / "out").exists()
