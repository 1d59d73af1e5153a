"""Label-smoothed cross-entropy over a projection, without ever storing all logits."""

from typing import Any

import torch
from torch import Tensor

_CHUNK = 384


class _ProjectedCrossEntropy(torch.autograd.Function):
    """Compute loss and gradients chunk by chunk in one pass; backward only scales them."""

    @staticmethod
    def forward(
        ctx: Any, hidden: Tensor, weight: Tensor, bias: Tensor, target: Tensor, smoothing: float
    ) -> Tensor:
        rows, size = hidden.shape[0], weight.shape[0]
        weight_low = weight.to(hidden.dtype)
        hidden_grad = torch.empty_like(hidden)
        weight_grad = torch.zeros_like(weight)
        bias_grad = torch.zeros_like(bias)
        loss = torch.zeros((), dtype=torch.float32, device=hidden.device)
        for start in range(0, rows, _CHUNK):
            part = hidden[start : start + _CHUNK]
            wanted = target[start : start + _CHUNK].unsqueeze(1)
            logits = torch.nn.functional.linear(part, weight_low).float().add_(bias)
            norm = logits.logsumexp(1)
            hit = logits.gather(1, wanted).squeeze(1)
            loss += (norm - (1 - smoothing) * hit - smoothing * logits.mean(1)).sum()
            grad = logits.sub_(norm.unsqueeze(1)).exp_().sub_(smoothing / size)
            grad.scatter_add_(1, wanted, grad.new_full(wanted.shape, smoothing - 1))
            bias_grad += grad.sum(0)
            low = grad.to(hidden.dtype)
            torch.mm(low, weight_low, out=hidden_grad[start : start + _CHUNK])
            weight_grad += torch.mm(low.t(), part)
        ctx.save_for_backward(hidden_grad, weight_grad, bias_grad)
        ctx.rows = rows
        return loss / rows

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        hidden_grad, weight_grad, bias_grad = ctx.saved_tensors
        scale = grads[0] / ctx.rows
        return hidden_grad * scale.to(hidden_grad.dtype), weight_grad * scale, bias_grad * scale, \
            None, None


def projected_cross_entropy(
    hidden: Tensor, weight: Tensor, bias: Tensor, target: Tensor, smoothing: float
) -> Tensor:
    """Mean cross-entropy of `softmax(hidden @ weight.T + bias)` against `target`, in nats.

    hidden (rows, d), weight (size, d), bias (size), target (rows) with values below size. The
    smoothed share is spread evenly over the size classes (Szegedy et al. 2016). Memory is
    bounded by a few hundred rows of logits.
    """
    loss: Tensor = _ProjectedCrossEntropy.apply(hidden, weight, bias, target, smoothing)  # type: ignore[no-untyped-call]
    return loss
