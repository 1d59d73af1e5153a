"""The reference engine: transformers' MarianMT in float32, slow and exact."""

from collections.abc import Iterator, Sequence
from threading import Lock
from typing import Any

import torch
import transformers

from translate.engines.base import NO_REPEAT, by_length, length_cap, wider
from translate.engines.checkpoint import Checkpoint
from translate.engines.pieces import Pieces
from translate.errors import ModelError
from translate.results import EngineInfo, Forced, Link, Translation

_BATCH = 1024  # source tokens, padding included
_GPU_BATCH = 16 * _BATCH


class MarianEngine:
    """A MarianMT checkpoint run by transformers, on a GPU where there is one."""

    def __init__(
        self, checkpoint: Checkpoint, *, beam: int = 4, threads: int | None = None
    ) -> None:
        transformers.logging.set_verbosity_error()
        transformers.logging.disable_progress_bar()
        if threads:
            torch.set_num_threads(threads)
        try:
            # Attention is "eager" because the fused kernels do not return its weights.
            self._network: Any = transformers.MarianMTModel.from_pretrained(
                checkpoint.folder, dtype=torch.float32, attn_implementation="eager"
            ).eval()
        except Exception as error:
            raise ModelError(
                f"{checkpoint.folder}: transformers cannot load it ({error})"
            ) from error
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._batch = _BATCH if self._device.type == "cpu" else _GPU_BATCH
        self._network.to(self._device)
        config = self._network.config
        self.info = EngineInfo("transformers", checkpoint.label, "float32", beam)
        self.limit = config.max_position_embeddings
        self._pad, self._end, self._start = (
            config.pad_token_id,
            config.eos_token_id,
            config.decoder_start_token_id,
        )
        self._pieces = Pieces(checkpoint.folder)
        self._turn = Lock()  # torch uses all cores for one caller
        self._names = {number: piece for piece, number in self._pieces.vocabulary.items()}

    def length(self, text: str) -> int:
        """See Engine."""
        (pieces,) = self._pieces.encode([text])
        return len(pieces)

    def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
        """See Engine."""
        with self._turn:
            return [best for (best,) in self._decode(texts, self.info.beam, 1, align=align)]

    def alternatives(self, texts: Sequence[str], *, align: bool = False) -> list[list[Translation]]:
        """See Engine."""
        beam = wider(self.info.beam)
        with self._turn:
            return self._decode(texts, beam, beam, align=align, no_repeat_ngram_size=NO_REPEAT)

    def _decode(
        self, texts: Sequence[str], beam: int, count: int, *, align: bool, **settings: int
    ) -> list[list[Translation]]:
        """``count`` hypotheses each; scores and alignment come from a second, forced pass."""
        sources = [self._ids(pieces) for pieces in self._pieces.encode(texts)]
        found: dict[int, list[Translation]] = {}
        for batch in by_length([len(ids) for ids in sources], max(1, self._batch // count)):
            rows = [index for index in batch for _ in range(count)]
            caps = [min(length_cap(len(sources[index])), self.limit - 1) for index in rows]
            targets = self._generate(
                [sources[i] for i in batch],
                caps,
                num_beams=beam,
                num_return_sequences=count,
                **settings,
            )
            scores, attention = self._force([sources[i] for i in rows], targets, align=align)
            pieces = [[self._names[number] for number in target] for target in targets]
            links = self._links([texts[i] for i in rows], pieces, attention)
            for row, (index, text) in enumerate(
                zip(rows, self._pieces.decode(pieces), strict=True)
            ):
                translation = Translation(
                    text,
                    scores[row].mean,
                    len(pieces[row]),
                    truncated=len(pieces[row]) >= caps[row],
                    alignment=next(links) if align else (),
                )
                found.setdefault(index, []).append(translation)
        return [found[index] for index in range(len(texts))]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Forced]:
        """See Engine."""
        encoded = self._pieces.encode_pairs(pairs, self.limit)
        sources, targets = ([self._ids(pieces) for pieces in side] for side in encoded)
        found: dict[int, Forced] = {}
        lengths = [max(len(s), len(t) + 1) for s, t in zip(sources, targets, strict=True)]
        for batch in by_length(lengths, self._batch):
            rows, _ = self._force([sources[i] for i in batch], [targets[i] for i in batch])
            found.update(zip(batch, rows, strict=True))
        return [found[index] for index in range(len(pairs))]

    def _ids(self, pieces: Sequence[str]) -> list[int]:
        unknown = self._pieces.vocabulary["<unk>"]
        return [self._pieces.vocabulary.get(piece, unknown) for piece in pieces]

    def _pad_rows(self, rows: Sequence[Sequence[int]]) -> torch.Tensor:
        width = max(len(row) for row in rows)
        padded = [[*row, *[self._pad] * (width - len(row))] for row in rows]
        return torch.tensor(padded, device=self._device)

    @torch.inference_mode()
    def _generate(
        self, sources: Sequence[Sequence[int]], caps: Sequence[int], **settings: int
    ) -> list[list[int]]:
        inputs = self._pad_rows(sources)
        output = self._network.generate(
            input_ids=inputs,
            attention_mask=(inputs != self._pad).long(),
            do_sample=False,
            max_length=None,
            max_new_tokens=max(caps) + 1,
            min_new_tokens=1,
            bad_words_ids=[[self._pad]],
            early_stopping=False,
            **settings,
        )
        special = {self._pad, self._end, self._start}
        return [
            [number for number in row if number not in special][:cap]
            for row, cap in zip(output.tolist(), caps, strict=True)
        ]

    @torch.inference_mode()
    def _force(
        self,
        sources: Sequence[Sequence[int]],
        targets: Sequence[Sequence[int]],
        *,
        align: bool = False,
    ) -> tuple[list[Forced], list[torch.Tensor]]:
        """Log-probabilities, and the attention (target x source pieces) of each pair."""
        inputs = self._pad_rows(sources)
        labels = self._pad_rows([[*target, self._end] for target in targets])
        before = torch.cat([torch.full_like(labels[:, :1], self._start), labels[:, :-1]], dim=1)
        output = self._network(
            input_ids=inputs,
            attention_mask=(inputs != self._pad).long(),
            decoder_input_ids=before,
            output_attentions=align,
        )
        logits = output.logits
        logits[..., self._pad] = -torch.inf
        chosen = logits.log_softmax(-1).gather(-1, labels.unsqueeze(-1)).squeeze(-1)
        rows = [
            Forced(tuple(row[: len(target) + 1]))
            for row, target in zip(chosen.tolist(), targets, strict=True)
        ]
        if not align:
            return rows, []
        attention = output.cross_attentions[-1][:, 0]  # the head that Marian trains to align
        return rows, [
            attention[i, : len(target), : len(source)]
            for i, (source, target) in enumerate(zip(sources, targets, strict=True))
        ]

    def _links(
        self,
        texts: Sequence[str],
        pieces: Sequence[Sequence[str]],
        attentions: Sequence[torch.Tensor],
    ) -> Iterator[tuple[Link, ...]]:
        spans = self._pieces.source_spans(texts)
        targets = self._pieces.target_spans(pieces)
        for source, target, attention in zip(spans, targets, attentions, strict=True):
            peaks = attention.argmax(-1).tolist()
            yield tuple(Link(span, source[p]) for span, p in zip(target, peaks, strict=True))
