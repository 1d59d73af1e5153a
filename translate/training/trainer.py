"""The training loop: batches, updates, averages, checkpoints, by the clock or by steps."""

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
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
    """Running sums since the last report; they stay on the device until it is made."""

    since: float
    tokens: int
    updates: int = 0
    total: Tensor | float = 0.0  # of loss, alignment and norm

    def add(self, values: Tensor) -> None:
        self.updates += 1
        self.total = self.total + values

    def means(self) -> list[float]:
        assert isinstance(self.total, Tensor)
        means: list[float] = (self.total / self.updates).tolist()
        return means


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

        Raises ReinschriftError when memory runs out or the loss is no number any more, and
        says what to change.
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
                sums.add(self._update(batch, probe if weight else None, weight, rate))
            except (MemoryError, RuntimeError) as error:
                if not _is_out_of_memory(error):
                    raise
                pairs, pieces = batch.target.shape
                raise ReinschriftError(
                    f"out of memory in update {self.optimizer.steps}, batch of {pairs} pairs of "
                    f"{pieces} pieces; lower batch_tokens or max_pieces in the recipe"
                ) from error
            share = self.clock.progress(self.optimizer.steps)
            self._stream.set_progress(share)
            if self.optimizer.steps % every == 0 or share >= 1:
                now = self.clock.seconds()
                speed = (self.tokens - sums.tokens) / max(1e-9, now - sums.since)
                loss, alignment, norm = sums.means()
                step = self.optimizer.steps
                if not math.isfinite(loss):
                    raise ReinschriftError(
                        f"the loss is no number any more at update {step}; lower peak_rate in the "
                        "recipe and start anew"
                    )
                report(Progress(step, share, now, self.tokens, speed, loss, alignment, rate, norm))
                sums = _Sums(now, self.tokens)
            if pause is not None:
                pause()
        probe.close()

    def _update(self, batch: Batch, probe: Any, weight: float, rate: float) -> Tensor:
        """Loss, alignment loss and gradient norm; nothing here waits for a GPU."""
        losses = self.network(batch, probe, self._table if probe else None)
        loss = losses.translation
        aligned = torch.zeros_like(loss) if losses.alignment is None else losses.alignment
        (loss + weight * aligned).backward()
        norm = self.optimizer.step(rate)
        self.tokens += len(batch.places)
        return torch.stack([loss.detach(), aligned.detach(), norm])

    def save(self, path: Path) -> None:
        """Writes a checkpoint, whole or not at all. Raises OutputError."""
        state = {
            "optimizer": self.optimizer.state(),
            "position": asdict(self._stream.position),
            "spent": self.clock.seconds(),
            "tokens": self.tokens,
            "random": [torch.get_rng_state(), *torch.cuda.get_rng_state_all()],
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
        on_cpu, *on_gpus = state["random"]
        torch.set_rng_state(on_cpu)
        torch.cuda.set_rng_state_all(on_gpus[: torch.cuda.device_count()])


def _is_out_of_memory(error: Exception) -> bool:
    """Torch has a type of its own for a GPU's memory, but none for the machine's."""
    known = isinstance(error, (torch.OutOfMemoryError, MemoryError))
    return known or "can't allocate memory" in str(error)
