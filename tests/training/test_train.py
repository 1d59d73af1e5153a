"""A run learns, goes on where it was stopped, and can start from a finished model."""

import json
import math
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from tests.training.conftest import TINY
from translate.errors import ModelError, OutputError, ReinschriftError, UsageError
from translate.training.network import Network
from translate.training.train import train
from translate.training.trainer import Progress


class StoppedError(Exception):
    """What stands for a crash in these tests."""


def stop_at(step: int) -> object:
    """A report that ends the run."""

    def report(progress: Progress) -> None:
        if progress.step == step:
            raise StoppedError

    return report


def test_thirty_updates_lower_the_loss(corpus: list[Path], tmp_path: Path) -> None:
    """The translation loss falls by a nat, the alignment is guided at first and then not."""
    seen: list[Progress] = []
    train(TINY, corpus, tmp_path, steps=30, report=seen.append, report_every=5)
    assert [progress.step for progress in seen] == [5, 10, 15, 20, 25, 30]
    assert seen[-1].loss < seen[0].loss - 1
    assert seen[0].alignment > 0
    assert seen[-1].alignment == 0
    assert seen[-1].share == 1
    assert seen[-1].rate < seen[0].rate


def test_a_stopped_run_ends_in_the_same_weights(corpus: list[Path], tmp_path: Path) -> None:
    """Stopped in either phase and resumed, it is bit for bit the run that was not stopped."""
    straight = train(TINY, corpus, tmp_path / "straight", steps=24)
    for stop in (5, 17):
        with pytest.raises(StoppedError):
            train(
                TINY,
                corpus,
                tmp_path / "stopped",
                steps=24,
                report=stop_at(stop),  # type: ignore[arg-type]
                report_every=1,
                checkpoint_seconds=0,
            )
    resumed = train(TINY, corpus, tmp_path / "stopped", steps=24)
    names = ("model.safetensors", "config.json", "vocab.json", "source.spm")
    for name in names:
        assert (straight / name).read_bytes() == (resumed / name).read_bytes(), name


def test_a_run_that_is_asked_to_stop_saves_first(corpus: list[Path], tmp_path: Path) -> None:
    """It says how far it came, and the next one loses nothing."""
    seen: list[Progress] = []
    with pytest.raises(ReinschriftError, match="stopped at 30%; the same command goes on"):
        train(
            TINY,
            corpus,
            tmp_path,
            steps=10,
            stop=lambda: len(seen) == 3,
            report=seen.append,
            report_every=1,
        )
    train(TINY, corpus, tmp_path, steps=10, report=seen.append, report_every=1)
    assert [progress.step for progress in seen] == list(range(1, 11))


def test_the_clock_ends_a_run(corpus: list[Path], tmp_path: Path) -> None:
    """With minutes, the rate has decayed to nearly zero when the time is over."""
    seen: list[Progress] = []
    train(TINY, corpus, tmp_path, minutes=0.02, report=seen.append, report_every=1)
    assert seen[-1].share == 1
    assert seen[-1].rate < TINY.peak_rate / 4
    assert seen[-1].seconds < 10


def test_a_finished_model_can_be_trained_further(
    corpus: list[Path], tiny_model: Path, tmp_path: Path
) -> None:
    """From its weights the loss starts low; vocabulary and shape stay the model's."""
    recipe = replace(TINY, d_model=999, alignment_weight=0.0, peak_rate=1e-3)
    seen: list[Progress] = []
    further = train(
        recipe, corpus, tmp_path, steps=10, start=tiny_model, report=seen.append, report_every=2
    )
    assert seen[0].loss < 2.5
    assert (further / "vocab.json").read_bytes() == (tiny_model / "vocab.json").read_bytes()
    assert json.loads((further / "config.json").read_text("utf-8"))["d_model"] == TINY.d_model
    before, after = (load_file(folder / "model.safetensors") for folder in (tiny_model, further))
    assert before.keys() == after.keys()
    assert any((before[name] != after[name]).any() for name in before)


