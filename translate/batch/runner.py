"""Translate a batch of articles: in windows, resumable, one failure never stops the run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.batch.inputs import Job
from translate.batch.manifest import Manifest, article_key
from translate.batch.recorded import RecordedEngine
from translate.errors import InputError, OutputError
from translate.files import read_bytes, write_atomic
from translate.pipeline import Failure, Output, Pipeline

MANIFEST = Path(".reinschrift") / "manifest.jsonl"
WINDOW = 64  # articles that are translated in one stream
_WINDOW_BYTES = 1_000_000  # and the bytes they may have, unless one article alone has more


@dataclass(frozen=True, slots=True)
class Done:
    """An article whose translation stands. fresh: this run translated it."""

    job: Job
    fresh: bool


def run_batch(
    jobs: Sequence[Job], manifest: Manifest, engine: RecordedEngine, pipeline: Pipeline
) -> Iterator[Done | Failure]:
    """Translate ``jobs`` with ``pipeline``, which runs on ``engine``; yield what became of each.

    Articles that the manifest says are done, and whose output still stands, are passed over.
    """
    for number, window in enumerate(windows(jobs)):
        engine.window = number
        yield from _run_window(window, manifest, pipeline)


def windows(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    """``jobs`` in groups that depend on nothing but the jobs and their sizes."""
    window: list[Job] = []
    room = _WINDOW_BYTES
    for job in jobs:
        try:
            size = job.source.stat().st_size
        except OSError:
            size = 0
        if window and (len(window) == WINDOW or size > room):
            yield window
            window, room = [], _WINDOW_BYTES
        window.append(job)
        room -= size
    if window:
        yield window


def _run_window(
    window: Sequence[Job], manifest: Manifest, pipeline: Pipeline
) -> Iterator[Done | Failure]:
    articles: dict[str, bytes] = {}
    outcomes: dict[str, Done | Failure] = {}
    keys: dict[str, str] = {}
    for job in window:
        try:
            data = read_bytes(job.source)
        except InputError as error:
            outcomes[job.name] = Failure(job.name, error)
            continue
        articles[job.name] = data
        keys[job.name] = article_key(pipeline.signature, job.name, data)
        if manifest.is_done(job.name, keys[job.name], job.target):
            outcomes[job.name] = Done(job, fresh=False)
    if len(outcomes) < len(window):
        # All readable articles go in again: the sentences' chunks depend on the whole window.
        jobs = {job.name: job for job in window}
        for outcome in pipeline.run(articles.items()):
            name = outcome.name if isinstance(outcome, Failure) else outcome.result.name
            if name not in outcomes:
                outcomes[name] = _write(jobs[name], keys[name], outcome, manifest)
    for job in window:
        yield outcomes[job.name]


def _write(job: Job, key: str, outcome: Output | Failure, manifest: Manifest) -> Done | Failure:
    if isinstance(outcome, Failure):
        if isinstance(outcome.error, InputError):  # name the file as the user knows it
            error = InputError(job.source, outcome.error.reason, outcome.error.remedy)
            return Failure(job.name, error)
        return outcome
    try:
        write_atomic(job.target, outcome.data)
    except OutputError as error:
        return Failure(job.name, error)
    manifest.record_article(key, outcome.data, outcome.result)
    return Done(job, fresh=True)
