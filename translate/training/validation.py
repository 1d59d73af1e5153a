"""BLEU on a development set, by decoding it as a user would."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from translate.engines.checkpoint import locate
from translate.engines.ctranslate import CTranslateEngine
from translate.scores.overlap import Score, overlap
from translate.training.corpus import Pair


def decode(folder: Path, sources: Sequence[str], *, threads: int | None = None) -> list[str]:
    """Translations of ``sources`` by the model in ``folder``: CTranslate2, int8, greedy."""
    with tempfile.TemporaryDirectory(prefix="reinschrift-") as cache:
        engine = CTranslateEngine(locate(str(folder)), cache=Path(cache), beam=1, threads=threads)
        return [translation.text for translation in engine.translate(sources)]


def validate(
    folder: Path, development: Sequence[Pair], *, threads: int | None = None
) -> list[Score]:
    """BLEU and chrF2 of the model in ``folder`` on the development pairs."""
    hypotheses = decode(folder, [pair.source for pair in development], threads=threads)
    references = [pair.target for pair in development]
    return overlap(hypotheses, [references], metrics=("bleu", "chrf"))
