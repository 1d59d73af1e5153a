"""An engine that remembers: what the manifest holds is not translated again.

Scores may differ in the last digit with the batch that a sentence was in, so a resumed run
has to form the batches of an undisturbed one. Hence a window's chunks are planned from all
its sentences that no *earlier* window recorded, whether or not this window's own chunks are
recorded already, and a chunk is recorded in one line: as a whole or not at all.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from itertools import count

from translate.batch.manifest import Manifest, sentence_key
from translate.engines import Engine
from translate.results import EngineInfo, Forced, Translation

CHUNK = 128  # sentences
_AT_ONCE = 2  # chunks in the making, so that no core waits; what a crash can cost at most


class Stopped(Exception):  # noqa: N818 - not an error
    """The run that asked for translations has ended."""


class RecordedEngine:
    """An engine that is loaded when it is first needed, with a memory; see Engine.

    info: what ``load`` will load. window: number of the articles' window that is being
    translated; the runner moves it. stopped: set by another thread, ``translate`` begins no
    more chunks and raises Stopped. on_chunk: called with each chunk of sentences that is
    ready, whether translated now or before.
    """

    def __init__(
        self,
        info: EngineInfo,
        load: Callable[[], Engine],
        manifest: Manifest,
        on_chunk: Callable[[Sequence[str]], None] = lambda _: None,
    ) -> None:
        self.info = info
        self.window = 0
        self.stopped = False
        self._load = load
        self._manifest = manifest
        self._on_chunk = on_chunk

    @cached_property
    def _engine(self) -> Engine:
        return self._load()

    @property
    def limit(self) -> int:
        """See Engine."""
        return self._engine.limit

    def length(self, text: str) -> int:
        """See Engine."""
        return self._engine.length(text)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Forced]:
        """See Engine; scores are not recorded."""
        return self._engine.score(pairs)

    def translate(self, texts: Sequence[str], *, align: bool = False) -> Iterator[Translation]:
        """See Engine; each is given when its chunk is recorded, and the longest are first."""
        keys = {text: sentence_key(self.info, text, align=align) for text in texts}

        def make(texts: Sequence[str]) -> dict[str, Translation]:
            hypotheses = self._engine.translate(texts, align=align)
            return dict(zip((keys[text] for text in texts), hypotheses, strict=True))

        chunks = self._made(keys, make)
        for text in texts:
            while self._manifest.window(keys[text]) is None:
                self._on_chunk(next(chunks))
            yield self._manifest.translation(keys[text])
        for chunk in chunks:
            self._on_chunk(chunk)

    def alternatives(self, texts: Sequence[str], *, align: bool = False) -> list[list[Translation]]:
        """See Engine."""

        def key(text: str, rank: int) -> str:
            return sentence_key(self.info, text, align=align, rank=rank)

        def make(texts: Sequence[str]) -> dict[str, Translation]:
            found = self._engine.alternatives(texts, align=align)
            return {
                key(text, rank): hypothesis
                for text, ranked in zip(texts, found, strict=True)
                for rank, hypothesis in enumerate(ranked)
            }

        for _ in self._made({text: key(text, 0) for text in texts}, make):
            pass
        return [list(self._recorded(key(text, rank) for rank in count())) for text in texts]

    def _recorded(self, keys: Iterable[str]) -> Iterator[Translation]:
        """The translations of ``keys`` up to the first that has none."""
        for key in keys:
            if self._manifest.window(key) is None:
                return
            yield self._manifest.translation(key)

    def _made(
        self, keys: Mapping[str, str], make: Callable[[Sequence[str]], dict[str, Translation]]
    ) -> Iterator[list[str]]:
        """Each chunk of the texts of ``keys`` once it is recorded; others are made meanwhile.

        make: gives the translations of new texts by their keys. Raises Stopped.
        """
        running: deque[tuple[list[str], Future[dict[str, Translation]] | None]] = deque()
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for chunk in self._chunks(keys):
                missing = [text for text in chunk if self._manifest.window(keys[text]) is None]
                running.append((chunk, pool.submit(make, missing) if missing else None))
                if len(running) == _AT_ONCE:
                    yield self._record(*running.popleft())
            while running:
                yield self._record(*running.popleft())
        if self.stopped:
            raise Stopped

    def _record(self, chunk: list[str], made: "Future[dict[str, Translation]] | None") -> list[str]:
        if made:
            self._manifest.record_sentences(self.window, made.result())
        return chunk

    def _chunks(self, keys: Mapping[str, str]) -> Iterator[list[str]]:
        """The texts of ``keys`` that no earlier window recorded, by length, in chunks."""
        new = [text for text, key in keys.items() if not self._known_before(key)]
        new.sort(key=lambda text: (-len(text), text))
        for start in range(0, len(new), CHUNK):
            if self.stopped:
                return
            yield new[start : start + CHUNK]

    def _known_before(self, key: str) -> bool:
        return self._manifest.window(key) not in {None, self.window}
