"""Where a run starts: a network that is a dictionary, or the weights of a finished model."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from transformers import MarianMTModel, logging

from translate.errors import ModelError
from translate.training.export import NEVER
from translate.training.network import Network
from translate.training.recipe import Recipe
from translate.training.tokens import Tokens, count_ids
from translate.training.vocabulary import Vocabulary
from translate.training.warm_start import (
    dictionary_vectors,
    open_cross_attention,
    soften_residuals,
    start_bias,
)


def from_dictionary(
    recipe: Recipe, vocabulary: Vocabulary, domains: Iterable[Tokens]
) -> tuple[Network, Tensor]:
    """A network that translates word by word, and the word vectors for guided alignment.

    It may say what stands in the targets, any byte, and the end.
    """
    domains = list(domains)
    sources = count_ids((tokens.source for tokens in domains), len(vocabulary))
    targets = count_ids((tokens.target for tokens in domains), len(vocabulary))
    vectors = torch.from_numpy(
        dictionary_vectors(vocabulary, sources, targets, recipe.d_model, seed=recipe.seed)
    )
    targets[vocabulary.end] = sum(len(tokens) for tokens in domains)
    says = np.union1d(np.flatnonzero(targets), [vocabulary.end, *vocabulary.byte_ids])
    torch.manual_seed(recipe.seed)
    network = Network(recipe, len(vocabulary), torch.from_numpy(says))
    soften_residuals(network, recipe.residual_share)
    open_cross_attention(network, recipe.cross_share)
    start_bias(network, targets, recipe.bias_share)
    with torch.no_grad():
        network.embedding.copy_(vectors)
    return network, vectors.to(network.dtype)


def joint_vocabulary(folder: Path) -> bytes:
    """The SentencePiece model of a MarianMT folder. Raises ModelError if it has two."""
    try:
        source, target = ((folder / f"{side}.spm").read_bytes() for side in ("source", "target"))
    except OSError as error:
        raise ModelError(
            f"{folder}: {error.filename} is missing; give a MarianMT folder"
        ) from error
    if source != target:
        raise ModelError(f"{folder}: has two vocabularies; only joint ones can be trained further")
    return source


def from_model(recipe: Recipe, folder: Path) -> Network:
    """The network of a folder that ``export`` wrote; its shape replaces the recipe's.

    Raises ModelError.
    """
    logging.disable_progress_bar()
    try:
        model: Any = MarianMTModel.from_pretrained(folder, dtype=torch.float32)
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelError(f"{folder}: cannot be loaded as MarianMT ({error})") from error
    config = model.config
    shaped = replace(
        recipe,
        d_model=config.d_model,
        encoder_layers=config.encoder_layers,
        decoder_layers=config.decoder_layers,
        heads=config.encoder_attention_heads,
        ffn=config.encoder_ffn_dim,
    )
    bias = model.final_logits_bias[0]
    says = torch.nonzero(bias > NEVER / 2).flatten()
    torch.manual_seed(recipe.seed)
    network = Network(shaped, config.vocab_size, says[says < config.vocab_size - 1])
    weights = dict(model.model.named_parameters())
    with torch.no_grad():
        for name, parameter in network.layers():
            parameter.copy_(weights[name])
        network.embedding.copy_(model.model.shared.weight)
        network.embedding[network.pad].zero_()
        network.bias.copy_(bias[network.says])
    return network


def sayable(tokens: Tokens, says: Tensor) -> Tokens:
    """The pairs whose target holds nothing but what the network may say."""
    allowed = np.zeros(int(tokens.target.flat.max(initial=0)) + int(says.max()) + 2, dtype=bool)
    allowed[says.numpy()] = True
    good = [i for i in range(len(tokens)) if allowed[tokens.target.row(i)].all()]
    return tokens if len(good) == len(tokens) else tokens.select(good)
