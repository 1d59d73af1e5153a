"""Train the joint SentencePiece vocabulary and lay it out as MarianMT wants it."""

import json
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import sentencepiece

END, UNKNOWN, PAD = "</s>", "<unk>", "<pad>"


def train_vocabulary(texts: Iterable[str], size: int, *, threads: int = 2, seed: int = 1) -> bytes:
    """Train a unigram SentencePiece model for `size` ids and return its bytes.

    Two of the ids are no pieces of its own (`</s>`, `<pad>`). Digits stand alone, so that numbers
    are copied digit by digit; unseen characters become bytes, so that nothing is unknown.
    """
    sentencepiece.set_random_generator_seed(seed)
    model = BytesIO()
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
        minloglevel=1,
    )
    return model.getvalue()


class Vocabulary:
    """A SentencePiece model with Opus-MT's ids: `</s>` 0, `<unk>` 1, the pieces, `<pad>` last."""

    def __init__(self, model: bytes) -> None:
        self.model = model
        self.processor = sentencepiece.SentencePieceProcessor(model_proto=model)
        pieces = [self.processor.id_to_piece(i) for i in range(1, self.processor.vocab_size())]
        self.pieces: list[str] = [END, UNKNOWN, *pieces, PAD]
        self.end, self.unknown, self.pad = 0, 1, len(self.pieces) - 1
        self.byte_ids: list[int] = [
            i + 1 for i in range(self.processor.vocab_size()) if self.processor.is_byte(i)
        ]

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """Read a SentencePiece model file."""
        return cls(path.read_bytes())

    def __len__(self) -> int:
        return len(self.pieces)

    def encode(self, texts: list[str], threads: int = 2) -> list[list[int]]:
        """Encode texts to ids without `</s>` (SentencePiece's own id + 1)."""
        rows = self.processor.encode(texts, out_type=int, num_threads=threads)
        return [[i + 1 for i in row] for row in rows]

    def decode(self, ids: list[int]) -> str:
        """Join ids to text; `</s>` and `<pad>` are left out."""
        own = [i - 1 for i in ids if self.unknown <= i < self.pad]
        return str(self.processor.decode(own))

    def as_json(self) -> str:
        """Give vocab.json: every piece, the bytes too, with its id."""
        table = {piece: i for i, piece in enumerate(self.pieces)}
        return json.dumps(table, ensure_ascii=False, indent=0)
