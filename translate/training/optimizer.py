"""Adam on full-precision copies of the weights, with gradient clipping and an average."""

from typing import Any

import torch
from torch import Tensor

from translate.training.network import Network
from translate.training.recipe import Recipe


class Optimizer:
    """Updates a network; its layers share one flat buffer, so that a step is a few calls.

    Kept in float32: the layers' weights, the embedding, the bias, Adam's moments and the
    exponential moving average that is exported.
    """

    def __init__(self, network: Network, recipe: Recipe) -> None:
        self.network, self.recipe = network, recipe
        parameters = [parameter for _, parameter in network.layers()]
        total = sum(parameter.numel() for parameter in parameters)
        device = network.embedding.device
        self.low = torch.empty(total, dtype=network.dtype, device=device)
        self.low_grad = torch.zeros_like(self.low)
        start = 0
        for parameter in parameters:
            end = start + parameter.numel()
            self.low[start:end] = parameter.detach().flatten()
            parameter.data = self.low[start:end].view_as(parameter)
            parameter.grad = self.low_grad[start:end].view_as(parameter)
            start = end
        self.master = self.low.float().clone()
        self.master.grad = torch.zeros_like(self.master)
        self.trained: list[Tensor] = [self.master, network.embedding, network.bias]
        for tensor in (network.embedding, network.bias):
            tensor.grad = torch.zeros_like(tensor)
        self.average = [tensor.detach().clone() for tensor in self.trained]
        self.adam = torch.optim.AdamW(
            self.trained,
            lr=recipe.peak_rate,
            betas=(recipe.beta1, recipe.beta2),
            eps=1e-9,
            weight_decay=recipe.weight_decay,
            fused=True,
        )
        self.steps = 0

    def step(self, rate: float) -> float:
        """Apply the gradients at a learning rate; returns their norm before clipping."""
        gradients = [self._gradient(tensor) for tensor in self.trained]
        gradients[0].copy_(self.low_grad)
        gradients[1][self.network.pad].zero_()
        norm = torch.stack([gradient.norm() for gradient in gradients]).norm()
        scale = (self.recipe.clip_norm / (norm + 1e-6)).clamp_max(1.0)
        for gradient in gradients:
            gradient.mul_(scale)
        self.adam.param_groups[0]["lr"] = rate
        self.adam.step()
        self.steps += 1
        with torch.no_grad():
            self.network.embedding[self.network.pad].zero_()
            self.low.copy_(self.master)
            keep = min(self.recipe.ema, (1 + self.steps) / (10 + self.steps))
            torch._foreach_lerp_(self.average, self.trained, 1 - keep)  # type: ignore[no-untyped-call]
        self.low_grad.zero_()
        for gradient in gradients:
            gradient.zero_()
        return float(norm)

    @staticmethod
    def _gradient(tensor: Tensor) -> Tensor:
        assert tensor.grad is not None
        return tensor.grad

    def averaged(self) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """Give the averaged weights: the layers' by name, the embedding, the bias."""
        layers: dict[str, Tensor] = {}
        start = 0
        for name, parameter in self.network.layers():
            end = start + parameter.numel()
            layers[name] = self.average[0][start:end].view(parameter.shape)
            start = end
        return layers, self.average[1], self.average[2]

    def state(self) -> dict[str, Any]:
        """Give all that a later run needs to go on exactly here."""
        return {
            "trained": [tensor.detach() for tensor in self.trained],
            "average": self.average,
            "adam": self.adam.state_dict(),
            "steps": self.steps,
        }

    def load(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave."""
        with torch.no_grad():
            for mine, saved in zip(self.trained, state["trained"], strict=True):
                mine.copy_(saved)
            for mine, saved in zip(self.average, state["average"], strict=True):
                mine.copy_(saved)
            self.low.copy_(self.master)
        self.adam.load_state_dict(state["adam"])
        self.steps = int(state["steps"])
