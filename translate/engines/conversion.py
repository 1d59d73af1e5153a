"""Converts a MarianMT checkpoint for CTranslate2, once for each machine."""

import json
import warnings
from pathlib import Path
from typing import Literal

from translate.engines.checkpoint import Checkpoint
from translate.errors import ModelError
from translate.files import build_folder, write_atomic

Quantisation = Literal["int8", "float32"]
_NEVER = -5e3  # an output bias below it leaves a piece no probability at all
_WORTH = 0.9  # the share of pieces from which on leaving out the others gains nothing


def converted(checkpoint: Checkpoint, cache: Path, quantisation: Quantisation) -> Path:
    """The folder of the converted model; converts on first use. Raises ModelError.

    A model that can say only some of its pieces, as one with a joint vocabulary may, gets a
    vocabulary map: the others' probabilities, which are 0, are not computed.
    """
    from ctranslate2 import __version__

    folder = cache / f"{checkpoint.digest[:16]}-ct2-{__version__}-{quantisation}"
    if not (folder / "model.bin").is_file():
        build_folder(folder, lambda target: _convert(checkpoint, target, quantisation))
    return folder


def has_map(folder: Path) -> bool:
    """Whether the converted model in ``folder`` has a vocabulary map."""
    return (folder / "vmap.txt").is_file()


def _convert(checkpoint: Checkpoint, target: Path, quantisation: Quantisation) -> None:
    import transformers
    from ctranslate2.converters import TransformersConverter

    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    converter = TransformersConverter(str(checkpoint.folder), low_cpu_mem_usage=True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # advice about packages that are not needed here
            converter.convert(str(target), quantization=quantisation, force=True)
        pieces = _sayable(checkpoint)
    except Exception as error:
        raise ModelError(
            f"{checkpoint.folder}: CTranslate2 cannot convert this model ({error}); "
            "try --engine transformers"
        ) from error
    if pieces:
        write_atomic(target / "vmap.txt", f"\t{' '.join(pieces)}\n".encode())


def _sayable(checkpoint: Checkpoint) -> list[str]:
    """The pieces that the model can say, by the bias of its output; none if nearly all."""
    from transformers import MarianMTModel

    model = MarianMTModel.from_pretrained(str(checkpoint.folder))
    bias: list[float] = model.final_logits_bias[0].tolist()
    table = json.loads((checkpoint.folder / "vocab.json").read_text("utf-8"))
    pieces = [piece for piece, i in table.items() if bias[i] > _NEVER]
    return pieces if len(pieces) < _WORTH * len(table) else []
