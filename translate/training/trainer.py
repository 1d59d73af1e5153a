"""The training loop: batches, updates, averages, checkpoints, by the clock or by steps."""

import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from translate.training.batches import BatchStream, Position
from translate.training.network import Network
from translate.training.optimizer import Optimizer
from translate.training.recipe import Recipe
from translate.training.schedule import Clock, alignment_weight, learning_rate
from translate.training.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Progress:
    """What a run reports: losses are means since the last report, in nats a target token."""

    step: int
    share: float
    seconds: float
    tokens: int
    tokens_per_second: float
    loss: float
    alignment: float
    rate: float
    norm: float
    phase: int


class Trainer:
    """Trains one network on tokenised domains; `run` may be called again after `load`."""

    def __init__(
        self,
        recipe: Recipe,
        network: Network,
        domains: Mapping[str, Tokens],
        table: Tensor | None,
        clock: Clock,
    ) -> None:
        self.recipe, self.network, self.clock, self.table = recipe, network, clock, table
        self.optimizer = Optimizer(network, recipe)
        self.tokens = 0
        self.stream = BatchStream(
            domains, recipe.phases, end=0, pad=network.pad, seed=recipe.seed
        )

    def run(
        self,
        report: Callable[[Progress], None],
        *,
        report_every: int = 50,
        pause: Callable[["Trainer"], None] | None = None,
    ) -> None:
        """Train until the clock says it is over; `pause` is called after every update."""
        network, optimizer, clock = self.network, self.optimizer, self.clock
        network.train()
        probe = network.attention()
        sums, since, tokens_then = np.zeros(3), clock.seconds(), self.tokens
        share = clock.progress(optimizer.steps)
        self.stream.set_progress(share)
        batches = self.stream.batches()
        while share < 1:
            batch = next(batches)
            weight = alignment_weight(self.recipe, share) if self.table is not None else 0.0
            losses = network(batch, *((probe, self.table) if weight else ()))
            total = losses.translation
            if losses.alignment is not None:
                total = total + weight * losses.alignment
            total.backward()
            rate = learning_rate(self.recipe, optimizer.steps, share)
            norm = optimizer.step(rate)
            self.tokens += batch.tokens
            drawn = float(losses.alignment.detach()) if losses.alignment is not None else 0.0
            sums += (float(losses.translation.detach()), drawn, norm)
            share = clock.progress(optimizer.steps)
            self.stream.set_progress(share)
            if optimizer.steps % report_every == 0 or share >= 1:
                count = optimizer.steps % report_every or report_every
                now = clock.seconds()
                speed = (self.tokens - tokens_then) / max(1e-9, now - since)
                loss, alignment, norms = (sums / count).tolist()
                phase = self.stream.position.phase
                report(Progress(optimizer.steps, share, now, self.tokens, speed, loss,
                                alignment, rate, norms, phase))
                sums, since, tokens_then = np.zeros(3), now, self.tokens
            if pause is not None:
                pause(self)
        probe.close()

    def save(self, path: Path) -> None:
        """Write a checkpoint, whole or not at all."""
        state: dict[str, Any] = {
            "optimizer": self.optimizer.state(),
            "position": asdict(self.stream.position),
            "spent": self.clock.seconds(),
            "tokens": self.tokens,
            "random": torch.get_rng_state(),
        }
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        torch.save(state, beside)
        os.replace(beside, path)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint, at the same batch."""
        state = torch.load(path, weights_only=True)
        self.optimizer.load(state["optimizer"])
        self.stream.resume(Position(**state["position"]))
        self.clock.spent = float(state["spent"])
        self.tokens = int(state["tokens"])
        torch.set_rng_state(state["random"])
