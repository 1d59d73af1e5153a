"""The training loop: batches, updates, averages, checkpoints, by the clock or by steps."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from translate.errors import CorpusError, OutputError, ReinschriftError
from translate.training.batches import Batch, BatchStream, Position
from translate.training.network import Network
from translate.training.optimizer import Optimizer
from translate.training.schedule import Clock, alignment_weight, learning_rate
from translate.training.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Progress:
    """What a run reports now and then; losses are means since the last report.

    share: of the run that is over. seconds: of work. tokens: target tokens seen. loss and
    alignment: nats a target token. norm: of the gradient before clipping. bleu: at the last
    validation, None before it.
    """

    step: int
    share: float
    seconds: float
    tokens: int
    tokens_per_second: float
    loss: float
    alignment: float
    rate: float
    norm: float
    bleu: float | None = None


@dataclass(slots=True)
class _Sums:
    """Running sums since the last report."""

    since: float
    tokens: int
    values: list[tuple[float, float, float]] = field(default_factory=list)

    def means(self) -> tuple[float, float, float]:
        loss, alignment, norm = (
            sum(column) / len(self.values) for column in zip(*self.values, strict=True)
        )
        return loss, alignment, norm


class Trainer:
    """Trains one network on tokenised domains.

    table: word vectors for guided alignment, or None to leave it out. earlier: the runs that
    the network has behind it; another number draws the pairs in another order.
    """

    def __init__(
        self,
        network: Network,
        domains: Mapping[str, Tokens],
        table: Tensor | None,
        clock: Clock,
        *,
        earlier: int = 0,
    ) -> None:
        self.network, self.clock, self.tokens = network, clock, 0
        self.recipe = network.recipe
        self.optimizer = Optimizer(network, self.recipe)
        self._table = table
        fitting = {name: tokens for name, tokens in domains.items() if len(tokens)}
        if not fitting:
            raise CorpusError("no pair of the corpus is left to train on; check its cleaning")
        self._stream = BatchStream(
            fitting, self.recipe.phases, pad=network.pad, seed=self.recipe.seed + earlier
        )

    def run(
        self,
        report: Callable[[Progress], None],
        *,
        every: int = 100,
        pause: Callable[[], None] | None = None,
    ) -> None:
        """Trains until the clock is over; ``pause`` is called after every update.

        Raises ReinschriftError when memory runs out, and says what to change.
        """
        self.network.train()
        probe = self.network.watch_attention()
        self.clock.start()
        sums = _Sums(self.clock.seconds(), self.tokens)
        share = self.clock.progress(self.optimizer.steps)
        self._stream.set_progress(share)
        batches = iter(self._stream)
        while share < 1:
            batch = next(batches).to(self.network.embedding.device)
            rate = learning_rate(self.recipe, self.optimizer.steps, share)
            weight = alignment_weight(self.recipe, share) if self._table is not None else 0.0
            try:
                sums.values.append(self._update(batch, probe if weight else None, weight, rate))
            except (torch.OutOfMemoryError, MemoryError) as error:
                raise ReinschriftError(
                    f"out of memory in update {self.optimizer.steps}, batch of {batch.target.shape}"
                    " (pairs, pieces); lower batch_tokens or max_pieces in the recipe"
                ) from error
            share = self.clock.progress(self.optimizer.steps)
            self._stream.set_progress(share)
            if self.optimizer.steps % every == 0 or share >= 1:
                now = self.clock.seconds()
                speed = (self.tokens - sums.tokens) / max(1e-9, now - sums.since)
                loss, alignment, norm = sums.means()
                step = self.optimizer.steps
                report(Progress(step, share, now, self.tokens, speed, loss, alignment, rate, norm))
                sums = _Sums(now, self.tokens)
            if pause is not None:
                pause()
        probe.close()

    def _update(
        self, batch: Batch, probe: Any, weight: float, rate: float
    ) -> tuple[float, float, float]:
        losses = self.network(batch, probe, self._table if probe else None)
        total = losses.translation
        if losses.alignment is not None:
            total = total + weight * losses.alignment
        total.backward()
        norm = self.optimizer.step(rate)
        self.tokens += batch.tokens
        aligned = 0.0 if losses.alignment is None else float(losses.alignment.detach())
        return float(losses.translation.detach()), aligned, norm

    def save(self, path: Path) -> None:
        """Writes a checkpoint, whole or not at all. Raises OutputError."""
        state = {
            "optimizer": self.optimizer.state(),
            "position": asdict(self._stream.position),
            "spent": self.clock.seconds(),
            "tokens": self.tokens,
            "random": torch.get_rng_state(),
        }
        beside = path.with_name(f".{path.name}.part")
        try:
            torch.save(state, beside)
            beside.replace(path)
        except (OSError, RuntimeError) as error:
            raise OutputError(f"{path}: cannot be written ({error}); is the disk full?") from error

    def load(self, path: Path) -> None:
        """Goes on from a checkpoint, at the batch after its last. Raises OutputError."""
        try:
            state = torch.load(path, map_location="cpu", weights_only=True)
            self.optimizer.load(state["optimizer"])
        except (OSError, RuntimeError, KeyError, ValueError) as error:
            raise OutputError(
                f"{path}: does not fit this run ({error}); remove it to start anew"
            ) from error
        self._stream.resume(Position(**state["position"]))
        self.clock.spent = float(state["spent"])
        self.tokens = int(state["tokens"])
        torch.set_rng_state(state["random"])
