"""``reinschrift score``: sacreBLEU's numbers, for files and for folders of articles."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import Command

HYPOTHESES = "The dog sleeps in the garden .\nHe is dreaming .\nIt rains .\n"
REFERENCES = "The dog is asleep in the garden .\nHe is dreaming .\nIt is raining .\n"
QUICK = ("--bootstrap", "50", "--trials", "50")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two systems, h and better, and their reference, r."""
    (tmp_path / "h").write_text(HYPOTHESES)
    (tmp_path / "better").write_text(REFERENCES.replace("asleep", "sleeping"))
    (tmp_path / "r").write_text(REFERENCES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_numbers_and_intervals_are_those_of_the_command(files: Path, reinschrift: Command) -> None:
    """The same score, interval and signature as ``sacrebleu --confidence`` prints."""
    scores = json.loads(reinschrift("score", "h", "r", "-m", "bleu", "--format", "json").out)
    command = [sys.executable, "-m", "sacrebleu", "r", "-i", "h", "-w", "9", "-ci"]
    theirs = json.loads(subprocess.check_output(command, cwd=files))
    assert round(scores[0]["value"], 9) == theirs["score"]
    assert scores[0]["signature"] == theirs["signature"]
    low, high = scores[0]["interval"]
    assert (low + high) / 2 == pytest.approx(theirs["confidence_mean"])
    assert (high - low) / 2 == pytest.approx(theirs["confidence_var"])


def test_one_system_gets_a_table(files: Path, reinschrift: Command) -> None:
    """All four metrics with intervals and signatures."""
    table = reinschrift("score", "h", "r", *QUICK).out
    assert [line.split()[0] for line in table.splitlines()[1:]] == [
        "BLEU",
        "chrF2",
        "chrF2++",
        "TER",
    ]
    assert "seed:12345" in table
    assert " to " in table
    assert files


def test_systems_are_compared_in_words(files: Path, reinschrift: Command) -> None:
    """The table, both tests and a sentence that answers the question."""
    run = reinschrift("score", "h", "r", "--system", "better", "--system", "copy=h", *QUICK)
    assert "p, bootstrap" in run.out
    assert "p, randomisation" in run.out
    assert (
        "\nbetter scores better than h by" in run.out or "\nbetter is better than h by" in run.out
    )
    assert "copy and h score the same." in run.out
    assert "1.000" in run.out
    assert files


@pytest.mark.parametrize(("kind", "keys"), [("document", {"a", "b"}), ("segment", 3)])
def test_parts_are_scored_too(
    files: Path, reinschrift: Command, kind: str, keys: set[str] | int
) -> None:
    """Documents by their ids, segments in their order; as data and as a table."""
    (files / "ids").write_text("a\na\nb\n")
    options = ("--by", kind, "--docids", "ids", *QUICK)
    row = json.loads(reinschrift("score", "h", "r", *options, "--format", "json").out)[0]
    assert row[f"{kind}s"].keys() == keys if kind == "document" else len(row["segments"]) == keys
    table = reinschrift("score", "h", "r", *options).out
    assert f"\n{kind.capitalize()}" in table


def test_documents_that_nobody_gave_cannot_be_scored(files: Path, reinschrift: Command) -> None:
    """Files of lines have none: the message says where they come from."""
    run = reinschrift("score", "h", "r", "--by", "document", *QUICK)
    assert (run.code, run.out) == (2, "")
    assert "give folders of articles, or --docids" in run.err
    assert files


def test_resamples_without_any_match_have_an_interval(files: Path, reinschrift: Command) -> None:
    """An empty translation of so few segments is drawn alone, and has no character right."""
    (files / "h").write_text("\n\nc\n")
    (files / "r").write_text("a\nb\nc\n")
    run = reinschrift("score", "h", "r", "-f", "json")
    assert (run.code, run.err) == (0, "")
    assert len(json.loads(run.out)) == 4


def test_metrics_may_be_named_as_they_are_printed(files: Path, reinschrift: Command) -> None:
    """In capitals or not."""
    run = reinschrift("score", "h", "r", "-m", "BLEU", "-m", "bleu", "-f", "json", *QUICK)
    assert [row["name"] for row in json.loads(run.out)] == ["BLEU"]
    assert files


def test_latex_is_a_table_with_its_signatures(files: Path, reinschrift: Command) -> None:
    """What has a meaning in LaTeX is escaped."""
    out = reinschrift("score", "A_1=h", "r", "--system", "B%=better", "-f", "latex", *QUICK).out
    assert out.startswith(r"\begin{tabular}{lrrrr}")
    assert r"A\_1 & " in out
    assert r"B\% & " in out
    assert "% BLEU|nrefs:1|bs:50|seed:12345" in out
    assert out.endswith("p < 0.05 by all tests made\n")
    assert files


def test_a_page_shows_the_comparison(files: Path, reinschrift: Command) -> None:
    """Self-contained, with the words that differ marked."""
    run = reinschrift("score", "h", "r", "--system", "better", "-f", "html", "-o", "x.html", *QUICK)
    assert run.code == 0
    page = (files / "x.html").read_text("utf-8")
    assert '<mark class="right">is raining</mark>' in page
    assert "http" not in page.replace("http-equiv", "")
    assert "<script" not in page


def test_folders_are_paired_and_aligned(files: Path, reinschrift: Command) -> None:
    """By path; where lines differ sentences are aligned, and that is said."""
    for name, a, b in (
        ("refs", "It rains here. We stay at home today.\n\nThe end.\n", "One line only.\n"),
        ("out", "It rains here.\n\nWe stay at home today.\n\nThe end.\n", "One line.\n"),
    ):
        (files / name / "x").mkdir(parents=True)
        (files / name / "x/a.txt").write_text(a)
        (files / name / "b.md").write_text(b)
    (files / "out/report.html").write_text("<p>no article</p>")
    run = reinschrift("score", "out", "refs", "--format", "json", "--by", "document", *QUICK)
    assert run.err == (
        "note: x/a.txt: numbers of paragraphs differ (2 in reference 1, 3 in system out); "
        "3 segments were aligned by length\n"
    )
    row = json.loads(run.out)[0]
    assert row["documents"].keys() == {"b.md", "x/a.txt"}
    assert row["documents"]["x/a.txt"] == pytest.approx(100)
    (files / "out/d.htm").write_text("<p>More</p>")
    run = reinschrift("score", "out", "refs", *QUICK)
    assert "note: out: 1 left out, which refs does not have (d.htm)\n" in run.err
    (files / "out/b.md").unlink()
    run = reinschrift("score", "out", "refs")
    assert (run.code, run.out) == (2, "")
    assert "out: has no b.md, which refs has" in run.err


@pytest.mark.parametrize(
    ("hypotheses", "references", "message"),
    [
        ("One.\nTwo.\n", "One.\n", "h: 2 lines, where r has 1"),
        ("One.\n", "", "h: 1 line, where r has 0"),
        ("", "", "0 hypotheses, 0 references: nothing to score"),
        ("One.\nTwo.\n", "One.\n\n", "r: line 2 is empty; every reference needs words"),
        ("One.\nnan\n", "One.\nTwo.\n", "h: line 2 is 'nan', a table's empty cell"),
        ("Zwölf Züge.\n".encode() + "Zwölf.\n".encode("latin-1"), "a\nb\n", "h: is no valid UTF-8"),
    ],
)
def test_texts_that_do_not_fit_are_one_clear_line(
    files: Path, reinschrift: Command, hypotheses: str | bytes, references: str, message: str
) -> None:
    """Exit code 2, and the file is named."""
    data = hypotheses if isinstance(hypotheses, bytes) else hypotheses.encode()
    (files / "h").write_bytes(data)
    (files / "r").write_text(references)
    run = reinschrift("score", "h", "r")
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert len(run.err.splitlines()) == 1


def test_lines_may_be_aligned_if_asked(files: Path, reinschrift: Command) -> None:
    """Two lines of the translation belong to one of the reference."""
    (files / "h").write_text("It rains here.\nWe stay at home today.\n")
    (files / "r").write_text("It rains here. We stay at home today.\n")
    run = reinschrift("score", "h", "r", "--align", "-m", "chrf", "--format", "json", *QUICK)
    assert "2 segments were aligned" in run.err
    assert json.loads(run.out)[0]["value"] == pytest.approx(100)


def test_one_segment_gets_a_score_and_a_word(files: Path, reinschrift: Command) -> None:
    """There is nothing to resample, which is said; the score stands."""
    (files / "h").write_text("It rains.\n")
    (files / "r").write_text("It is raining.\n")
    run = reinschrift("score", "h", "r", "--system", "x=r", "-m", "chrf")
    assert run.code == 0
    assert run.err == "note: one segment cannot be resampled: no intervals, no tests\n"
    assert "one segment cannot be tested" in run.out


def test_what_looks_tokenized_is_named(files: Path, reinschrift: Command) -> None:
    """Its score stands, as sacreBLEU has it."""
    (files / "h").write_text("It rains .\n" * 100)
    (files / "r").write_text("It rains.\n" * 100)
    run = reinschrift("score", "h", "r", "-m", "bleu", *QUICK)
    assert run.code == 0
    assert run.err.startswith("note: h: 100 lines end in “ .”; it looks tokenized")


def test_two_systems_need_two_names(files: Path, reinschrift: Command) -> None:
    """Otherwise one would hide the other."""
    run = reinschrift("score", "h", "r", "--system", "h")
    assert run.code == 2
    assert "two systems are called h" in run.err
    assert files
