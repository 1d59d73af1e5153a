"""Trains the joint SentencePiece vocabulary and lays it out as MarianMT wants it."""

import json
from collections.abc import Iterable, Sequence
from io import BytesIO

import sentencepiece

from translate.errors import CorpusError

END, UNKNOWN, PAD = "</s>", "<unk>", "<pad>"
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
    """A SentencePiece model with Opus-MT's ids: ``</s>`` 0, ``<unk>`` 1, pieces, ``<pad>`` last.

    byte_ids: the 256 pieces that stand for single bytes.
    """

    def __init__(self, model: bytes) -> None:
        self.model = model
        self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)
        count = self._processor.vocab_size()
        own = [self._processor.id_to_piece(i) for i in range(1, count)]
        self.pieces: list[str] = [END, UNKNOWN, *own, PAD]
        self.end, self.unknown, self.pad = 0, 1, len(self.pieces) - 1
        self.byte_ids: list[int] = [i + 1 for i in range(count) if self._processor.is_byte(i)]

    def __len__(self) -> int:
        return len(self.pieces)

    def encode(self, texts: Sequence[str], *, threads: int = 2) -> list[list[int]]:
        """Ids of each text, without ``</s>``."""
        rows = self._processor.encode(list(texts), out_type=int, num_threads=threads)
        return [[i + 1 for i in row] for row in rows]

    def sample(self, text: str) -> list[int]:
        """Ids of one of the likelier ways to cut ``text`` into pieces, without ``</s>``."""
        row = self._processor.encode(
            text, out_type=int, enable_sampling=True, alpha=_SMOOTHING, nbest_size=-1
        )
        return [i + 1 for i in row]

    def decode(self, ids: Sequence[int]) -> str:
        """The text of ids; ``</s>`` and ``<pad>`` count for nothing."""
        own = [i - 1 for i in ids if self.unknown <= i < self.pad]
        return str(self._processor.decode(own))

    def as_json(self) -> str:
        """The text of ``vocab.json``: every piece with its id, the bytes too."""
        table = {piece: i for i, piece in enumerate(self.pieces)}
        return json.dumps(table, ensure_ascii=False, indent=0)
