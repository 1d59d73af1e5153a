"""A model is found, or the message says what is missing."""

import json
import shutil
from pathlib import Path

import pytest

from translate.engines import describe, load_engine, locate
from translate.errors import ModelError, UsageError


@pytest.fixture
def copy(random_model: Path, tmp_path: Path) -> Path:
    """A model folder that a test may spoil."""
    return Path(shutil.copytree(random_model, tmp_path / "model"))


@pytest.mark.parametrize("name", ["config.json", "source.spm", "target.spm", "vocab.json"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    """The user sees what to get."""
    (copy / name).unlink()
    with pytest.raises(ModelError, match=f"not a complete MarianMT model; missing: {name}"):
        locate(str(copy))


def test_missing_weights_are_named(copy: Path) -> None:
    """Either format of weights will do."""
    (copy / "model.safetensors").unlink()
    with pytest.raises(ModelError, match=r"missing: model\.safetensors or pytorch_model\.bin"):
        locate(str(copy))


def test_another_kind_of_model_is_refused(copy: Path) -> None:
    """A T5 model would load and talk nonsense."""
    config = json.loads((copy / "config.json").read_text("utf-8"))
    (copy / "config.json").write_text(json.dumps(config | {"model_type": "t5"}), "utf-8")
    with pytest.raises(ModelError, match="type 't5'; only MarianMT"):
        locate(str(copy))


def test_a_broken_configuration_is_named(copy: Path) -> None:
    """A cut download is told from a wrong model."""
    (copy / "config.json").write_text("{", "utf-8")
    with pytest.raises(ModelError, match=r"config\.json: cannot be read as JSON"):
        locate(str(copy))


def test_a_download_that_fails_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offline, the message names the model, the reason and the files."""

    def offline(*_: object, **__: object) -> str:
        raise OSError("no network here")

    monkeypatch.setattr("huggingface_hub.snapshot_download", offline)
    with pytest.raises(ModelError) as caught:
        locate("Helsinki-NLP/opus-mt-de-en")
    message = str(caught.value)
    assert message.startswith("Helsinki-NLP/opus-mt-de-en: ")
    for part in ("could not be downloaded", "no network here", "source.spm", "vocab.json"):
        assert part in message


@pytest.mark.parametrize("model", ["./nowhere", "nowhere", "/nowhere/at/all"])
def test_a_folder_that_is_not_there_is_not_looked_up(model: str) -> None:
    """No download is tried for what is plainly a path."""
    with pytest.raises(ModelError, match="no such folder; give a MarianMT folder or a Hub name"):
        locate(model)


def test_the_label_follows_the_weights(copy: Path) -> None:
    """Other weights have another signature, so nothing old is taken for new."""
    before = locate(str(copy)).label
    weights = copy / "model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    assert locate(str(copy)).label != before


def test_wrong_settings_are_refused(copy: Path, tmp_path: Path) -> None:
    """Before anything is loaded."""
    checkpoint = locate(str(copy))
    with pytest.raises(UsageError, match="no engine is called 'fast'"):
        describe(checkpoint, engine="fast")
    with pytest.raises(UsageError, match="beam of 0"):
        load_engine(checkpoint, cache=tmp_path, beam=0)


def test_weights_that_cannot_be_converted_are_a_model_error(copy: Path, tmp_path: Path) -> None:
    """And no half-converted model stays in the cache."""
    (copy / "model.safetensors").write_bytes(b"no weights")
    for engine in ("ctranslate2", "transformers"):
        with pytest.raises(ModelError, match="model"):
            load_engine(locate(str(copy)), cache=tmp_path / "cache", engine=engine)
    assert list((tmp_path / "cache").iterdir()) == []
