"""Guided alignment: cross-attention is drawn to what similar word vectors suggest.

Soft alignments come from frozen cross-lingual vectors as the product of the softmax over
either side (Dou and Neubig 2021, "Word Alignment by Fine-tuning Embeddings on Parallel
Corpora"); attention learns them as in Chen et al. 2016, "Guided Alignment Training".
"""

from typing import Any

import torch
from torch import Tensor, nn

_TEMPERATURE = 0.08
_DIAGONAL = 3.0  # how much a place far from the diagonal counts against a link
_NEVER = -1e4


def soft_alignment(
    table: Tensor, source: Tensor, target: Tensor, pad: int
) -> tuple[Tensor, Tensor]:
    """What each target piece is aligned with, by ``table`` (a row of length 1 an id).

    source (batch, S) and target (batch, T) are ids. Returns probabilities (batch, T, S), each
    row summing to 1, and each row's confidence from 0 to 1 (batch, T), 0 on padding.
    """
    real_source, real_target = source != pad, target != pad
    similarity = torch.einsum("btd,bsd->bts", table[target], table[source]).float()
    place = _places(real_target).unsqueeze(2) - _places(real_source).unsqueeze(1)
    where = real_target.unsqueeze(2) & real_source.unsqueeze(1)
    scores = similarity / _TEMPERATURE - _DIAGONAL * place.abs()
    scores = scores.masked_fill(~where, _NEVER)
    product = scores.softmax(2) * scores.softmax(1) * where
    mass = product.sum(2)
    return product / mass.unsqueeze(2).clamp_min(1e-6), mass.clamp_max(1.0)


def _places(real: Tensor) -> Tensor:
    """Each column's place in its row, as a share of the row's length."""
    columns = torch.arange(real.shape[1], device=real.device, dtype=torch.float32)
    return columns / real.sum(1, keepdim=True)


class AttentionProbe:
    """Reads the queries and keys of one attention layer while the model runs."""

    def __init__(self, attention: Any) -> None:
        self._heads = int(attention.num_heads)
        self._seen: dict[str, Tensor] = {}
        self._hooks = [
            attention.q_proj.register_forward_hook(self._keep("query")),
            attention.k_proj.register_forward_hook(self._keep("key")),
        ]

    def log_attention(self, real_source: Tensor) -> Tensor:
        """The log of the attention weights' mean over heads (batch, T, S).

        real_source (batch, S) is false on padding.
        """
        query, key = (self._split(self._seen[name]) for name in ("query", "key"))
        scores = (query @ key.transpose(2, 3)).float() * query.shape[-1] ** -0.5
        scores = scores.masked_fill(~real_source[:, None, None, :], _NEVER)
        weights: Tensor = scores.softmax(3).mean(1)
        return weights.clamp_min(1e-6).log()

    def close(self) -> None:
        """Takes the hooks off."""
        for hook in self._hooks:
            hook.remove()
        self._seen.clear()

    def _keep(self, name: str) -> Any:
        def hook(_module: nn.Module, _inputs: Any, output: Tensor) -> None:
            self._seen[name] = output

        return hook

    def _split(self, states: Tensor) -> Tensor:
        batch, length, width = states.shape
        return states.view(batch, length, self._heads, width // self._heads).transpose(1, 2)


def alignment_loss(
    probe: AttentionProbe, table: Tensor, source: Tensor, target: Tensor, pad: int
) -> Tensor:
    """Cross-entropy of the probed attention against the soft alignment, by confidence.

    Decoder row t predicts target t, so row t is drawn to what target t is aligned with.
    """
    with torch.no_grad():
        wanted, confidence = soft_alignment(table, source, target, pad)
    each = -(wanted * probe.log_attention(source != pad)).sum(2)
    return (each * confidence).sum() / confidence.sum().clamp_min(1.0)
