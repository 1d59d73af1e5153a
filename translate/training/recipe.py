"""Every number that decides a training run, as one frozen value."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from importlib.resources import files
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the run: which pairs are drawn and how many tokens an update holds.

    `until` is the share of the run at which the phase ends (the last one ends at 1).
    `max_pieces` bounds both sides of a pair. `batch_tokens` counts target tokens with padding.
    `weights` gives each domain's share of the drawn target tokens; they need not sum to 1.
    """

    until: float
    max_pieces: int
    batch_tokens: int
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Hyperparameters of data, model and optimiser. Same recipe, corpus and seed: same model."""

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
    warmup_steps: int = 300
    decay_from: float = 0.0
    beta1: float = 0.9
    beta2: float = 0.98
    weight_decay: float = 0.0
    clip_norm: float = 1.0
    ema: float = 0.999
    alignment_weight: float = 0.5
    alignment_until: float = 0.4
    noise: float = 0.08
    min_cosine: float = 0.45
    max_length_ratio: float = 2.2
    max_pairs_per_domain: int = 250_000
    excluded_labels: tuple[str, ...] = ("wmt18", "newstest2018")
    phases: tuple[Phase, ...] = field(
        default=(Phase(until=1.0, max_pieces=100, batch_tokens=3000, weights={}),)
    )


def recipe_from(table: Mapping[str, Any]) -> Recipe:
    """Build a recipe from a parsed TOML table; unknown keys are an error (`ValueError`)."""
    known = {f.name for f in fields(Recipe)}
    unknown = sorted(set(table) - known)
    if unknown:
        raise ValueError(f"unknown recipe keys: {', '.join(unknown)}")
    values = dict(table)
    if "phases" in values:
        values["phases"] = tuple(Phase(**phase) for phase in values["phases"])
    if "excluded_labels" in values:
        values["excluded_labels"] = tuple(values["excluded_labels"])
    return Recipe(**values)


def load_recipe(path: Path | None = None) -> Recipe:
    """Read a recipe file; without one, the recipe of the embedded model."""
    text = (
        files(__package__).joinpath("recipe.toml").read_text("utf-8")
        if path is None
        else path.read_text("utf-8")
    )
    return recipe_from(tomllib.loads(text))


def as_table(recipe: Recipe) -> dict[str, Any]:
    """Give the recipe as plain values, for the model's card and the checkpoint."""
    return asdict(recipe)


__all__ = ["Phase", "Recipe", "as_table", "load_recipe", "recipe_from", "replace"]