def test_a_blend_lies_between_start_and_result(
    corpus: list[Path], tiny_model: Path, tmp_path: Path
) -> None:
    """With a share of nothing the weights stay (as rounded for training), with half they differ."""
    weights = {}
    for blend in (0.0, 0.5, 1.0):
        recipe = replace(TINY, alignment_weight=0.0, blend=blend)
        model = train(recipe, corpus, tmp_path / str(blend), steps=5, start=tiny_model)
        weights[blend] = load_file(model / "model.safetensors")["model.shared.weight"]
    start = load_file(tiny_model / "model.safetensors")["model.shared.weight"]
    np.testing.assert_array_equal(weights[0.0], start)
    assert (weights[1.0] != start).any()
    half = (start.astype(np.float32) + weights[1.0]) / 2
    np.testing.assert_allclose(weights[0.5], half, atol=2e-3)


def test_every_run_draws_the_pairs_in_an_order_of_its_own(
    corpus: list[Path], tiny_model: Path, tmp_path: Path
) -> None:
    """A model that has more runs behind it sees other batches first; the same one the same."""
    later = tmp_path / "later"
    shutil.copytree(tiny_model, later)
    card = json.loads((later / "card.json").read_text("utf-8"))
    card["earlier"] = [card["training"]]
    (later / "card.json").write_text(json.dumps(card), "utf-8")
    recipe = replace(TINY, alignment_weight=0.0)
    weights = [
        (train(recipe, corpus, tmp_path / str(i), steps=1, start=start) / "model.safetensors")
        for i, start in enumerate((tiny_model, tiny_model, later))
    ]
    first, again, other = (path.read_bytes() for path in weights)
    assert first == again != other


def test_development_pairs_are_scored_on_the_card(corpus: list[Path], tmp_path: Path) -> None:
    """The card carries BLEU and chrF with their signatures."""
    few = tmp_path / "dev.tsv"
    few.write_text("Der Hund sieht den alten Baum.\tThe dog sees the old tree.\n", "utf-8")
    model = train(TINY, corpus, tmp_path / "run", steps=3, development=[few])
    scores = json.loads((model / "card.json").read_text("utf-8"))["development"]
    assert [score["metric"] for score in scores] == ["BLEU", "chrF2"]
    assert all("version:" in score["signature"] for score in scores)


def test_what_cannot_work_is_said_in_a_line(
    corpus: list[Path], tiny_model: Path, tmp_path: Path
) -> None:
    """Limits, checkpoints of another shape, models with two vocabularies."""
    with pytest.raises(UsageError, match="minutes or steps"):
        train(TINY, corpus, tmp_path)
    train(TINY, corpus, tmp_path / "a", steps=1)
    with pytest.raises(OutputError, match="remove it to start anew"):
        train(replace(TINY, ffn=32), corpus, tmp_path / "a", steps=2)
    with pytest.raises(ModelError, match="give a MarianMT folder"):
        train(TINY, corpus, tmp_path / "b", steps=1, start=tmp_path)
    two = tmp_path / "two"
    two.mkdir()
    (two / "source.spm").write_bytes((tiny_model / "source.spm").read_bytes())
    (two / "target.spm").write_bytes(b"another")
    with pytest.raises(ModelError, match="two vocabularies"):
        train(TINY, corpus, tmp_path / "b", steps=1, start=two)
    with pytest.raises(OutputError, match="cannot be made"):
        train(TINY, corpus, corpus[0] / "run", steps=1)


def test_an_update_that_cannot_be_made_is_explained(
    corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loss that is no number, and memory that runs out, say what to change in the recipe."""
    with pytest.raises(ReinschriftError, match="no number any more at update 2; lower peak_rate"):
        train(replace(TINY, peak_rate=math.inf), corpus, tmp_path / "a", steps=2)

    def full(*_: object) -> None:
        raise RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate")

    monkeypatch.setattr(Network, "forward", full)
    with pytest.raises(ReinschriftError, match=r"out of memory in update 0, batch of .* lower"):
        train(TINY, corpus, tmp_path / "b", steps=2)
