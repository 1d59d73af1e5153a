"""BLEU on development sets, by decoding them as a user would."""

import tempfile
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch

from translate.engines import Engine, load_engine, locate
from translate.scores.overlap import overlap
from translate.training.card import score_row
from translate.training.corpus import Pair


def _greedy(folder: Path, cache: str, threads: int | None) -> Engine:
    """CTranslate2 in int8; with a GPU, or without CTranslate2, transformers in float32."""
    fast = find_spec("ctranslate2") and not torch.cuda.is_available()
    name = "ctranslate2" if fast else "transformers"
    checkpoint = locate(str(folder))
    return load_engine(checkpoint, cache=Path(cache), engine=name, beam=1, threads=threads)


def decode(folder: Path, sources: Sequence[str], *, threads: int | None = None) -> list[str]:
    """Translations of ``sources`` by the model in ``folder``, greedy."""
    with tempfile.TemporaryDirectory(prefix="reinschrift-") as cache:
        engine = _greedy(folder, cache, threads)
        return [translation.text for translation in engine.translate(sources)]


def validate(
    folder: Path, sets: Mapping[str, Sequence[Pair]], *, threads: int | None = None
) -> list[dict[str, Any]]:
    """The card's rows of BLEU and chrF2 of the model in ``folder`` on each set of pairs."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="reinschrift-") as cache:
        engine = _greedy(folder, cache, threads)
        for name, pairs in sets.items():
            answers = engine.translate([pair.source for pair in pairs])
            references = [pair.target for pair in pairs]
            scores = overlap([a.text for a in answers], [references], metrics=("bleu", "chrf"))
            decoding = f"greedy, {engine.info.quantisation}"
            rows += [score_row(name, decoding, score) for score in scores]
    return rows
