"""Engines: one protocol, a fast one (CTranslate2), a reference (transformers), a stub."""

from pathlib import Path

from translate.engines.base import Engine
from translate.engines.checkpoint import EMBEDDED, Checkpoint, locate
from translate.errors import UsageError
from translate.results import EngineInfo

_QUANTISATION = {"ctranslate2": "int8", "transformers": "float32"}
ENGINES = tuple(_QUANTISATION)


def describe(checkpoint: Checkpoint, *, engine: str = "ctranslate2", beam: int = 4) -> EngineInfo:
    """What ``load_engine`` will load; costs nothing. Raises UsageError."""
    if beam < 1:
        raise UsageError(f"a beam of {beam} cannot work; give 1 (greedy) or more")
    if engine not in _QUANTISATION:
        raise UsageError(f"no engine is called {engine!r}; choose one of {', '.join(ENGINES)}")
    return EngineInfo(engine, checkpoint.label, _QUANTISATION[engine], beam)


def load_engine(
    checkpoint: Checkpoint,
    *,
    cache: Path,
    engine: str = "ctranslate2",
    beam: int = 4,
    threads: int | None = None,
) -> Engine:
    """The engine called ``engine`` on ``checkpoint``; heavy libraries load only here.

    Raises UsageError for an unknown engine, ModelError for an unusable model.
    """
    describe(checkpoint, engine=engine, beam=beam)
    if engine == "transformers":
        from translate.engines.marian import MarianEngine

        return MarianEngine(checkpoint, beam=beam, threads=threads)
    from translate.engines.ctranslate import CTranslateEngine

    return CTranslateEngine(checkpoint, cache=cache, beam=beam, threads=threads)


__all__ = ["EMBEDDED", "ENGINES", "Checkpoint", "Engine", "describe", "load_engine", "locate"]
