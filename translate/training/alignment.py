"""Guided alignment: teach cross-attention from similarities of frozen word vectors.

Soft alignments are made on the fly, after Dou and Neubig 2021 (product of the softmax over
either side), and the last decoder layer's attention is drawn to them, after Chen et al. 2016.
"""

from typing import Any

import torch
from torch import Tensor, nn

_TEMPERATURE = 0.08
_DIAGONAL = 3.0


def soft_alignment(table: Tensor, source: Tensor, target: Tensor, pad: int) -> tuple[Tensor, Tensor]:
    """Align target rows with source columns by `table` (rows of length 1).

    source (batch, S) and target (batch, T) are ids. Returns probabilities (batch, T, S), each
    row summing to 1, and each row's confidence in 0..1 (batch, T), 0 on padding.
    """
    real_source, real_target = source != pad, target != pad
    similarity = torch.einsum("btd,bsd->bts", table[target], table[source]).float()
    similarity = similarity / _TEMPERATURE
    where = real_target.unsqueeze(2) & real_source.unsqueeze(1)
    position = _diagonal(real_target).unsqueeze(2) - _diagonal(real_source).unsqueeze(1)
    similarity = (similarity - _DIAGONAL * position.abs()).masked_fill(~where, -1e4)
    product = similarity.softmax(2) * similarity.softmax(1) * where
    mass = product.sum(2)
    return product / mass.unsqueeze(2).clamp_min(1e-6), mass.clamp_max(1.0)


def _diagonal(real: Tensor) -> Tensor:
    places = torch.arange(real.shape[1], device=real.device, dtype=torch.float32)
    return places / real.sum(1, keepdim=True)


class AttentionProbe:
    """Reads the queries and keys of one attention layer while the model runs."""

    def __init__(self, attention: Any) -> None:
        self.heads: int = attention.num_heads
        self._seen: dict[str, Tensor] = {}
        self._hooks = [
            attention.q_proj.register_forward_hook(self._keep("query")),
            attention.k_proj.register_forward_hook(self._keep("key")),
        ]

    def _keep(self, name: str) -> Any:
        def hook(module: nn.Module, args: Any, output: Tensor) -> None:
            self._seen[name] = output

        return hook

    def log_attention(self, real_source: Tensor) -> Tensor:
        """Give the log of the mean over heads of the attention weights (batch, T, S)."""
        query, key = (self._split(self._seen[name]) for name in ("query", "key"))
        scores = (query @ key.transpose(2, 3)).float() * query.shape[-1] ** -0.5
        scores = scores.masked_fill(~real_source[:, None, None, :], -1e4)
        return scores.softmax(3).mean(1).clamp_min(1e-6).log()

    def _split(self, states: Tensor) -> Tensor:
        batch, length, width = states.shape
        return states.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

    def close(self) -> None:
        """Remove the hooks."""
        for hook in self._hooks:
            hook.remove()
        self._seen.clear()


def alignment_loss(
    probe: AttentionProbe, table: Tensor, source: Tensor, target: Tensor, pad: int
) -> Tensor:
    """Cross-entropy of the probed attention against the soft alignment, weighted by confidence.

    Decoder row t predicts target t, so row t is drawn to what target t is aligned with.
    """
    with torch.no_grad():
        wanted, confidence = soft_alignment(table, source, target, pad)
    each = -(wanted * probe.log_attention(source != pad)).sum(2)
    return (each * confidence).sum() / confidence.sum().clamp_min(1.0)
