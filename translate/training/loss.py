"""Label-smoothed cross-entropy over a projection, without ever holding all logits."""

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

_CHUNK = 384  # rows of logits at a time: some 10 MB, which stay in the cache
_GPU_CHUNK = 8192  # enough to fill a GPU: some 300 MB


class _ProjectedCrossEntropy(torch.autograd.Function):
    """Loss and gradients in one pass over chunks of rows; backward only scales them."""

    @staticmethod
    def forward(
        ctx: Any, hidden: Tensor, weight: Tensor, bias: Tensor, target: Tensor, smoothing: float
    ) -> Tensor:
        rows, size = hidden.shape[0], weight.shape[0]
        low_weight = weight.to(hidden.dtype)
        hidden_grad = torch.empty_like(hidden)
        weight_grad = torch.zeros_like(weight)
        bias_grad = torch.zeros_like(bias)
        loss = torch.zeros((), dtype=torch.float32, device=hidden.device)
        chunk = _CHUNK if hidden.device.type == "cpu" else _GPU_CHUNK
        for start in range(0, rows, chunk):
            part = hidden[start : start + chunk]
            wanted = target[start : start + chunk].unsqueeze(1)
            logits = functional.linear(part, low_weight).float().add_(bias)
            norm = logits.logsumexp(1)
            hit = logits.gather(1, wanted).squeeze(1)
            loss += (norm - (1 - smoothing) * hit - smoothing * logits.mean(1)).sum()
            grad = logits.sub_(norm.unsqueeze(1)).exp_().sub_(smoothing / size)
            grad.scatter_add_(1, wanted, grad.new_full(wanted.shape, smoothing - 1))
            bias_grad += grad.sum(0)
            low_grad = grad.to(hidden.dtype)
            torch.mm(low_grad, low_weight, out=hidden_grad[start : start + chunk])
            weight_grad += torch.mm(low_grad.t(), part)
        ctx.save_for_backward(hidden_grad, weight_grad, bias_grad)
        ctx.rows = rows
        return loss / rows

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        scale = grads[0] / ctx.rows
        hidden, weight, bias = ctx.saved_tensors
        return hidden * scale.to(hidden.dtype), weight * scale, bias * scale, None, None


def projected_cross_entropy(
    hidden: Tensor, weight: Tensor, bias: Tensor, target: Tensor, smoothing: float
) -> Tensor:
    """Mean cross-entropy of ``softmax(hidden @ weight.T + bias)`` in nats a row.

    hidden (rows, d); weight (size, d) and bias (size) in float32; target (rows), below size.
    smoothing: share of the target spread evenly over all classes (Szegedy et al. 2016).
    Memory is bounded by a few hundred rows of logits, on a GPU by a few thousand.
    """
    apply: Any = _ProjectedCrossEntropy.apply
    loss: Tensor = apply(hidden, weight, bias, target, smoothing)
    return loss
