"""Write a trained network as an ordinary MarianMT folder that every Marian loader takes."""

import json
from typing import Any
from pathlib import Path

import torch
from torch import Tensor
from transformers import GenerationConfig, MarianMTModel

from translate.files import write_atomic
from translate.training.network import MAX_POSITIONS, marian_config
from translate.training.recipe import Recipe
from translate.training.vocabulary import END, PAD, UNKNOWN, Vocabulary

NEVER = -1e4


def marian_model(
    recipe: Recipe,
    size: int,
    says: Tensor,
    layers: dict[str, Tensor],
    embedding: Tensor,
    bias: Tensor,
) -> MarianMTModel:
    """Build the plain MarianMT of the given weights.

    What the training never let the model say gets an output bias of -10,000 (half precision
    holds it), so that no decoder can say it; `<pad>` has a zero row, as CTranslate2 starts
    the decoder from zeros.
    """
    model = MarianMTModel(marian_config(recipe, size))
    weights = {f"model.{name}": tensor for name, tensor in layers.items()}
    missing, unexpected = model.load_state_dict(weights, strict=False)
    assert not unexpected, unexpected
    with torch.no_grad():
        model.model.shared.weight.copy_(embedding)
        model.model.shared.weight[size - 1].zero_()
        model.final_logits_bias.fill_(NEVER)
        model.final_logits_bias[0, says] = bias
    model.generation_config = generation_config(size)
    return model.eval()


def generation_config(size: int) -> GenerationConfig:
    """Opus-MT's decoding settings."""
    return GenerationConfig(
        bad_words_ids=[[size - 1]],
        bos_token_id=0,
        decoder_start_token_id=size - 1,
        eos_token_id=0,
        forced_eos_token_id=0,
        max_length=MAX_POSITIONS,
        num_beams=4,
        pad_token_id=size - 1,
        renormalize_logits=True,
    )


def tokenizer_config(size: int) -> dict[str, Any]:
    """Settings of MarianTokenizer."""
    special = {"lstrip": False, "normalized": False, "rstrip": False, "single_word": False}
    tokens = {0: END, 1: UNKNOWN, size - 1: PAD}
    return {
        "added_tokens_decoder": {
            str(i): {"content": token, **special, "special": True} for i, token in tokens.items()
        },
        "clean_up_tokenization_spaces": False,
        "eos_token": END,
        "model_max_length": MAX_POSITIONS,
        "pad_token": PAD,
        "separate_vocabs": False,
        "source_lang": "de",
        "sp_model_kwargs": {},
        "target_lang": "en",
        "tokenizer_class": "MarianTokenizer",
        "unk_token": UNKNOWN,
    }


def write_model(
    folder: Path, model: MarianMTModel, vocabulary: Vocabulary, card: dict[str, Any]
) -> None:
    """Write weights (half precision), configuration, SentencePiece models, vocabulary, card."""
    folder.mkdir(parents=True, exist_ok=True)
    model.half().save_pretrained(folder)
    for name in ("source.spm", "target.spm"):
        write_atomic(folder / name, vocabulary.model)
    write_atomic(folder / "vocab.json", vocabulary.as_json())
    settings = tokenizer_config(len(vocabulary))
    write_atomic(folder / "tokenizer_config.json", json.dumps(settings, indent=2) + "\n")
    write_atomic(folder / "card.json", json.dumps(card, indent=2, ensure_ascii=False) + "\n")
