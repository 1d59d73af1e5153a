"""Trains the joint SentencePiece vocabulary and lays it out as MarianMT wants it."""

import json
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import sentencepiece

from translate.errors import CorpusError

END, UNKNOWN, PAD = "</s>", "<unk>", "<pad>"
_THREADS = 2
_SMOOTHING = 0.3  # the less, the more ways to cut a text are drawn


def train_vocabulary(texts: Iterable[str], size: int, *, threads: int = 2, seed: int = 1) -> bytes:
    """The bytes of a unigram SentencePiece model that fills ``size`` ids.

    Two of the ids are no pieces of its own (``</s>``, ``<pad>``). Digits stand alone, so that
    numbers are copied digit by digit; unseen characters become bytes, so that none is unknown.
    A small corpus gives fewer pieces. Raises CorpusError if it gives none.
    """
    sentencepiece.set_random_generator_seed(seed)
    model = BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(texts),
            model_writer=model,
            vocab_size=size - 2,
            model_type="unigram",
            character_coverage=0.9998,
            byte_fallback=True,
            split_digits=True,
            normalization_rule_name="nmt_nfkc",
            max_sentence_length=2000,
            unk_id=0,
            bos_id=-1,
            eos_id=-1,
            pad_id=-1,
            num_threads=threads,
            hard_vocab_limit=False,
            minloglevel=2,
        )
    except RuntimeError as error:
        raise CorpusError(
            f"the corpus is too small for a vocabulary of {size} pieces ({error})"
        ) from error
    return model.getvalue()


class Vocabulary:
    """Joint pieces with Opus-MT's ids: ``</s>`` 0, ``<unk>`` 1, pieces, ``<pad>`` last.

    source, target: SentencePiece models with the same pieces; they may normalise differently.
    byte_ids: the 256 pieces that stand for single bytes. Raises ValueError if the pieces differ.
    """

    def __init__(self, source: bytes, target: bytes) -> None:
        self.source, self.target = source, target
        self._source = sentencepiece.SentencePieceProcessor(model_proto=source)
        self._target = sentencepiece.SentencePieceProcessor(model_proto=target)
        own = _pieces(self._target)
        if _pieces(self._source) != own:
            raise ValueError("the two models have different pieces")
        self.pieces: list[str] = [END, UNKNOWN, *own, PAD]
        self.end, self.unknown, self.pad = 0, 1, len(self.pieces) - 1
        count = self._target.vocab_size()
        self.byte_ids: list[int] = [i + 1 for i in range(count) if self._target.is_byte(i)]

    def __len__(self) -> int:
        return len(self.pieces)

    def encode_source(self, texts: Sequence[str]) -> list[list[int]]:
        """Ids of each source, without ``</s>``."""
        return _encode(self._source, texts)

    def encode_target(self, texts: Sequence[str]) -> list[list[int]]:
        """Ids of each target, without ``</s>``."""
        return _encode(self._target, texts)

    def sample(self, text: str) -> list[int]:
        """Ids of one of the likelier ways to cut a source into pieces, without ``</s>``."""
        row = self._source.encode(
            text, out_type=int, enable_sampling=True, alpha=_SMOOTHING, nbest_size=-1
        )
        return [i + 1 for i in row]

    def decode(self, ids: Sequence[int]) -> str:
        """The text of ids; ``</s>`` and ``<pad>`` count for nothing."""
        own = [i - 1 for i in ids if self.unknown <= i < self.pad]
        return str(self._target.decode(own))

    def as_json(self) -> str:
        """The text of ``vocab.json``: every piece with its id, the bytes too."""
        table = {piece: i for i, piece in enumerate(self.pieces)}
        return json.dumps(table, ensure_ascii=False, indent=0)


def _pieces(processor: Any) -> list[str]:
    return [processor.id_to_piece(i) for i in range(1, processor.vocab_size())]


def _encode(processor: Any, texts: Sequence[str]) -> list[list[int]]:
    rows = processor.encode(list(texts), out_type=int, num_threads=_THREADS)
    return [[i + 1 for i in row] for row in rows]
