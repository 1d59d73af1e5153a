"""Shared fixtures: a random model in Opus-MT's layout, and the seed articles."""

import json
from pathlib import Path
from typing import Any, cast

import pytest

from tests.command import reinschrift
from translate import documents, segmenting

__all__ = ["reinschrift"]

SEEDS = Path(__file__).parent.parent / "seeds"


def seed_sentences() -> list[str]:
    """All sentences of the seed articles."""
    sentences = []
    for path in sorted((SEEDS / "articles").iterdir()):
        for block in documents.read(path.read_bytes(), path.name).blocks:
            sentences += [span.of(block.text) for span in segmenting.split(block.text)]
    return sentences


@pytest.fixture(autouse=True)
def meaning(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs are close in meaning, whatever the stub engine says, unless a test asks for vectors."""
    if "vectors" not in request.fixturenames:
        monkeypatch.setattr("translate.checks.meaning.cosines", lambda pairs: [0.8 for _ in pairs])


@pytest.fixture
def vectors() -> None:
    """Closeness in meaning is measured in this test."""


@pytest.fixture(scope="session")
def random_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A MarianMT folder in Opus-MT's exact layout with random weights; pad is the last id."""
    import sentencepiece
    import torch
    from transformers import MarianConfig, MarianMTModel

    folder = tmp_path_factory.mktemp("models") / "random-de-en"
    folder.mkdir()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(seed_sentences()),
        model_prefix=str(folder / "source"),
        vocab_size=600,
        character_coverage=1.0,
        minloglevel=2,
    )
    (folder / "source.model").rename(folder / "source.spm")
    (folder / "source.vocab").unlink()
    (folder / "target.spm").write_bytes((folder / "source.spm").read_bytes())
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    pieces = [processor.id_to_piece(i) for i in range(3, processor.get_piece_size())]
    vocabulary = {piece: i for i, piece in enumerate(["</s>", "<unk>", *pieces, "<pad>"])}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), "utf-8")
    pad = vocabulary["<pad>"]
    torch.manual_seed(7)
    config = cast("Any", MarianConfig)(
        vocab_size=len(vocabulary),
        decoder_vocab_size=len(vocabulary),
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=512,
        activation_function="swish",
        static_position_embeddings=True,
        scale_embedding=True,
        share_encoder_decoder_embeddings=True,
        pad_token_id=pad,
        decoder_start_token_id=pad,
        eos_token_id=0,
        bos_token_id=0,
        forced_eos_token_id=0,
        init_std=0.3,
    )
    model: Any = MarianMTModel(config)
    with torch.no_grad():
        model.get_input_embeddings().weight[pad] = 0
        model.final_logits_bias[0, 0] = 4.0  # sentences end, as a trained model's do
    model.generation_config.update(
        bad_words_ids=[[pad]], num_beams=4, max_length=512, renormalize_logits=True
    )
    model.save_pretrained(folder)
    return folder
