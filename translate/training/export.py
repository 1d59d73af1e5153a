"""Writes trained weights as an ordinary MarianMT folder that every Marian loader takes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
import transformers
from torch import Tensor
from transformers import GenerationConfig, MarianMTModel

from translate.files import write_atomic
from translate.training.network import MAX_POSITIONS, Network, marian_config
from translate.training.vocabulary import END, PAD, UNKNOWN, Vocabulary

NEVER = -1e4  # an output bias that half precision holds and no decoder overcomes


def marian_model(network: Network, weights: tuple[dict[str, Tensor], Tensor, Tensor]) -> Any:
    """The plain MarianMT of a network with these weights (layers by name, embedding, bias).

    What the network may not say gets the bias ``NEVER``. The row of ``<pad>`` is zero, as
    CTranslate2 starts the decoder from zeros.
    """
    layers, embedding, bias = weights
    model: Any = MarianMTModel(marian_config(network.recipe, network.size))
    named = {f"model.{name}": tensor for name, tensor in layers.items()}
    unexpected = model.load_state_dict(named, strict=False).unexpected_keys
    assert not unexpected, unexpected
    with torch.no_grad():
        model.model.shared.weight.copy_(embedding)
        model.model.shared.weight[network.pad].zero_()
        model.final_logits_bias.fill_(NEVER)
        model.final_logits_bias[0, network.says.cpu()] = bias.cpu()
    model.generation_config = _generation_config(network.size)
    return model.eval()


def _generation_config(size: int) -> GenerationConfig:
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


def _tokenizer_config(size: int, source: str, target: str) -> dict[str, Any]:
    plain = {"lstrip": False, "normalized": False, "rstrip": False, "single_word": False}
    tokens = {0: END, 1: UNKNOWN, size - 1: PAD}
    return {
        "added_tokens_decoder": {
            str(i): {"content": token, **plain, "special": True} for i, token in tokens.items()
        },
        "clean_up_tokenization_spaces": False,
        "eos_token": END,
        "model_max_length": MAX_POSITIONS,
        "pad_token": PAD,
        "separate_vocabs": False,
        "source_lang": source,
        "sp_model_kwargs": {},
        "target_lang": target,
        "tokenizer_class": "MarianTokenizer",
        "unk_token": UNKNOWN,
    }


def write_model(
    folder: Path,
    model: Any,
    vocabulary: Vocabulary,
    card: Mapping[str, Any],
    *,
    reverse: bool = False,
    part_bytes: int | None = None,
) -> None:
    """Writes weights (half precision), settings, SentencePiece models, vocabulary and card.

    part_bytes: what a file of weights may have; more are written if need be, as every
    loader of transformers takes them. None for one file. The card is written last: a folder
    that has one is complete. Raises OutputError.
    """
    write_atomic(folder / "source.spm", vocabulary.source)
    write_atomic(folder / "target.spm", vocabulary.target)
    write_atomic(folder / "vocab.json", vocabulary.as_json().encode())
    settings = _tokenizer_config(len(vocabulary), *(("en", "de") if reverse else ("de", "en")))
    write_atomic(folder / "tokenizer_config.json", _json(settings))
    transformers.logging.disable_progress_bar()
    limit = {"max_shard_size": part_bytes} if part_bytes else {}
    model.half().save_pretrained(folder, **limit)
    for weights in folder.glob("*.safetensors"):
        weights.chmod(0o644)
    write_atomic(folder / "card.json", _json(card))


def _json(table: Mapping[str, Any]) -> bytes:
    return (json.dumps(table, indent=2, ensure_ascii=False) + "\n").encode()
