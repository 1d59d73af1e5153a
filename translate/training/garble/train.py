"""Trains the garble detector: planted garbles first, then what post-editors changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from random import Random

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from translate.checks.garble.words import Reader
from translate.training.garble.batches import batch_of
from translate.training.garble.counting import Counted
from translate.training.garble.examples import Example, in_batches
from translate.training.garble.network import Network
from translate.training.garble.planting import Lexicon, plant
from translate.training.garble.start import count_pieces, start_table

PLANTED, EDITED, UNLIKE = range(3)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the training: updates, peak rates, and the tasks in turn."""

    steps: int
    rate: float
    table_rate: float
    tasks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Every number that decides a training. words: of a batch. untouched: share of sentences."""

    seed: int = 3
    rows: int = 24_000
    piece_width: int = 64
    width: int = 64
    words: int = 1600
    untouched: float = 0.25
    stages: tuple[Stage, ...] = (
        Stage(640, 2e-3, 1e-3, (PLANTED, UNLIKE, PLANTED, EDITED, PLANTED)),
        Stage(330, 6e-4, 0.0, (EDITED, EDITED, PLANTED)),
        Stage(800, 1.5e-3, 7e-4, (PLANTED, PLANTED, PLANTED, EDITED)),
        Stage(180, 5e-4, 0.0, (EDITED, EDITED, PLANTED)),
    )


@dataclass(frozen=True, slots=True)
class Material:
    """Human German, machine-translated German unlike a human's, and post-edited German.

    counted: words and pairs of words of much German, that of ``clean`` included.
    """

    clean: Sequence[Example]
    machine: Sequence[Example]
    edited: Sequence[Example]
    counted: Counted


@dataclass(frozen=True, slots=True)
class Trained:
    """The network, the piece of each row of its table from 1, and the counts."""

    network: Network
    pieces: list[int]
    counted: Counted

    @property
    def reader(self) -> Reader:
        """Turns words into the network's numbers."""
        return Reader({piece: row for row, piece in enumerate(self.pieces, 1)})


def train(
    material: Material, plan: Plan, report: Callable[[str], None] = lambda _: None
) -> Trained:
    """The trained network. Half of the batches come with their English, half without."""
    random = Random(plan.seed)  # noqa: S311 - nothing secret
    torch.manual_seed(plan.seed)
    everything = [*material.clean, *material.machine, *material.edited]
    pieces, table = start_table(*count_pieces(everything), plan.rows, plan.piece_width)
    trained = Trained(Network(torch.from_numpy(table), plan.width), pieces, material.counted)
    lexicon = Lexicon(word for example in material.clean for word in example.german)

    def dirty(example: Example) -> Example:
        most = max(1, len(example.german) // 8)
        count = 0 if random.random() < plan.untouched else random.randint(1, most)
        planted = plant(example.german, random, lexicon, count=count)
        return replace(example, german=planted.words, bad=planted.bad)

    streams = (
        _stream(material.clean, plan.words, random, dirty),
        _stream(material.edited, plan.words, random),
        _stream(material.machine, plan.words, random),
    )
    for stage in plan.stages:
        _run(trained, stage, streams, random, report)
    return trained


_CHUNK = 4000  # examples that are sorted by length together


def _stream(
    examples: Sequence[Example],
    words: int,
    random: Random,
    change: Callable[[Example], Example] = lambda example: example,
) -> Iterator[list[Example]]:
    """Batches without end."""
    while True:
        order = random.sample(examples, len(examples))
        for i in range(0, len(order), _CHUNK):
            yield from in_batches([change(e) for e in order[i : i + _CHUNK]], words, random)


_WARMUP, _FLOOR, _REPORT, _WITH_ENGLISH = 30, 0.02, 25, 0.5


def _run(
    trained: Trained,
    stage: Stage,
    streams: Sequence[Iterator[list[Example]]],
    random: Random,
    report: Callable[[str], None],
) -> None:
    network, reader = trained.network, trained.reader
    table = network.table.weight
    table.requires_grad_(stage.table_rate > 0)
    others = [p for name, p in network.named_parameters() if name != "table.weight"]
    optimizer = torch.optim.Adam(
        [{"params": [table], "lr": stage.table_rate}, {"params": others, "lr": stage.rate}],
        betas=(0.9, 0.98),
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / _WARMUP) * max(_FLOOR, 1 - s / stage.steps)
    )
    for step, task in enumerate(islice(cycle(stage.tasks), stage.steps), 1):
        batch = batch_of(
            next(streams[task]), reader, trained.counted, english=random.random() < _WITH_ENGLISH
        )
        logits = network(batch.german, batch.english)[:, :, task]
        there = batch.german.there
        loss = binary_cross_entropy_with_logits(logits[there], batch.bad[there])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % _REPORT == 0:
            report(f"update {step}, task {task}, loss {loss.item():.4f}")
