"""Translate a batch of articles: in windows, resumable, one failure never stops the run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.batch.ahead import ahead
from translate.batch.inputs import Job
from translate.batch.manifest import Manifest, article_key
from translate.batch.recorded import RecordedEngine
from translate.errors import InputError, OutputError
from translate.files import read_bytes, write_atomic
from translate.pipeline import Articles, Failure, Output, Pipeline, Translated

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
    While a window is checked and written, the next one is translated in a thread, and the one
    after that is read in another. The manifest takes the articles of a window when the sentences
    of the next one are recorded, whichever is faster: its bytes do not depend on that, and a
    crash costs no more than the translation of two chunks.
    """
    written: list[tuple[str, Output]] = []

    def read() -> Iterator[tuple[_Window, Articles]]:
        for window in windows(jobs):
            found = _read(window, manifest, pipeline)
            yield found, pipeline.read(found.articles.items()) if found.fresh else ()

    def translated() -> Iterator[tuple[_Window, Translated]]:
        for number, (window, articles) in enumerate(ahead(read())):
            engine.window = number
            yield window, pipeline.translate(articles)

    def stop() -> None:
        engine.stopped = True

    def record() -> None:
        for key, output in written:
            manifest.record_article(key, output.data, output.result)
        written.clear()

    engine.stopped = False
    for window, halfway in ahead(translated(), stop=stop, between=record):
        yield from _write_all(window, pipeline.finish(halfway), written)
    record()


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


@dataclass(frozen=True, slots=True)
class _Window:
    """Articles that go through the pipeline together; outcomes: of those that need not."""

    jobs: list[Job]
    articles: dict[str, bytes]
    keys: dict[str, str]
    outcomes: dict[str, Done | Failure]

    @property
    def fresh(self) -> bool:
        """Whether any article is to be translated.

        Then all readable ones go in: the sentences' chunks depend on the whole window.
        """
        return len(self.outcomes) < len(self.jobs)


def _read(jobs: list[Job], manifest: Manifest, pipeline: Pipeline) -> _Window:
    window = _Window(jobs, {}, {}, {})
    for job in jobs:
        try:
            data = read_bytes(job.source)
        except InputError as error:
            window.outcomes[job.name] = Failure(job.name, error)
            continue
        window.articles[job.name] = data
        window.keys[job.name] = article_key(pipeline.signature, job.name, data)
        if manifest.is_done(job.name, window.keys[job.name], job.target):
            window.outcomes[job.name] = Done(job, fresh=False)
    return window


def _write_all(
    window: _Window, finished: Sequence[Output | Failure], written: list[tuple[str, Output]]
) -> list[Done | Failure]:
    """Write what is not yet written of a window; what became of each of its articles.

    What was written is added to ``written``, with its key, to be recorded.
    """
    jobs = {job.name: job for job in window.jobs}
    outcomes = dict(window.outcomes)
    for outcome in finished:
        name = outcome.name if isinstance(outcome, Failure) else outcome.result.name
        if name not in outcomes:
            outcomes[name] = _write(jobs[name], outcome)
            if isinstance(outcome, Output) and isinstance(outcomes[name], Done):
                written.append((window.keys[name], outcome))
    return [outcomes[job.name] for job in window.jobs]


def _write(job: Job, outcome: Output | Failure) -> Done | Failure:
    if isinstance(outcome, Failure):
        if isinstance(outcome.error, InputError):  # name the file as the user knows it
            error = InputError(job.source, outcome.error.reason, outcome.error.remedy)
            return Failure(job.name, error)
        return outcome
    try:
        write_atomic(job.target, outcome.data)
    except OutputError as error:
        return Failure(job.name, error)
    return Done(job, fresh=True)
