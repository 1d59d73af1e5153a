"""Find a MarianMT checkpoint: the embedded one, a folder, or a name on the Hugging Face Hub."""

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from translate.errors import ModelError

EMBEDDED = "embedded"
_NEEDED = ("config.json", "source.spm", "target.spm", "vocab.json")
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
_INDEX = "model.safetensors.index.json"  # lists the parts, where the weights are in several files


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A folder that holds a complete MarianMT model.

    name: what the user called it. digest: SHA-256 over the files that decide the output.
    """

    name: str
    folder: Path
    digest: str

    @property
    def label(self) -> str:
        """Name and short hash, for signatures."""
        return f"{self.name}@{self.digest[:12]}"

    def card(self) -> dict[str, Any] | None:
        """The model's card (data, licences, scores), where it has one."""
        path = self.folder / "card.json"
        return json.loads(path.read_text("utf-8")) if path.is_file() else None

    def config(self) -> dict[str, Any]:
        """The model's ``config.json``."""
        return _read_json(self.folder / "config.json")


def locate(model: str = EMBEDDED) -> Checkpoint:
    """The checkpoint that ``model`` names.

    model: ``embedded``, a folder, or a Hub name such as ``Helsinki-NLP/opus-mt-de-en``, which
    is downloaded once. Raises ModelError, which says what is missing.
    """
    if model == EMBEDDED:
        folder, name = Path(str(files("translate") / "model")), EMBEDDED
    elif Path(model).is_dir():
        folder, name = Path(model), Path(model).resolve().name
    elif Path(model).exists():
        raise ModelError(f"{model}: is a file; give the folder of a MarianMT model")
    elif _is_hub_name(model):
        folder, name = _download(model), model
    else:
        raise ModelError(
            f"{model}: no such folder; give a MarianMT folder or a Hub name OWNER/NAME"
        )
    _verify(folder, model)
    return Checkpoint(name, folder, _digest(folder))


def _is_hub_name(model: str) -> bool:
    owner, slash, name = model.partition("/")
    return bool(slash and owner and name) and "/" not in name and owner not in {".", "..", "~"}


def _download(name: str) -> Path:
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, allow_patterns=[*_NEEDED, *_WEIGHTS, "*.json"]))
    except Exception as error:
        reason = str(error).strip().splitlines()
        raise ModelError(
            f"{name}: no such folder here, and it could not be downloaded from the Hugging Face "
            f"Hub ({type(error).__name__}: {reason[0] if reason else 'no reason given'}); check "
            f"the name and the network, or give a folder with {', '.join(_NEEDED)} and "
            f"{' or '.join(_WEIGHTS)}"
        ) from error


def _verify(folder: Path, model: str) -> None:
    weights = _weights(folder)
    missing = [name for name in (*_NEEDED, *weights) if not (folder / name).is_file()]
    if not weights:
        missing.append(" or ".join(_WEIGHTS))
    if missing:
        raise ModelError(f"{model}: not a complete MarianMT model; missing: {', '.join(missing)}")
    kind = _read_json(folder / "config.json").get("model_type")
    if kind != "marian":
        raise ModelError(f"{model}: a model of type {kind!r}; only MarianMT ('marian') works")


def _weights(folder: Path) -> list[str]:
    """The files that hold the weights, or should: one, or the parts that an index lists."""
    if not (folder / _INDEX).is_file():
        return [name for name in _WEIGHTS if (folder / name).is_file()]
    return sorted(set(_read_json(folder / _INDEX).get("weight_map", {}).values()))


def _read_json(path: Path) -> dict[str, Any]:
    try:
        table: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{path}: cannot be read as JSON ({error}); get the model again"
        ) from error
    return table


def _digest(folder: Path) -> str:
    total = hashlib.sha256()
    for name in (*_NEEDED, "generation_config.json", *_weights(folder)):
        path = folder / name
        if path.is_file():
            with path.open("rb") as file:
                total.update(name.encode() + hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()
