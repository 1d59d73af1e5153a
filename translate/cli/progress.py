"""Progress of a batch: articles, sentences, words a second, time left."""

from collections.abc import Sequence

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from translate.batch import Job


class BatchProgress:
    """A progress bar, ``bar``, over the bytes of a batch; silent without a terminal."""

    def __init__(self, jobs: Sequence[Job], *, quiet: bool) -> None:
        console = Console(stderr=True)
        self.bar = Progress(
            TextColumn("{task.fields[articles]}"),
            BarColumn(),
            TextColumn("{task.fields[sentences]} sentences, {task.fields[speed]} words/s"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._sizes = {job.name: _size(job) for job in jobs}
        self._articles = self._bytes = self._sentences = self._words = 0
        self._task = self.bar.add_task(
            "", total=sum(self._sizes.values()), articles="", sentences=0, speed="–"
        )
        self._show()

    def chunk(self, texts: Sequence[str]) -> None:
        """These sentences are ready."""
        self._sentences += len(texts)
        self._words += sum(len(text.split()) for text in texts)
        self.bar.advance(self._task, sum(len(text.encode()) for text in texts))
        self._show()

    def article(self, job: Job) -> None:
        """This article is finished, or has failed."""
        self._articles += 1
        self._bytes += self._sizes[job.name]
        self._show()
        self.bar.update(self._task, completed=self._bytes)

    def _show(self) -> None:
        elapsed = self.bar.tasks[self._task].elapsed
        self.bar.update(
            self._task,
            articles=f"{self._articles}/{len(self._sizes)} articles",
            sentences=f"{self._sentences:,}",
            speed=f"{self._words / elapsed:,.0f}" if elapsed else "–",
        )


def _size(job: Job) -> int:
    """Bytes of an article; 0 where it vanished since it was listed, which reading it reports."""
    try:
        return job.source.stat().st_size
    except OSError:
        return 0
