"""``reinschrift train``: from the command to a model that translates."""

from pathlib import Path

from tests.command import Command
from tests.training.conftest import write_corpus

RECIPE = """
vocabulary_size = 480
d_model = 32
encoder_layers = 1
decoder_layers = 1
heads = 2
ffn = 64

[[phases]]
until = 1.0
max_pieces = 60
batch_tokens = 400
"""


def test_train_prints_the_folder_of_the_model(tmp_path: Path, reinschrift: Command) -> None:
    """The last line is the folder; ``model`` shows its card."""
    corpus = write_corpus(tmp_path)
    recipe = tmp_path / "tiny.toml"
    recipe.write_text(RECIPE, "utf-8")
    out = tmp_path / "run"
    run = reinschrift("train", *corpus, "-o", out, "--steps", "3", "--recipe", recipe)
    assert run.code == 0, run.err
    assert run.out.splitlines()[-1] == str(out / "model")
    assert "update 3" in run.err
    card = reinschrift("model", "--model", out / "model")
    assert "1 encoder and 1 decoder layers of 32" in card.out


def test_what_is_wrong_is_one_line(tmp_path: Path, reinschrift: Command) -> None:
    """No limit; a bad line of the corpus."""
    corpus = tmp_path / "a.tsv"
    corpus.write_text("nur Deutsch\n", "utf-8")
    run = reinschrift("train", corpus, "-o", tmp_path / "run")
    assert (run.code, "give --minutes or --steps" in run.err) == (2, True)
    run = reinschrift("train", corpus, "-o", tmp_path / "run", "--steps", "1")
    assert (run.code, f"{corpus}:1: 1 columns" in run.err) == (2, True)
