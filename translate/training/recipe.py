"""Every number that decides a training run, as one frozen value."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from importlib.resources import files
from pathlib import Path
from typing import Any

from translate.errors import UsageError

SHIPPED = ("embedded", "backtranslation", "further", "gpu", "finetune")


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the run: which pairs are drawn, and how many tokens an update holds.

    until: share of the run at which it ends; the last phase ends at 1. max_pieces: bound on
    both sides of a pair. batch_tokens: rows times columns of the longer side. weights: each
    domain's share of the target tokens, in any unit; empty means by size.
    """

    until: float
    max_pieces: int
    batch_tokens: int
    weights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Hyperparameters of data, model and optimiser.

    decay_from: share of the run up to which the rate stays at its peak. alignment_until: share
    at which guided alignment has faded out. blend: share of the trained weights in the result;
    the rest is what the run started from, which keeps what it knew (Wortsman et al. 2022,
    "Robust fine-tuning of zero-shot models"). cross_share, residual_share, bias_share: how much
    of the dictionary start is used (see ``warm_start``). noise: share of sources dirtied.
    renamed: share of pairs with a name that get another one. quoted: share of pairs put in
    quotation marks. joined: share of pairs that also come joined with the ones before.
    sampled: share of sources cut into pieces at random (Kudo 2018, "Subword
    Regularization"). reverse: train English to German.
    held_out: labels of pairs that are never trained on. vocabulary_pairs: how many pairs of a
    domain the vocabulary is learned from, all where it is not named.
    """

    seed: int = 1
    vocabulary_size: int = 16_000
    d_model: int = 256
    encoder_layers: int = 4
    decoder_layers: int = 2
    heads: int = 4
    ffn: int = 1024
    dropout: float = 0.0
    label_smoothing: float = 0.1
    peak_rate: float = 1e-3
    warmup_steps: int = 120
    decay_from: float = 0.3
    beta1: float = 0.9
    beta2: float = 0.98
    weight_decay: float = 0.0
    clip_norm: float = 1.0
    ema: float = 0.999
    blend: float = 1.0
    alignment_weight: float = 0.5
    alignment_until: float = 0.4
    cross_share: float = 1.0
    residual_share: float = 0.25
    bias_share: float = 0.5
    noise: float = 0.08
    renamed: float = 0.0
    joined: float = 0.0
    quoted: float = 0.0
    sampled: float = 0.0
    reverse: bool = False
    min_cosine: float = 0.45
    max_length_ratio: float = 2.2
    max_pairs_per_domain: int = 250_000
    held_out: tuple[str, ...] = ("wmt18", "newstest2018")
    vocabulary_pairs: Mapping[str, int] = field(default_factory=dict)
    phases: tuple[Phase, ...] = (Phase(until=1.0, max_pieces=100, batch_tokens=4000),)

    def as_table(self) -> dict[str, Any]:
        """The recipe as plain values, for the model's card."""
        return asdict(self)


def recipe_from(table: Mapping[str, Any], name: str = "recipe") -> Recipe:
    """The recipe that a parsed TOML table describes. Raises UsageError."""
    unknown = sorted(set(table) - {entry.name for entry in fields(Recipe)})
    if unknown:
        raise UsageError(
            f"{name}: unknown key {unknown[0]!r}; see embedded.toml for the known ones"
        )
    values = dict(table)
    try:
        if "phases" in values:
            values["phases"] = tuple(Phase(**phase) for phase in values["phases"])
        if "held_out" in values:
            values["held_out"] = tuple(values["held_out"])
        return Recipe(**values)
    except TypeError as error:
        raise UsageError(f"{name}: {error}; see embedded.toml for the form of a phase") from error


def load_recipe(recipe: str = "embedded") -> Recipe:
    """The shipped recipe of that name (see ``SHIPPED``), or the one in a TOML file.

    "embedded", "backtranslation" and "further" made the embedded model, one after the other;
    "gpu" is for a larger one on a GPU, "finetune" for one's own pairs. Raises UsageError.
    """
    shipped = files("translate.training").joinpath(f"{recipe}.toml")
    file = shipped if recipe in SHIPPED else Path(recipe)
    try:
        return recipe_from(tomllib.loads(file.read_text("utf-8")), recipe)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{recipe}: cannot be read as TOML ({error}); give a file, or {', '.join(SHIPPED)}"
        ) from error
