"""Calibrates the detector and packs it into one small file."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.checks.garble.counts import lookup
from translate.checks.garble.network import Network as Runnable
from translate.files import write_atomic
from translate.training.garble.examples import Example
from translate.training.garble.train import EDITED, PLANTED, Trained

KEPT = (PLANTED, EDITED)  # the tasks whose logits the product reads
_BUCKETS = 1 << 22  # of the table of counts
_MIX = (1.0, 0.5)  # of the kept tasks in the score of garbles
_TAIL = 0.1
_ROUNDS = 60  # of Newton's method, far more than it takes


def runnable(trained: Trained) -> Runnable:
    """The network as the product runs it: linear layers transposed, kept tasks only."""
    weights = {}
    for name, parameter in trained.network.named_parameters():
        if name == "table.weight":
            continue
        kept = parameter[list(KEPT)] if name.startswith("leave.") else parameter
        weights[name] = np.array(kept.detach().numpy().T, order="C")
    table = trained.network.table.weight.detach().numpy()
    return Runnable(weights, table, trained.reader, lookup(trained.counted.table(_BUCKETS)))


def calibrate(network: Runnable, examples: Sequence[Example]) -> NDArray[np.float32]:
    """(2, tasks + 1): logistic regressions of the labels on the logits, with their offsets.

    For German alone on all words; for garbles, whose score is ``_MIX`` of the tasks, on the
    ``_TAIL`` of words with the highest.
    """
    bad = np.concatenate([example.bad for example in examples]).astype(float)
    alone = np.concatenate([network.logits(example.german) for example in examples])
    score = alone @ np.array(_MIX)
    tail = score >= np.quantile(score, 1 - _TAIL)
    slope, offset = regression(score[tail][:, None], bad[tail])
    rows = (
        regression(alone, bad),
        np.array([*(slope * share for share in _MIX), offset]),
    )
    return np.array(rows, dtype=np.float32)


def regression(inputs: NDArray[Any], labels: NDArray[np.float64]) -> NDArray[np.float64]:
    """The factors and the offset of a logistic regression, by Newton's method."""
    columns = np.concatenate([inputs, np.ones((len(inputs), 1))], axis=1).astype(float)
    factors = np.zeros(columns.shape[1])
    for _ in range(_ROUNDS):
        sure = 1 / (1 + np.exp(-(columns @ factors)))
        slope = columns.T @ (labels - sure)
        bend = (columns * (sure * (1 - sure))[:, None]).T @ columns
        factors += np.linalg.solve(bend + 1e-6 * np.eye(len(factors)), slope)
    return factors


def save(trained: Trained, calibration: NDArray[np.float32], path: Path) -> None:
    """Writes what ``checks/garble/detector.py`` loads: the table in 8 bits, the rest in 16.

    Raises OutputError.
    """
    network = runnable(trained)
    scale = np.abs(network.table).max(axis=1) / 127
    table = np.round(network.table / np.maximum(scale, 1e-9)[:, None]).astype(np.int8)
    buffer = io.BytesIO()
    arrays: dict[str, Any] = {
        "table": table,
        "scale": scale.astype(np.float16),
        "pieces": np.array(trained.pieces, dtype=np.int32),
        "calibration": calibration,
        "levels": trained.counted.table(_BUCKETS),
    }
    arrays |= {f"net.{name}": array.astype(np.float16) for name, array in network.weights.items()}
    np.savez_compressed(buffer, **arrays)
    write_atomic(path, buffer.getvalue())
