"""Where a run starts: a network that is a dictionary, or the weights of a finished model."""

import json
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
from translate.training.tokens import Numbers, Tokens
from translate.training.vocabulary import Vocabulary
from translate.training.warm_start import open_cross_attention, soften_residuals, start_bias


def from_dictionary(recipe: Recipe, counts: Numbers, vectors: Tensor) -> Network:
    """A network that translates word by word.

    counts: of each id in the targets. vectors: a row for every id, alike for words that
    translate each other.
    """
    torch.manual_seed(recipe.seed)
    network = Network(recipe, len(counts), torch.from_numpy(np.flatnonzero(counts)))
    soften_residuals(network, recipe.residual_share)
    open_cross_attention(network, recipe.cross_share)
    start_bias(network, counts, recipe.bias_share)
    with torch.no_grad():
        network.embedding.copy_(vectors)
    return network


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


def shaped(recipe: Recipe, folder: Path) -> Recipe:
    """The recipe with the shape of a MarianMT folder's model. Raises ModelError."""
    path = folder / "config.json"
    try:
        config = json.loads(path.read_text("utf-8"))
        return replace(
            recipe,
            d_model=config["d_model"],
            encoder_layers=config["encoder_layers"],
            decoder_layers=config["decoder_layers"],
            heads=config["encoder_attention_heads"],
            ffn=config["encoder_ffn_dim"],
        )
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path}: cannot be read ({error}); give a MarianMT folder") from error


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
    size = model.config.vocab_size
    bias = model.final_logits_bias[0]
    says = torch.nonzero(bias > NEVER / 2).flatten()
    says = says[says < size - 1]
    if counts is not None:
        says = torch.from_numpy(np.flatnonzero(counts))
    torch.manual_seed(recipe.seed)
    network = Network(shaped(recipe, folder), size, says)
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
    flat = tokens.target.flat
    allowed = np.zeros(int(flat.max(initial=0)) + int(says.max()) + 2, dtype=bool)
    allowed[says.numpy()] = True
    sayable_before = np.concatenate([[0], np.cumsum(allowed[flat])])
    counts = np.diff(sayable_before[tokens.target.starts])
    good = np.flatnonzero(counts == tokens.target.lengths())
    return tokens if len(good) == len(tokens) else tokens.select(good)
