"""What ``import translate`` gives."""

import subprocess
import sys
from pathlib import Path

import pytest

import translate
from translate.errors import InputError, UsageError


def test_checks_without_a_model() -> None:
    """Two calls that need nothing but text."""
    (finding,) = translate.check_source("Er traf Witkoff-Putin-Putin am Montag.")
    assert finding.suggestion is not None
    codes = {f.code for f in translate.check_pair("Es sind 73 Kühe.", "There are 74 cows.")}
    assert any(code.startswith("P1") for code in codes)
    assert translate.check_source("Der Hund schläft ruhig im Garten.") == []
    assert translate.repair_text("mit mit dem Hund").text == "mit dem Hund"


def test_a_glossary_works_from_python(tmp_path: Path) -> None:
    """Read once, given with every call."""
    from translate.api import Selection, read_glossary

    (tmp_path / "terms.csv").write_text("Beitragssatz,contribution rate\n", "utf-8")
    terms = Selection(select=("P2",), glossary=read_glossary(tmp_path / "terms.csv"))
    (finding,) = translate.check_pair("Die Beitragssätze steigen.", "The fees rise.", terms)
    assert (finding.code, finding.suggestion) == ("P210", "contribution rate")
    assert translate.check_source("mit mit dem Hund", Selection(ignore=("S310",))) == []


def test_the_embedded_model_translates(tmp_path: Path) -> None:
    """Text in, English out; offline, on the model in the package."""
    translator = translate.Translator(beam=1, cache=tmp_path)
    english = translator.translate_text("Der Hund schläft im Garten.\n")
    assert {"dog", "garden"} & set(english.lower().strip(".\n").split())
    article = tmp_path / "a.txt"
    article.write_text("Der Präsident sprach am Freitag in Berlin.\n", "utf-8")
    output = translator.translate_document(article)
    assert output.data.decode() == output.result.target
    assert "president" in output.result.target.lower()
    with pytest.raises(InputError, match="does not exist"):
        translator.translate_document(tmp_path / "no.txt")


def test_a_converted_model_starts_without_torch(tmp_path: Path) -> None:
    """The slow import happens once in a model's life."""
    translate.Translator(beam=1, cache=tmp_path)
    code = (
        "import sys; from pathlib import Path; from translate import Translator;"
        "Translator(cache=Path(sys.argv[1])).translate_text('Der Hund schläft.');"
        "print(sorted({'torch', 'transformers'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    assert subprocess.check_output(command, text=True).strip() == "[]"


def test_wrong_settings_say_so(tmp_path: Path) -> None:
    """Before a model is loaded."""
    with pytest.raises(UsageError, match="no engine is called"):
        translate.Translator(engine="fast", cache=tmp_path)


def test_every_public_name_is_there() -> None:
    """And nothing else is promised."""
    assert all(hasattr(translate, name) for name in translate.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = translate.nonsense
