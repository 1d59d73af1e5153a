"""Draws token-budget batches of like length, by domain weight and phase, resumably."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from translate.errors import CorpusError
from translate.training.recipe import Phase
from translate.training.tokens import Numbers, Side, Tokens

_POOL = 96  # batches that are drawn and sorted together
_MULTIPLE = 4  # columns are padded to a multiple of this, so that few shapes occur
_SHUFFLE = 0xBA7C4  # keeps the order of batches apart from the order of pairs


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded ids of (batch, length) each; both sides end in ``</s>``.

    inputs: the target shifted right by one, ``<pad>`` first. places: where the flattened target
    holds no padding, (target tokens).
    """

    source: Tensor
    inputs: Tensor
    target: Tensor
    places: Tensor

    def to(self, device: torch.device) -> "Batch":
        """The same batch on a device; a GPU copies it while it works on."""
        if device.type == "cpu":
            return self
        parts = (self.source, self.inputs, self.target, self.places)
        return Batch(*(part.pin_memory().to(device, non_blocking=True) for part in parts))


@dataclass(slots=True)
class Position:
    """Where in the stream a run stands; plain values for the checkpoint.

    drawn: how many pairs of each domain the pools before this one took in this phase.
    """

    pool: int = 0
    batch: int = 0
    phase: int = 0
    drawn: dict[str, int] = field(default_factory=dict)


class BatchStream:
    """An endless, seeded stream of batches; its ``position`` can be stored and taken up again.

    A pool of batches is drawn by the phase's weights, each domain in shuffled rounds (no pair
    comes twice before every pair came once), sorted by length, cut and shuffled.
    """

    def __init__(
        self, domains: Mapping[str, Tokens], phases: tuple[Phase, ...], *, pad: int, seed: int
    ) -> None:
        self.position = Position()
        self._phases, self._end, self._pad, self._seed = phases, 0, pad, seed
        self._names = sorted(domains)
        self._pairs = Tokens.laid([domains[name] for name in self._names])
        self._target_sizes = self._pairs.target.lengths()
        self._sizes = np.maximum(self._pairs.source.lengths(), self._target_sizes)
        ends = np.cumsum([len(domains[name]) for name in self._names])
        self._domains = dict(zip(self._names, np.split(np.arange(ends[-1]), ends), strict=False))
        self._fitting: dict[tuple[int, str], Numbers] = {}
        self._taken: dict[str, int] = {}
        self._next_phase = 0

    def resume(self, position: Position) -> None:
        """Takes up the stream where another one stood."""
        self.position, self._next_phase = position, position.phase

    def set_progress(self, share: float) -> None:
        """Says how much of the run is over; the next pool is drawn by that share's phase."""
        last = len(self._phases) - 1
        self._next_phase = next(
            (i for i, phase in enumerate(self._phases) if share < phase.until), last
        )

    def __iter__(self) -> Iterator[Batch]:
        position = self.position
        while True:
            pool = self._draw_pool()
            while position.batch < len(pool):
                rows = pool[position.batch]
                position.batch += 1
                yield self._batch(rows)
            position.pool, position.batch = position.pool + 1, 0
            for name, count in self._taken.items():
                position.drawn[name] = position.drawn.get(name, 0) + count
            if self._next_phase > position.phase:
                position.phase, position.drawn = self._next_phase, {}

    def _draw_pool(self) -> list[Numbers]:
        phase = self._phases[self.position.phase]
        chosen = {
            name: self._draw(name, share * _POOL * phase.batch_tokens)
            for name, share in self._shares(phase).items()
        }
        self._taken = {name: len(rows) for name, rows in chosen.items()}
        rows = np.concatenate(list(chosen.values()))
        rows = rows[np.lexsort((rows, self._target_sizes[rows], self._sizes[rows]))]
        pool = np.split(rows, _cuts((self._sizes[rows] + 1).tolist(), phase.batch_tokens))
        np.random.default_rng([self._seed, _SHUFFLE, self.position.pool]).shuffle(pool)
        return pool

    def _shares(self, phase: Phase) -> dict[str, float]:
        """Each domain's share of the tokens, for those with pairs short enough."""
        fitting = [name for name in self._names if len(self._rows(name))]
        if not fitting:
            raise CorpusError(
                f"no pair has at most {phase.max_pieces} pieces; raise max_pieces in the recipe"
            )
        weights = {name: float(phase.weights.get(name, 0.0)) for name in fitting}
        if not sum(weights.values()):
            weights = {
                name: float(self._target_sizes[self._domains[name]].sum()) for name in fitting
            }
        total = sum(weights.values())
        return {name: weight / total for name, weight in weights.items()}

    def _rows(self, name: str) -> Numbers:
        phase = self.position.phase
        if (phase, name) not in self._fitting:
            rows = self._domains[name]
            short = self._sizes[rows] <= self._phases[phase].max_pieces
            self._fitting[phase, name] = rows[short]
        return self._fitting[phase, name]

    def _draw(self, name: str, budget: float) -> Numbers:
        """The next pairs of a domain that together hold ``budget`` target tokens."""
        rows, drawn = self._rows(name), self.position.drawn.get(name, 0)
        domain = self._names.index(name)
        chosen = [rows[:0]]
        while budget > 0:
            round_, at = divmod(drawn, len(rows))
            seeds = [self._seed, domain, self.position.phase, round_]
            order = rows[np.random.default_rng(seeds).permutation(len(rows))[at:]]
            spent = np.cumsum(self._target_sizes[order] + 1)
            chosen.append(order[: int(np.searchsorted(spent, budget)) + 1])
            drawn += len(chosen[-1])
            budget -= int(spent[len(chosen[-1]) - 1])
        return np.concatenate(chosen)

    def _batch(self, rows: Numbers) -> Batch:
        source, target = (
            self._grid(side, rows) for side in (self._pairs.source, self._pairs.target)
        )
        real = target != self._pad
        inputs = torch.full_like(target, self._pad)
        inputs[:, 1:] = target[:, :-1].masked_fill(target[:, :-1] == self._end, self._pad)
        return Batch(source, inputs, target, real.flatten().nonzero().squeeze(1))

    def _grid(self, side: Side, rows: Numbers) -> Tensor:
        table = side.grid(rows, end=self._end, pad=self._pad, multiple=_MULTIPLE)
        return torch.from_numpy(table)


def _cuts(sizes: list[int], budget: int) -> list[int]:
    """Where rows of rising sizes are cut, so that rows times the longest keep to the budget."""
    cuts, start = [], 0
    for row, size in enumerate(sizes):
        if row > start and (row - start + 1) * size > budget:
            cuts.append(row)
            start = row
    return cuts
