"""The smaller commands."""

import json
from pathlib import Path

import pytest

from tests.command import Command


def test_check_points_at_the_garble(tmp_path: Path, reinschrift: Command) -> None:
    """File, line, column, code and suggestion; exit code 1."""
    article = tmp_path / "a.txt"
    article.write_text("Gut so.\n\nEr traf Witkoff-Putin-Putin am Montag.\n", "utf-8")
    run = reinschrift("check", article)
    assert run.code == 1
    assert f"{article}:3:17: S312 major:" in run.out
    assert "Witkoff-Putin" in run.out
    assert reinschrift("check", article, "--fail-on", "never").code == 0


def test_check_compares_a_translation(tmp_path: Path, reinschrift: Command) -> None:
    """A changed number is found on the right side, at the right place."""
    (tmp_path / "a.txt").write_text("Es sind 73 Kühe auf der Weide.\n", "utf-8")
    (tmp_path / "a.en.txt").write_text("There are 74 cows in the meadow.\n", "utf-8")
    run = reinschrift("check", tmp_path / "a.txt", tmp_path / "a.en.txt", "--format", "json")
    findings = json.loads(run.out)["findings"]
    assert [(f["side"], f["start"], f["end"]) for f in findings if f["code"].startswith("P1")]
    assert any("74" in f["message"] or "73" in f["message"] for f in findings)


def test_check_names_translations_that_do_not_fit(tmp_path: Path, reinschrift: Command) -> None:
    """Paragraphs that cannot be paired are an error, not a guess."""
    (tmp_path / "a.txt").write_text("Eins.\n\nZwei.\n", "utf-8")
    (tmp_path / "b.txt").write_text("One. Two.\n", "utf-8")
    run = reinschrift("check", tmp_path / "a.txt", tmp_path / "b.txt")
    assert run.code == 2
    assert "b.txt: has 1 paragraphs where" in run.err


def test_clean_german_is_clean(tmp_path: Path, reinschrift: Command) -> None:
    """Exit code 0 and a plain word."""
    (tmp_path / "a.txt").write_text("Der Hund schläft ruhig im Garten.\n", "utf-8")
    run = reinschrift("check", tmp_path / "a.txt")
    assert run.code == 0
    assert "no findings" in run.out.lower()


def test_checks_lists_every_check(reinschrift: Command) -> None:
    """As a table for people, and as Markdown for the README."""
    from translate.checks import all_checks

    run = reinschrift("checks", "--markdown")
    assert run.code == 0
    for check in all_checks():
        assert f"| {check.code} | {check.name} |" in run.out
    assert all(check.code in reinschrift("checks").out for check in all_checks())


def test_model_shows_its_card(reinschrift: Command) -> None:
    """Data, licences and scores of the embedded model."""
    run = reinschrift("model")
    assert run.code == 0
    assert "embedded@" in run.out
    card = json.loads(reinschrift("model", "--json").out)
    assert {"data", "licence", "training", "scores"} <= set(card)


def test_a_selection_that_fits_no_check_is_refused(tmp_path: Path, reinschrift: Command) -> None:
    """A slip of the pen never turns a gate green."""
    (tmp_path / "a.txt").write_text("Gut.\n", "utf-8")
    for option in ("--select", "--ignore"):
        run = reinschrift("check", tmp_path / "a.txt", option, "X9")
        assert run.code == 2
        assert "no check has a code that begins with 'X9'" in run.err


@pytest.mark.parametrize("command", ["translate", "check", "score", "bench", "checks", "model"])
def test_every_command_explains_itself(reinschrift: Command, command: str) -> None:
    """Help comes with exit code 0."""
    run = reinschrift(command, "--help")
    assert run.code == 0
    assert "Usage" in run.out


def test_check_reads_folders(tmp_path: Path, reinschrift: Command) -> None:
    """Each article with its translation of the same name; a bad one never stops the others."""
    for name in ("de/x", "en/x"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "de/a.txt").write_text("Es sind 73 Kühe.\n", "utf-8")
    (tmp_path / "en/a.txt").write_text("There are 74 cows.\n", "utf-8")
    (tmp_path / "de/x/b.txt").write_text("Er kam mit mit dem Zug.\n", "utf-8")
    (tmp_path / "en/x/b.txt").write_text("He came by train.\n", "utf-8")
    run = reinschrift("check", tmp_path / "de", tmp_path / "en", "--select", "P11", "--select", "S")
    assert run.code == 1
    assert f"{tmp_path / 'en/a.txt'}:1:11: P110 major" in run.out
    assert f"{tmp_path / 'de/x/b.txt'}:1:8: S310 major" in run.out
    assert f"{tmp_path / 'de'}: 2 articles: 2 findings (2 major)" in run.out
    assert "penalty points per 1,000 words" in run.out
    (tmp_path / "en/a.txt").unlink()
    run = reinschrift("check", tmp_path / "de", tmp_path / "en", "--format", "csv")
    assert run.code == 3
    assert f"error: {tmp_path / 'en/a.txt'}: does not exist" in run.err
    assert "S310" in run.out


@pytest.mark.parametrize("name", ["sarif", "csv"])
def test_reports_for_tools(tmp_path: Path, reinschrift: Command, name: str) -> None:
    """The same from check and, on demand, from translate, with paths that lead to the files."""
    (tmp_path / "in").mkdir()
    article = tmp_path / "in/a.txt"
    article.write_text("Er kam mit mit dem Zug.\n", "utf-8")
    run = reinschrift("check", article, "--format", name)
    assert run.code == 1
    assert "a.txt" in run.out
    assert "S310" in run.out
    out = tmp_path / "out"
    assert reinschrift("translate", article, "-o", out, "--report", name).code == 0
    report = (out / f"report.{name}").read_text("utf-8")
    assert str(article) in report
    assert "S310" in report
    assert not (out / ("report.csv" if name == "sarif" else "report.sarif")).exists()
