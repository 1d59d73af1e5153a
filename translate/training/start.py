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
from translate.training.tokens import Numbers, Tokens, count_ids
from translate.training.vocabulary import Vocabulary
from translate.training.warm_start import (
    dictionary_vectors,
    open_cross_attention,
    soften_residuals,
    start_bias,
)


def word_vectors(recipe: Recipe, vocabulary: Vocabulary, domains: Iterable[Tokens]) -> Tensor:
    """A vector for every id, alike for words that translate each other."""
    domains = list(domains)
    sources = count_ids((tokens.source for tokens in domains), len(vocabulary))
    targets = target_counts(vocabulary, domains)
    return torch.from_numpy(
        dictionary_vectors(vocabulary, sources, targets, recipe.d_model, seed=recipe.seed)
    )


def from_dictionary(recipe: Recipe, counts: Numbers, vectors: Tensor) -> Network:
    """A network that translates word by word. counts: of each id in the targets."""
    torch.manual_seed(recipe.seed)
    network = Network(recipe, len(counts), torch.from_numpy(np.flatnonzero(counts)))
    soften_residuals(network, recipe.residual_share)
    open_cross_attention(network, recipe.cross_share)
    start_bias(network, counts, recipe.bias_share)
    with torch.no_grad():
        network.embedding.copy_(vectors)
    return network


def target_counts(vocabulary: Vocabulary, domains: Iterable[Tokens]) -> Numbers:
    """How often each id is to be said; bytes at least once, so that any text can be."""
    domains = list(domains)
    counts = count_ids((tokens.target for tokens in domains), len(vocabulary))
    counts[vocabulary.byte_ids] += 1
    counts[vocabulary.end] = sum(len(tokens) for tokens in domains)
    return counts


def joint_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary of a MarianMT folder. Raises ModelError if the sides have different ones."""
    try:
        source, target = ((folder / f"{side}.spm").read_bytes() for side in ("source", "target"))
    except OSError as error:
        raise ModelError(
            f"{folder}: {error.filename} is missing; give a MarianMT folder"
        ) from error
    try:
        return Vocabulary(source, target)
    except (RuntimeError, ValueError) as error:
        raise ModelError(
            f"{folder}: has two vocabularies; only joint ones can be trained further"
        ) from error


def from_model(recipe: Recipe, folder: Path, counts: Numbers | None = None) -> Network:
    """The network of a folder that ``export`` wrote; its shape replaces the recipe's.

    counts: of each id in the targets, if the network is to speak another language than the
    model did; it may then say what stands there, any byte, and the end. Raises ModelError.
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
    says = says[says < config.vocab_size - 1]
    if counts is not None:
        says = torch.from_numpy(np.flatnonzero(counts))
    torch.manual_seed(recipe.seed)
    network = Network(shaped, config.vocab_size, says)
    weights = dict(model.model.named_parameters())
    with torch.no_grad():
        for name, parameter in network.layers():
            parameter.copy_(weights[name])
        network.embedding.copy_(model.model.shared.weight)
        network.embedding[network.pad].zero_()
        if counts is None:
            network.bias.copy_(bias[network.says])
        else:
            start_bias(network, counts, recipe.bias_share)
    return network


def sayable(tokens: Tokens, says: Tensor) -> Tokens:
    """The pairs whose target holds nothing but what the network may say."""
    allowed = np.zeros(int(tokens.target.flat.max(initial=0)) + int(says.max()) + 2, dtype=bool)
    allowed[says.numpy()] = True
    good = [i for i in range(len(tokens)) if allowed[tokens.target.row(i)].all()]
    return tokens if len(good) == len(tokens) else tokens.select(good)
