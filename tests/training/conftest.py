"""A toy language pair: a few words in a few patterns, enough to learn in seconds."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from translate.training import warm_start
from translate.training.recipe import Phase, Recipe
from translate.training.train import train

NOUNS = {
    "Hund": "dog",
    "Baum": "tree",
    "Lehrer": "teacher",
    "Stein": "stone",
    "Brief": "letter",
    "Zug": "train",
    "Garten": "garden",
    "König": "king",
}
VERBS = {"sieht": "sees", "findet": "finds", "sucht": "seeks", "kennt": "knows"}
ADJECTIVES = {"alten": "old", "neuen": "new", "großen": "big"}


def toy_rows() -> list[tuple[str, str]]:
    """384 sentences such as ``Der Hund sieht den alten Baum 7 Mal.``"""
    rows = []
    for number, (subject, verb, adjective, thing) in enumerate(
        product(NOUNS, VERBS, ADJECTIVES, list(NOUNS)[:4])
    ):
        times, who, what = 2 + number % 23, NOUNS[subject], NOUNS[thing]
        rows.append(
            (
                f"Der {subject} {verb} den {adjective} {thing} {times} Mal.",
                f"The {who} {VERBS[verb]} the {ADJECTIVES[adjective]} {what} {times} times.",
            )
        )
    return rows


def write_corpus(folder: Path) -> list[Path]:
    """Two domains of the toy pair, and a word about their sources."""
    rows = toy_rows()
    lines = [f"{source}\t{target}\ttoy\t\tmade up" for source, target in rows]
    (folder / "news.tsv").write_text("\n".join(lines[::2]) + "\n", "utf-8")
    (folder / "general.tsv").write_text("\n".join(lines[1::2]) + "\n", "utf-8")
    (folder / "sources.tsv").write_text(
        "name\tlicence\torigin\ntoy\tCC BY-SA 4.0\tmade up\n", "utf-8"
    )
    return [folder / "news.tsv", folder / "general.tsv"]


TINY = Recipe(
    vocabulary_size=480,
    d_model=32,
    encoder_layers=1,
    decoder_layers=1,
    heads=2,
    ffn=64,
    peak_rate=8e-3,
    warmup_steps=5,
    ema=0.9,
    phases=(
        Phase(until=0.4, max_pieces=40, batch_tokens=200, weights={"news": 3, "general": 1}),
        Phase(until=1.0, max_pieces=60, batch_tokens=400),
    ),
)


@pytest.fixture(scope="session", autouse=True)
def _encoder_table_is_read_once() -> Iterator[None]:
    """Reading the sentence encoder's table takes longer than a toy run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(warm_start, "encoder_table", cache(warm_start.encoder_table))
        yield


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The toy corpus."""
    return write_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def tiny_model(corpus: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model trained on the toy corpus for 120 updates."""
    return train(TINY, corpus, tmp_path_factory.mktemp("run"), steps=120)
