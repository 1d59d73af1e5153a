"""Draws token-budget batches of like length, by domain weight and phase, resumably."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from translate.training.recipe import Phase
from translate.training.tokens import Ids, Numbers, Tokens

_POOL = 96  # batches that are drawn and sorted together
_MULTIPLE = 4  # columns are padded to a multiple of this, so that few shapes occur
_SHUFFLE = 0xBA7C4  # keeps the order of batches apart from the order of pairs


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded ids of (batch, length) each; both sides end in ``</s>``.

    inputs: the target shifted right by one, ``<pad>`` first. tokens: of the target, unpadded.
    """

    source: Tensor
    inputs: Tensor
    target: Tensor
    tokens: int

    def to(self, device: torch.device) -> "Batch":
        """The same batch on a device."""
        source, inputs, target = (
            part.to(device) for part in (self.source, self.inputs, self.target)
        )
        return Batch(source, inputs, target, self.tokens)


@dataclass(slots=True)
class Position:
    """Where in the stream a run stands; plain values for the checkpoint.

    drawn: how many pairs of each domain the pools before this one took in this phase.
    """

    pool: int = 0
    batch: int = 0
    phase: int = 0
    drawn: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class _Row:
    """A pair's size (of its longer side), then its place; ordered by size."""

    size: int
    target_size: int
    domain: str
    index: int


class BatchStream:
    """An endless, seeded stream of batches; its ``position`` can be stored and taken up again.

    A pool of batches is drawn by the phase's weights, each domain in shuffled rounds (no pair
    comes twice before every pair came once), sorted by length, cut and shuffled.
    """

    def __init__(
        self, domains: Mapping[str, Tokens], phases: tuple[Phase, ...], *, pad: int, seed: int
    ) -> None:
        self.position = Position()
        self._domains, self._phases = domains, phases
        self._end, self._pad, self._seed = 0, pad, seed
        self._names = sorted(domains)
        self._sizes = {n: (d.source.lengths(), d.target.lengths()) for n, d in domains.items()}
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

    def _draw_pool(self) -> list[list[_Row]]:
        phase = self._phases[self.position.phase]
        rows: list[_Row] = []
        self._taken = {}
        for name, share in self._shares(phase).items():
            chosen = self._draw(name, share * _POOL * phase.batch_tokens)
            self._taken[name] = len(chosen)
            source, target = self._sizes[name]
            rows += [_Row(int(max(source[i], target[i])), int(target[i]), name, i) for i in chosen]
        rows.sort()
        pool: list[list[_Row]] = [[]]
        for row in rows:
            if pool[-1] and (len(pool[-1]) + 1) * (row.size + 1) > phase.batch_tokens:
                pool.append([])
            pool[-1].append(row)
        np.random.default_rng([self._seed, _SHUFFLE, self.position.pool]).shuffle(pool)
        return pool

    def _shares(self, phase: Phase) -> dict[str, float]:
        """Each domain's share of the tokens, for those with pairs short enough."""
        fitting = [name for name in self._names if len(self._rows(name))]
        weights = {name: float(phase.weights.get(name, 0.0)) for name in fitting}
        if not sum(weights.values()):
            weights = {name: float(self._sizes[name][1].sum()) for name in fitting}
        total = sum(weights.values())
        return {name: weight / total for name, weight in weights.items()}

    def _rows(self, name: str) -> Numbers:
        phase = self.position.phase
        if (phase, name) not in self._fitting:
            source, target = self._sizes[name]
            most = self._phases[phase].max_pieces
            self._fitting[phase, name] = np.flatnonzero((source <= most) & (target <= most))
        return self._fitting[phase, name]

    def _draw(self, name: str, budget: float) -> list[int]:
        """The next pairs of a domain that together hold ``budget`` target tokens."""
        rows, sizes = self._rows(name), self._sizes[name][1]
        start, domain = self.position.drawn.get(name, 0), self._names.index(name)
        chosen: list[int] = []
        order: Numbers | None = None
        while budget > 0:
            round_, at = divmod(start + len(chosen), len(rows))
            if order is None or at == 0:
                seeds = [self._seed, domain, self.position.phase, round_]
                order = np.random.default_rng(seeds).permutation(len(rows))
            row = int(rows[order[at]])
            chosen.append(row)
            budget -= int(sizes[row]) + 1
        return chosen

    def _batch(self, rows: Sequence[_Row]) -> Batch:
        source = self._grid([self._domains[row.domain].source.row(row.index) for row in rows])
        target = self._grid([self._domains[row.domain].target.row(row.index) for row in rows])
        inputs = torch.full_like(target, self._pad)
        inputs[:, 1:] = target[:, :-1]
        inputs[inputs == self._end] = self._pad
        return Batch(source, inputs, target, int((target != self._pad).sum()))

    def _grid(self, rows: Sequence[Ids]) -> Tensor:
        width = max(len(row) for row in rows) + 1
        width += -width % _MULTIPLE
        grid = np.full((len(rows), width), self._pad, dtype=np.int64)
        for line, row in enumerate(rows):
            grid[line, : len(row)] = row
            grid[line, len(row)] = self._end
        return torch.from_numpy(grid)
