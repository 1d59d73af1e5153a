"""Batches keep to their budget, follow weights and phases, and go on after a stop."""

from itertools import islice

import numpy as np
import pytest
import torch

from translate.training.batches import Batch, BatchStream, Position
from translate.training.recipe import Phase
from translate.training.tokens import Side, Tokens

PAD = 99


def domain(first: int, lengths: list[int]) -> Tokens:
    """Pairs whose ids all begin at ``first``, so that the domain can be told."""
    starts = np.concatenate([[0], np.cumsum(lengths)])
    flat = np.full(int(starts[-1]), first, dtype=np.uint16)
    return Tokens(Side(flat, starts), Side(flat, starts))


DOMAINS = {"news": domain(10, [3, 5, 8, 13] * 50), "terms": domain(20, [1, 2] * 100)}
PHASES = (
    Phase(until=0.5, max_pieces=5, batch_tokens=40, weights={"news": 1, "terms": 3}),
    Phase(until=1.0, max_pieces=20, batch_tokens=80, weights={"news": 1}),
)


def stream(position: Position | None = None) -> BatchStream:
    """A stream, fresh or resumed."""
    made = BatchStream(DOMAINS, PHASES, pad=PAD, seed=5)
    if position:
        made.resume(position)
    return made


def ids(batches: list[Batch]) -> torch.Tensor:
    """All target ids."""
    return torch.cat([batch.target.flatten() for batch in batches])


def test_a_batch_is_padded_shifted_and_within_budget() -> None:
    """Both sides end in the end id; inputs start with pad and hold no end."""
    for batch in islice(stream(), 50):
        assert batch.target.numel() <= 40 + 4 * len(batch.target)
        assert (batch.target == 0).sum() == len(batch.target) == (batch.source == 0).sum()
        assert (batch.inputs[:, 0] == PAD).all()
        assert not (batch.inputs == 0).any()
        real = batch.target[:, :-1] > 0
        assert (batch.inputs[:, 1:][real] == batch.target[:, :-1][real]).all()
        assert (batch.target.flatten()[batch.places] != PAD).all()
        assert len(batch.places) == int((batch.target != PAD).sum())


def test_weights_and_lengths_follow_the_phase() -> None:
    """Three tokens in four are terms at first; later news alone, and longer."""
    running = stream()
    first = ids(list(islice(running, 90)))
    terms = int((first == 20).sum()) / int(((first == 20) | (first == 10)).sum())
    assert 0.55 < terms < 0.85
    later = stream(Position(phase=1))
    batches = list(islice(later, 90))
    assert not (ids(batches) == 20).any()
    assert max(batch.target.shape[1] for batch in batches) > 8


def test_no_pair_comes_twice_before_all_came_once() -> None:
    """Within a phase, a domain is drawn in shuffled rounds."""
    lengths = list(range(1, 31))
    running = BatchStream(
        {"a": domain(10, lengths)},
        (Phase(until=1.0, max_pieces=99, batch_tokens=60),),
        pad=PAD,
        seed=1,
    )
    seen: list[int] = []
    for batch in running:
        if running.position.pool == 2:
            break
        seen += (batch.target == 10).sum(1).tolist()
    counts = [seen.count(length) for length in lengths]
    assert max(counts) - min(counts) <= 1


@pytest.mark.parametrize("stop", [1, 40, 130])
def test_a_resumed_stream_goes_on_exactly(stop: int) -> None:
    """From the position of any batch, the same batches follow, over a change of phase."""
    straight, stopped = stream(), stream()
    batches = iter(straight)
    expected: list[Batch] = []
    for number in range(300):
        straight.set_progress(number / 200)
        expected.append(next(batches))
    batches = iter(stopped)
    for number in range(stop):
        stopped.set_progress(number / 200)
        next(batches)
    resumed = stream(stopped.position)
    batches = iter(resumed)
    for number in range(stop, 300):
        resumed.set_progress(number / 200)
        assert torch.equal(next(batches).target, expected[number].target)
