"""Fits what weighs a German word beside its English, into a detector's file that exists.

    python -m translate.training.garble.refit FOLDER FILE

FOLDER: has MLQE-PE's train and dev splits. FILE: ``translate/checks/data/garble.npz`` for the
one that the package ships. Takes a minute; to be run when ``checks/data/lexicon.tsv`` changes.
"""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import binary_cross_entropy_with_logits

from translate.checks.garble.beside import Beside, look, signals
from translate.checks.garble.detector import Detector, load
from translate.files import write_atomic
from translate.training.garble.examples import Example, read_tagged
from translate.training.garble.export import regression

Floats = NDArray[np.float32]
_WIDTH, _EPOCHS, _BATCH, _RATE, _DROPPED, _SEED = 64, 8, 512, 3e-3, 0.2, 1
_SPREAD = 1e-3  # at least, of a number by whose spread others are divided


def refit(folder: Path, path: Path) -> None:
    """Fits on MLQE-PE's train and dev splits in ``folder`` and writes ``path`` anew.

    The layer that reads the dictionary learns from train; the factors from dev, since the
    network knows train by heart. Raises CorpusError, InputError, OutputError.
    """
    train, dev = (read_tagged(folder / f"mlqe-pe.en-de.{s}.jsonl.gz") for s in ("train", "dev"))
    with np.load(path) as arrays:
        kept = {name: arrays[name] for name in arrays.files if not name.startswith("beside.")}
    found = load(path)
    weights = _layer(_looks(found, train), _labels(train))
    weights["factors"] = _factors(found, Beside(weights), dev)
    buffer = io.BytesIO()
    added = {f"beside.{name}": array.astype(np.float32) for name, array in weights.items()}
    np.savez_compressed(buffer, **(kept | added))
    write_atomic(path, buffer.getvalue())


def _looks(found: Detector, examples: Sequence[Example]) -> Floats:
    return np.concatenate([look(found.network, e.german, e.english) for e in examples])


def _labels(examples: Sequence[Example]) -> Floats:
    return np.concatenate([np.array(example.bad, dtype=np.float32) for example in examples])


def _layer(inputs: Floats, bad: Floats) -> dict[str, Floats]:
    """The weights of ``Beside.tie``, for inputs as they are."""
    torch.manual_seed(_SEED)
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + _SPREAD
    x, y = torch.from_numpy((inputs - mean) / spread), torch.from_numpy(bad)
    inner, outer = torch.nn.Linear(x.shape[1], _WIDTH), torch.nn.Linear(_WIDTH, 1)
    drop = torch.nn.Dropout(_DROPPED)
    network = torch.nn.Sequential(inner, torch.nn.ReLU(), drop, outer)
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE)
    steps = _EPOCHS * -(-len(x) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps)
    for _ in range(_EPOCHS):
        for rows in torch.randperm(len(x)).split(_BATCH):
            loss = binary_cross_entropy_with_logits(network(x[rows])[:, 0], y[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    weight, offset = inner.weight.detach().numpy(), inner.bias.detach().numpy()
    return {
        "inner": (weight / spread).T,
        "inner_offset": offset - weight @ (mean / spread),
        "outer": outer.weight.detach().numpy()[0],
        "outer_offset": outer.bias.detach().numpy(),
    }


def _factors(found: Detector, beside: Beside, examples: Sequence[Example]) -> Floats:
    """The factors of ``Beside.odds``."""
    rows = []
    for example in examples:
        seen = look(found.network, example.german, example.english)
        alone, paired = found.logits(example.german), found.logits(example.german, example.english)
        rows.append(signals(alone, paired, seen, beside.tie(seen)))
    bad = _labels(examples).astype(np.float64)
    return regression(np.concatenate(rows), bad).astype(np.float32)


if __name__ == "__main__":
    refit(*map(Path, sys.argv[1:]))
