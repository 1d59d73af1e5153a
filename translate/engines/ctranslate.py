"""The fast engine: CTranslate2, int8 on the CPU, converted once and cached."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from translate.engines.base import NO_REPEAT, by_length, length_cap, wider
from translate.engines.checkpoint import Checkpoint
from translate.engines.conversion import Quantisation, converted, has_map
from translate.engines.pieces import END, Pieces
from translate.results import EngineInfo, Forced, Link, Translation

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

    def length(self, text: str) -> int:
        """See Engine."""
        return len(self._pieces.encode(text))

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
        """Hypotheses by ``settings``; batches of similar length go to the workers side by side."""
        sources = [self._pieces.encode(text) for text in texts]
        lengths = [len(source) for source in sources]
        running = []
        for batch in by_length(lengths, self._budget(lengths)):
            results = self._translator.translate_batch(
                [sources[i] for i in batch],
                max_decoding_length=self._cap(lengths[batch[0]]),
                return_scores=True,
                return_attention=align,
                asynchronous=True,
                use_vmap=self._mapped,
                **settings,
            )
            running.append((batch, results))
        found: dict[int, list[Translation]] = {}
        for batch, results in running:
            for index, handle in zip(batch, results, strict=True):
                cap = self._cap(lengths[index])
                found[index] = self._read(texts[index], handle.result(), cap)
        return [found[index] for index in range(len(texts))]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Forced]:
        """See Engine."""
        sources, targets = self._pieces.encode_pairs(pairs, self.limit)
        lengths = [max(len(s), len(t) + 1) for s, t in zip(sources, targets, strict=True)]
        running = []
        for batch in by_length(lengths, self._budget(lengths)):
            results = self._translator.score_batch(
                [sources[i] for i in batch], [targets[i] for i in batch], asynchronous=True
            )
            running.append((batch, results))
        found: dict[int, Forced] = {}
        for batch, results in running:
            for index, handle in zip(batch, results, strict=True):
                found[index] = Forced(tuple(handle.result().log_probs))
        return [found[index] for index in range(len(pairs))]

    def _cap(self, source_tokens: int) -> int:
        """The most target tokens: with its end, a sentence has ``limit`` positions at most."""
        return min(length_cap(source_tokens), self.limit - 1)

    def _budget(self, lengths: Sequence[int]) -> int:
        """The tokens of a batch, so that every worker gets one."""
        return max(1, min(_BATCH, sum(lengths) // self._workers))

    def _read(self, text: str, result: Any, cap: int) -> list[Translation]:
        found = []
        for number, (hypothesis, score) in enumerate(
            zip(result.hypotheses, result.scores, strict=True)
        ):
            pieces = [piece for piece in hypothesis if piece != END][:cap]
            found.append(
                Translation(
                    self._pieces.decode(pieces),
                    score,
                    len(pieces),
                    truncated=len(pieces) >= cap,
                    alignment=self._links(text, pieces, result.attention[number])
                    if result.attention
                    else (),
                )
            )
        return found

    def _links(
        self, text: str, pieces: Sequence[str], attention: Sequence[Sequence[float]]
    ) -> tuple[Link, ...]:
        sources = self._pieces.source_spans(text)
        targets = self._pieces.target_spans(pieces)
        peaks = (max(range(len(row)), key=row.__getitem__) for row in attention)
        return tuple(Link(span, sources[peak]) for span, peak in zip(targets, peaks, strict=False))
