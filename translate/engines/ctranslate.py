"""The fast engine: CTranslate2, int8 on the CPU, converted once and cached."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, repeat
from pathlib import Path
from typing import Any, TypeVar

from translate.engines.base import NO_REPEAT, by_length, length_cap, wider
from translate.engines.checkpoint import Checkpoint
from translate.engines.conversion import Quantisation, converted, has_map
from translate.engines.pieces import END, Pieces
from translate.results import EngineInfo, Forced, Link, Translation

T = TypeVar("T")

_LIMIT = 512  # positions of a MarianMT model
_BATCH = 1536  # source tokens; larger batches gain nothing on a CPU


class CTranslateEngine:
    """A MarianMT checkpoint run by CTranslate2.

    cache: folder for the converted model; it is built on first use, which needs torch once.
    threads: sentences are decoded by so many workers of one thread each; default all cores.
    """

    def __init__(
        self,
        checkpoint: Checkpoint,
        *,
        cache: Path,
        beam: int = 4,
        quantisation: Quantisation = "int8",
        threads: int | None = None,
    ) -> None:
        import ctranslate2

        self.info = EngineInfo("ctranslate2", checkpoint.label, quantisation, beam)
        self.limit = min(_LIMIT, checkpoint.config().get("max_position_embeddings") or _LIMIT)
        self._pieces = Pieces(checkpoint.folder)
        self._workers = threads or len(os.sched_getaffinity(0))
        folder = converted(checkpoint, cache, quantisation)
        self._mapped = has_map(folder)
        self._translator = ctranslate2.Translator(
            str(folder),
            compute_type=quantisation,
            inter_threads=self._workers,
            intra_threads=1,
        )
        self._callers = ThreadPoolExecutor(2 * self._workers)  # so that no worker has to wait

    def length(self, text: str) -> int:
        """See Engine."""
        (pieces,) = self._pieces.encode([text])
        return len(pieces)

    def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
        """See Engine."""
        return [best for (best,) in self._decode(texts, align=align, beam_size=self.info.beam)]

    def alternatives(self, texts: Sequence[str], *, align: bool = False) -> list[list[Translation]]:
        """See Engine."""
        beam = wider(self.info.beam)
        return self._decode(
            texts,
            align=align,
            beam_size=beam,
            num_hypotheses=beam,
            no_repeat_ngram_size=NO_REPEAT,
        )

    def _decode(
        self, texts: Sequence[str], *, align: bool, **settings: int
    ) -> list[list[Translation]]:
        """Hypotheses by ``settings``."""
        sources = self._pieces.encode(texts)
        lengths = [len(source) for source in sources]

        def run(batch: Sequence[int]) -> list[list[Translation]]:
            results = self._translator.translate_batch(
                [sources[i] for i in batch],
                max_decoding_length=self._cap(lengths[batch[0]]),
                return_scores=True,
                return_attention=align,
                use_vmap=self._mapped,
                **settings,
            )
            caps = [self._cap(lengths[i]) for i in batch]
            return self._read([texts[i] for i in batch], results, caps, align=align)

        return self._in_batches(lengths, run)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Forced]:
        """See Engine."""
        sources, targets = self._pieces.encode_pairs(pairs, self.limit)
        lengths = [max(len(s), len(t) + 1) for s, t in zip(sources, targets, strict=True)]

        def run(batch: Sequence[int]) -> list[Forced]:
            results = self._translator.score_batch(
                [sources[i] for i in batch], [targets[i] for i in batch]
            )
            return [Forced(tuple(result.log_probs)) for result in results]

        return self._in_batches(lengths, run)

    def _in_batches(
        self, lengths: Sequence[int], run: Callable[[Sequence[int]], list[T]]
    ) -> list[T]:
        """What ``run`` makes of each sentence.

        Batches of similar length go to the workers side by side, each in one call: it takes the
        interpreter's lock once, not once a sentence.
        """
        batches = by_length(lengths, self._budget(lengths))
        found = dict(zip(chain(*batches), chain(*self._callers.map(run, batches)), strict=True))
        return [found[index] for index in range(len(lengths))]

    def _cap(self, source_tokens: int) -> int:
        """The most target tokens: with its end, a sentence has ``limit`` positions at most."""
        return min(length_cap(source_tokens), self.limit - 1)

    def _budget(self, lengths: Sequence[int]) -> int:
        """The tokens of a batch, so that every worker gets one."""
        return max(1, min(_BATCH, sum(lengths) // self._workers))

    def _read(
        self, texts: Sequence[str], results: Sequence[Any], caps: Sequence[int], *, align: bool
    ) -> list[list[Translation]]:
        """The hypotheses of each of ``texts``, which may have ``caps`` pieces."""
        rows: list[list[str]] = []
        attentions: list[Any] = []
        origins: list[int] = []
        scores: list[float] = []
        for number, (result, cap) in enumerate(zip(results, caps, strict=True)):
            # Each look at a field of ``result`` converts all of it.
            hypotheses = result.hypotheses
            rows += [[piece for piece in row if piece != END][:cap] for row in hypotheses]
            attentions += result.attention if align else ()
            origins += [number] * len(hypotheses)
            scores += result.scores
        links = iter(self._links(texts, origins, rows, attentions) if align else repeat(()))
        found: list[list[Translation]] = [[] for _ in texts]
        for number, row, score, text in zip(
            origins, rows, scores, self._pieces.decode(rows), strict=True
        ):
            cut = len(row) >= caps[number]
            found[number].append(
                Translation(text, score, len(row), truncated=cut, alignment=next(links))
            )
        return found

    def _links(
        self,
        texts: Sequence[str],
        origins: Sequence[int],
        rows: Sequence[Sequence[str]],
        attentions: Sequence[Sequence[Sequence[float]]],
    ) -> Iterator[tuple[Link, ...]]:
        """Those of each of ``rows`` of pieces, which translate the ``origins`` of ``texts``."""
        sources = self._pieces.source_spans(texts)
        targets = self._pieces.target_spans(rows)
        for number, spans, attention in zip(origins, targets, attentions, strict=True):
            peaks = (weights.index(max(weights)) for weights in attention)
            yield tuple(Link(s, sources[number][p]) for s, p in zip(spans, peaks, strict=False))
