"""An engine that remembers: what the manifest holds is not translated again.

Scores may differ in the last digit with the batch that a sentence was in, so a resumed run
has to form the batches of an undisturbed one. Hence a window's chunks are planned from all
its sentences that no *earlier* window recorded, whether or not this window's own chunks are
recorded already, and a chunk is recorded in one line: as a whole or not at all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count

from translate.batch.manifest import Manifest, sentence_key
from translate.engines import Engine
from translate.results import EngineInfo, Forced, Translation

CHUNK = 128  # sentences; what a crash can cost at most


class Stopped(Exception):  # noqa: N818 - not an error
    """The run that asked for translations has ended."""


class RecordedEngine:
    """An engine that is loaded when it is first needed, with a memory; see Engine.

    info: what ``load`` will load. window: number of the articles' window that is being
    translated; the runner moves it. stopped: set by another thread, ``translate`` raises Stopped
    before its next chunk. on_chunk: called with each chunk of sentences that is
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

    def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
        """See Engine."""
        keys = {text: sentence_key(self.info, text, align=align) for text in texts}
        for chunk in self._chunks(keys):
            missing = [text for text in chunk if self._manifest.window(keys[text]) is None]
            if missing:
                hypotheses = self._engine.translate(missing, align=align)
                rows = zip((keys[text] for text in missing), hypotheses, strict=True)
                self._manifest.record_sentences(self.window, dict(rows))
            self._on_chunk(chunk)
        return [self._manifest.translation(keys[text]) for text in texts]

    def alternatives(self, texts: Sequence[str], *, align: bool = False) -> list[list[Translation]]:
        """See Engine."""

        def key(text: str, rank: int) -> str:
            return sentence_key(self.info, text, align=align, rank=rank)

        for chunk in self._chunks({text: key(text, 0) for text in texts}):
            missing = [text for text in chunk if self._manifest.window(key(text, 0)) is None]
            if missing:
                found = self._engine.alternatives(missing, align=align)
                rows = {
                    key(text, rank): hypothesis
                    for text, ranked in zip(missing, found, strict=True)
                    for rank, hypothesis in enumerate(ranked)
                }
                self._manifest.record_sentences(self.window, rows)
        return [list(self._recorded(key(text, rank) for rank in count())) for text in texts]

    def _recorded(self, keys: Iterable[str]) -> Iterator[Translation]:
        """The translations of ``keys`` up to the first that has none."""
        for key in keys:
            if self._manifest.window(key) is None:
                return
            yield self._manifest.translation(key)

    def _chunks(self, keys: Mapping[str, str]) -> Iterator[list[str]]:
        """The texts of ``keys`` that no earlier window recorded, by length, in chunks."""
        new = [text for text, key in keys.items() if not self._known_before(key)]
        new.sort(key=lambda text: (-len(text), text))
        for start in range(0, len(new), CHUNK):
            if self.stopped:
                raise Stopped
            yield new[start : start + CHUNK]

    def _known_before(self, key: str) -> bool:
        return self._manifest.window(key) not in {None, self.window}
