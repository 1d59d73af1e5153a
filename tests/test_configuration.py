"""Settings: found where they should be, exact in what they refuse, weaker than the command line."""

import json
from pathlib import Path

import pytest

from tests.command import Command
from translate.configuration import find_configuration, read_configuration
from translate.errors import ConfigurationError
from translate.findings import Severity

GARBLED = "Er kam mit mit Klinger Klinger.\n\nDer US -Präsident und Witkoff-Putin-Putin.\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: a folder inside a folder, with an article."""
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/a.txt").write_text(GARBLED, "utf-8")
    monkeypatch.chdir(tmp_path / "inner")
    return tmp_path


def codes(reinschrift: Command, *options: str) -> list[tuple[str, str]]:
    """Code and severity of the mechanical garbles that ``check`` finds in the article."""
    run = reinschrift("check", "a.txt", "--format", "json", *options)
    found = [(f["code"], f["severity"]) for f in json.loads(run.out)["findings"]]
    return [pair for pair in found if pair[0].startswith(("S31", "S32"))]


def test_the_nearest_file_counts(place: Path) -> None:
    """Upwards; reinschrift.toml before pyproject.toml; a foreign pyproject.toml is passed over."""
    (place / "pyproject.toml").write_text("[tool.reinschrift]\nbeam = 2\n")
    (place / "inner/pyproject.toml").write_text("[tool.other]\n")
    assert find_configuration(place / "inner") == place / "pyproject.toml"
    (place / "reinschrift.toml").write_text("beam = 3\n")
    assert find_configuration(place / "inner") == place / "reinschrift.toml"
    (place / "inner/pyproject.toml").write_text("[tool.reinschrift]\n")
    assert find_configuration(place / "inner") == place / "inner/pyproject.toml"
    assert read_configuration(place / "pyproject.toml").beam == 2


def test_settings_shape_the_findings(place: Path, reinschrift: Command) -> None:
    """Ignored codes, other severities, words that are right."""
    everything = [("S310", "major"), ("S310", "major"), ("S320", "major"), ("S312", "major")]
    assert codes(reinschrift) == everything
    (place / "pyproject.toml").write_text(
        """
        [tool.reinschrift]
        ignore = ["S320"]
        severity = { S = "critical", S312 = "info" }
        allow = { S31 = ["Klinger"] }
        """
    )
    assert codes(reinschrift) == [("S310", "critical"), ("S312", "info")]


def test_the_command_line_beats_the_file(place: Path, reinschrift: Command) -> None:
    """An option replaces the setting of its name; --config replaces the file."""
    (place / "reinschrift.toml").write_text('select = ["S320"]\nfail-on = "never"\n')
    assert codes(reinschrift) == [("S320", "major")]
    assert reinschrift("check", "a.txt").code == 0
    assert codes(reinschrift, "--select", "S312") == [("S312", "major")]
    assert reinschrift("check", "a.txt", "--fail-on", "major").code == 1
    (place / "other.toml").write_text('ignore = ["S3"]\n')
    assert codes(reinschrift, "--config", str(place / "other.toml")) == []
    assert reinschrift("check", "a.txt", "--config", "none.toml").code == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", "no setting is called 'selct'; did you mean 'select'?"),
        ("select = 'S'", "select is 'S'; give codes in a list"),
        ("select = ['X9']", "select: no check has a code that begins with 'X9'"),
        ("ignore = ['']", "ignore is ['']"),
        ("severity = { S310 = 'grave' }", "severity is {'S310': 'grave'}; give a table"),
        ("severity = { X = 'info' }", "severity: no check has a code"),
        ("allow = { S310 = 'Klinger' }", "allow is"),
        ("allow = { Z = ['Klinger'] }", "allow: no check"),
        ("beam = true", "beam is True; give a whole number"),
        ("beam = 0", "beam is 0"),
        ("engine = 'fast'", "give ctranslate2 or transformers"),
        ("repair = 1", "repair is 1; give true or false"),
        ("fail-on = 'info'", "give never, minor, major or critical"),
        ("glossary = 3", "glossary is 3"),
        ("beam = [", "is no valid TOML"),
    ],
)
def test_a_wrong_setting_names_file_and_key(
    place: Path, reinschrift: Command, text: str, message: str
) -> None:
    """Exit code 2, one line."""
    (place / "reinschrift.toml").write_text(text)
    run = reinschrift("check", "a.txt")
    assert run.code == 2
    (line,) = run.err.splitlines()
    assert line.startswith(f"error: {place / 'reinschrift.toml'}: ")
    assert message in line


def test_a_file_in_another_encoding_or_without_the_table_is_refused(place: Path) -> None:
    """What was asked for by name has to be there."""
    (place / "reinschrift.toml").write_bytes(b"model = '\xfc'")
    with pytest.raises(ConfigurationError, match=r"reinschrift\.toml: is no UTF-8"):
        read_configuration(place / "reinschrift.toml")
    (place / "pyproject.toml").write_text("[tool]\nreinschrift = 3\n")
    with pytest.raises(ConfigurationError, match="has no table"):
        read_configuration(place / "pyproject.toml")


def test_paths_are_those_from_the_file(place: Path) -> None:
    """A glossary beside the settings, a model that is a folder there or a name."""
    path = place / "reinschrift.toml"
    path.write_text('glossary = "terms.csv"\nmodel = "inner"\nseverity = { P = "minor" }\n')
    settings = read_configuration(path)
    assert settings.glossary == place / "terms.csv"
    assert settings.model == str(place / "inner")
    assert settings.severity == (("P", Severity.MINOR),)
    path.write_text('model = "Helsinki-NLP/opus-mt-de-en"\n')
    assert read_configuration(path).model == "Helsinki-NLP/opus-mt-de-en"


def test_what_is_ignored_or_allowed_is_not_repaired(place: Path, reinschrift: Command) -> None:
    """And a record that was made under other settings is not taken for this one."""
    out = place / "out"
    reinschrift("translate", "a.txt", "-o", out)
    assert "KAM MIT KLINGER." in (out / "a.txt").read_text("utf-8")
    (place / "reinschrift.toml").write_text(
        'reword = false\nignore = ["S320"]\nallow = { S310 = ["Klinger Klinger"] }\n'
    )
    run = reinschrift("translate", "a.txt", "-o", out)
    assert "done before" not in run.out
    text = (out / "a.txt").read_text("utf-8")
    assert "KAM MIT KLINGER KLINGER." in text
    assert "US -PRÄSIDENT UND WITKOFF-PUTIN." in text
    assert "1 of them done before" in reinschrift("translate", "a.txt", "-o", out).out
    reinschrift("translate", "a.txt", "-o", out, "--select", "P")
    findings = json.loads((out / "report.jsonl").read_text("utf-8"))["findings"]
    assert {finding["code"][0] for finding in findings} <= {"P"}
