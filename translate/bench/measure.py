"""Translate a set through the pipeline, and measure it."""

import resource
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from translate.engines import Engine
from translate.pipeline import Failure, Output, Pipeline

_STATUS = Path("/proc/self/status")
_BREAK = "\n\n"
_WARM_UP = "Ein Satz, damit alles geladen ist."


@dataclass(frozen=True, slots=True)
class Run:
    """One system's way through one set.

    hypotheses: one a segment, empty where an article failed. seconds: from articles to checked
    articles, without loading. tokens: target tokens that the engine made, second attempts
    included. failures: articles that could not be translated, and why.
    """

    hypotheses: tuple[str, ...]
    seconds: float
    tokens: int
    failures: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Run":
        """The inverse of ``dataclasses.asdict``."""
        return cls(
            tuple(data["hypotheses"]), data["seconds"], data["tokens"], tuple(data["failures"])
        )


def measured(engine: Engine, sources: Sequence[str], documents: Sequence[str]) -> Run:
    """Translate ``sources`` with ``engine``, the repairs and the checks on, as articles.

    Neighbours of the same document are paragraphs of one article; where no document is known,
    each segment is an article of its own.
    """
    tokens = 0
    translate = engine.translate

    def counting(*arguments: Any, **options: Any) -> Any:
        nonlocal tokens
        found = translate(*arguments, **options)
        tokens += sum(translation.tokens for translation in found)
        return found

    setattr(engine, "translate", counting)  # noqa: B010 - a wrapper would hide other methods
    try:
        pipeline = Pipeline(engine)
        pipeline.run([("warm-up.txt", _WARM_UP.encode())])
        tokens = 0
        articles = list(_articles(sources, documents))
        start = time.perf_counter()
        outcomes = pipeline.run(
            (f"{number}.txt", _BREAK.join(lines).encode())
            for number, lines in enumerate(articles, start=1)
        )
        seconds = time.perf_counter() - start
    finally:
        setattr(engine, "translate", translate)  # noqa: B010
    hypotheses: list[str] = []
    failures = []
    for outcome, lines in zip(outcomes, articles, strict=True):
        found = _paragraphs(outcome, len(lines))
        if isinstance(found, str):
            failures.append(f"segment {len(hypotheses) + 1} and on: {found}")
            found = [""] * len(lines)
        hypotheses += found
    return Run(tuple(hypotheses), seconds, tokens, tuple(failures))


def peak_memory() -> int:
    """The most bytes of memory that this process has held (resident set)."""
    if _STATUS.is_file():  # getrusage would count a parent's memory in after a fork
        line = next(s for s in _STATUS.read_text("utf-8").splitlines() if s.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _articles(sources: Sequence[str], documents: Sequence[str]) -> Iterator[list[str]]:
    if len(set(documents)) == 1:
        yield from ([source] for source in sources)
        return
    for _, rows in groupby(zip(documents, sources, strict=True), key=lambda row: row[0]):
        yield [source for _, source in rows]


def _paragraphs(outcome: Output | Failure, count: int) -> list[str] | str:
    """The translated paragraphs, or why there are none."""
    if isinstance(outcome, Failure):
        return str(outcome.error)
    found = [paragraph.strip() for paragraph in outcome.result.target.split(_BREAK)]
    if len(found) != count:
        return f"has {len(found)} paragraphs instead of {count}"
    return found
