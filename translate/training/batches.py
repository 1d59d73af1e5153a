"""Draw token-budget batches of like length, by domain weights and phase, resumably."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from translate.training.recipe import Phase
from translate.training.tokens import Ids, Tokens

_POOL = 96
_MULTIPLE = 4


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded ids, (batch, length) each; both sides end in `</s>`, `inputs` is shifted right."""

    source: Tensor
    inputs: Tensor
    target: Tensor
    tokens: int


@dataclass(slots=True)
class Position:
    """Where in the stream of batches a run stands; plain values, kept in the checkpoint."""

    pool: int = 0
    batch: int = 0
    phase: int = 0
    drawn: dict[str, int] = field(default_factory=dict)


class BatchStream:
    """An endless, seeded stream of batches whose `position` can be stored and taken up again.

    Pools of about 32 batches are drawn by the phase's weights (each domain in a shuffled round,
    so that no pair comes twice before every pair came once), sorted by length and cut.
    """

    def __init__(
        self,
        domains: Mapping[str, Tokens],
        phases: tuple[Phase, ...],
        *,
        end: int,
        pad: int,
        seed: int,
    ) -> None:
        self.domains = domains
        self.phases = phases
        self.end, self.pad, self.seed = end, pad, seed
        self.position = Position()
        self._next_phase = 0
        self._taken: dict[str, int] = {}
        self._sizes = {
            name: (tokens.source.lengths(), tokens.target.lengths())
            for name, tokens in domains.items()
        }
        self._eligible: dict[str, NDArray[np.int64]] = {}
        self._eligible_phase = -1

    def batches(self) -> Iterator[Batch]:
        """Yield batches for ever; call `set_progress` between them."""
        while True:
            batches = self._pool()
            while self.position.batch < len(batches):
                chosen = batches[self.position.batch]
                self.position.batch += 1
                yield self._batch(chosen)
            self.position.batch = 0
            self.position.pool += 1
            self._advance()

    def set_progress(self, share: float) -> None:
        """Say how much of the run is over; the next pool is drawn by that share's phase."""
        last = len(self.phases) - 1
        self._next_phase = next(
            (i for i, phase in enumerate(self.phases) if share < phase.until), last
        )

    def resume(self, position: Position) -> None:
        """Take up the stream where another one stood."""
        self.position = position
        self._next_phase = position.phase

    def _advance(self) -> None:
        position = self.position
        for name, count in self._taken.items():
            position.drawn[name] = position.drawn.get(name, 0) + count
        if self._next_phase > position.phase:
            position.phase, position.drawn = self._next_phase, {}

    def _rows(self, name: str, phase: int) -> NDArray[np.int64]:
        if phase != self._eligible_phase:
            self._eligible, self._eligible_phase = {}, phase
        if name not in self._eligible:
            source, target = self._sizes[name]
            most = self.phases[phase].max_pieces
            self._eligible[name] = np.flatnonzero((source <= most) & (target <= most))
        return self._eligible[name]

    def _draw(self, name: str, budget: float, start: int) -> list[int]:
        """Take rows of a domain, from its `start`-th on, until they hold `budget` tokens."""
        rows = self._rows(name, self.position.phase)
        chosen: list[int] = []
        order: NDArray[np.int64] | None = None
        sizes = self._sizes[name][1]
        domain = sorted(self.domains).index(name)
        while budget > 0 and len(rows):
            turn, at = divmod(start + len(chosen), len(rows))
            if order is None or at == 0:
                seeds = [self.seed, domain, self.position.phase, turn]
                order = np.random.default_rng(seeds).permutation(len(rows))
            row = int(rows[order[at]])
            chosen.append(row)
            budget -= int(sizes[row]) + 1
        return chosen

    def _pool(self) -> list[list[tuple[str, int]]]:
        position = self.position
        phase = self.phases[position.phase]
        names = [n for n in sorted(self.domains) if len(self._rows(n, position.phase))]
        weights = {n: phase.weights.get(n, 0.0) for n in names} if phase.weights else {}
        if not sum(weights.values()):
            weights = {n: float(self._sizes[n][1].sum()) for n in names}
        total = sum(weights.values())
        pairs: list[tuple[int, int, str, int]] = []
        self._taken = {}
        for name in names:
            share = _POOL * phase.batch_tokens * weights[name] / total
            rows = self._draw(name, share, position.drawn.get(name, 0))
            self._taken[name] = len(rows)
            source, target = self._sizes[name]
            sizes = np.maximum(source[rows], target[rows])
            pairs += [
                (int(size), int(target[row]), name, row)
                for size, row in zip(sizes, rows, strict=True)
            ]
        rng = np.random.default_rng([self.seed, 0xBA7C4, position.pool])
        pairs.sort()
        batches: list[list[tuple[str, int]]] = [[]]
        for size, _, name, row in pairs:
            width = size + 1
            if batches[-1] and (len(batches[-1]) + 1) * width > phase.batch_tokens:
                batches.append([])
            batches[-1].append((name, row))
        rng.shuffle(batches)
        return batches

    def _batch(self, chosen: list[tuple[str, int]]) -> Batch:
        sources = [self.domains[name].source.row(row) for name, row in chosen]
        targets = [self.domains[name].target.row(row) for name, row in chosen]
        source = _grid(sources, self.end, self.pad)
        target = _grid(targets, self.end, self.pad)
        inputs = np.full_like(target, self.pad)
        inputs[:, 1:] = target[:, :-1]
        inputs[inputs == self.end] = self.pad
        return Batch(
            torch.from_numpy(source),
            torch.from_numpy(inputs),
            torch.from_numpy(target),
            int((target != self.pad).sum()),
        )


def _grid(rows: list[Ids], end: int, pad: int) -> NDArray[np.int64]:
    width = max(len(row) for row in rows) + 1
    width += -width % _MULTIPLE
    grid = np.full((len(rows), width), pad, dtype=np.int64)
    for line, row in enumerate(rows):
        grid[line, : len(row)] = row
        grid[line, len(row)] = end
    return grid
