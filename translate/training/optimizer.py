"""Adam on full-precision copies of the weights, with gradient clipping and an average."""

from typing import Any

import torch
from torch import Tensor

from translate.training.network import Network
from translate.training.recipe import Recipe


class Optimizer:
    """Updates a network, whose layers it moves into one flat buffer: a step is a few calls.

    Kept in float32: the layers' weights, the embedding, the bias, Adam's moments, and the
    exponential moving average of the weights. What is exported lies between the weights that
    the run started from and that average, as the recipe's ``blend`` says.
    """

    def __init__(self, network: Network, recipe: Recipe) -> None:
        self.steps = 0
        self._network, self._recipe = network, recipe
        parameters = [parameter for _, parameter in network.layers()]
        total = sum(parameter.numel() for parameter in parameters)
        device = network.embedding.device
        self._low = torch.empty(total, dtype=network.dtype, device=device)
        self._low_grad = torch.zeros_like(self._low)
        start = 0
        for parameter in parameters:
            end = start + parameter.numel()
            self._low[start:end] = parameter.detach().flatten()
            parameter.data = self._low[start:end].view_as(parameter)
            parameter.grad = self._low_grad[start:end].view_as(parameter)
            start = end
        self._master = self._low.float().clone()
        self._master.grad = torch.zeros_like(self._master)
        self._trained: list[Tensor] = [self._master, network.embedding, network.bias]
        for tensor in (network.embedding, network.bias):
            tensor.grad = torch.zeros_like(tensor)
        self._average = [tensor.detach().clone() for tensor in self._trained]
        blended = recipe.blend < 1
        self._first = [tensor.clone() for tensor in self._average] if blended else self._average
        self._adam = torch.optim.AdamW(
            self._trained,
            lr=recipe.peak_rate,
            betas=(recipe.beta1, recipe.beta2),
            eps=1e-9,
            weight_decay=recipe.weight_decay,
            fused=True,
        )

    def step(self, rate: float) -> Tensor:
        """Applies the gradients at a learning rate; returns their norm before clipping.

        The row of ``<pad>`` stays zero: CTranslate2 starts the decoder from zeros.
        """
        gradients = [self._gradient(tensor) for tensor in self._trained]
        gradients[0].copy_(self._low_grad)
        gradients[1][self._network.pad].zero_()
        norm: Tensor = torch.stack([gradient.norm() for gradient in gradients]).norm()
        scale = (self._recipe.clip_norm / (norm + 1e-6)).clamp_max(1.0)
        for gradient in gradients:
            gradient.mul_(scale)
        self._adam.param_groups[0]["lr"] = rate
        self._adam.step()
        self.steps += 1
        with torch.no_grad():
            self._network.embedding[self._network.pad].zero_()
            self._low.copy_(self._master)
            keep = min(self._recipe.ema, (1 + self.steps) / (10 + self.steps))
            torch._foreach_lerp_(self._average, self._trained, 1 - keep)
        self._low_grad.zero_()
        for gradient in gradients:
            gradient.zero_()
        return norm

    @staticmethod
    def _gradient(tensor: Tensor) -> Tensor:
        assert tensor.grad is not None
        return tensor.grad

    def averaged(self) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """The averaged and blended weights: the layers' by name, the embedding, the bias."""
        flat, embedding, bias = (
            torch.lerp(first, average, self._recipe.blend)
            for first, average in zip(self._first, self._average, strict=True)
        )
        layers: dict[str, Tensor] = {}
        start = 0
        for name, parameter in self._network.layers():
            end = start + parameter.numel()
            layers[name] = flat[start:end].view(parameter.shape)
            start = end
        return layers, embedding, bias

    def state(self) -> dict[str, Any]:
        """All that a later run needs to go on exactly here."""
        return {
            "trained": [tensor.detach() for tensor in self._trained],
            "average": self._average,
            "adam": self._adam.state_dict(),
            "steps": self.steps,
        }

    def load(self, state: dict[str, Any]) -> None:
        """Takes up what ``state`` gave."""
        with torch.no_grad():
            for mine, saved in zip(self._trained, state["trained"], strict=True):
                mine.copy_(saved)
            for mine, saved in zip(self._average, state["average"], strict=True):
                mine.copy_(saved)
            self._low.copy_(self._master)
        self._adam.load_state_dict(state["adam"])
        self.steps = int(state["steps"])
