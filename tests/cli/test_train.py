"""``reinschrift train``: from the command to a model that translates."""

import signal
from pathlib import Path

from tests.command import Command
from tests.training.conftest import write_corpus
from translate.cli.train import stopping

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


def test_a_corpus_is_prepared_in_one_place_and_trained_on_in_another(
    tmp_path: Path, reinschrift: Command
) -> None:
    """The first command ends with the folder that the second one takes."""
    corpus = write_corpus(tmp_path)
    recipe = tmp_path / "tiny.toml"
    recipe.write_text(RECIPE, "utf-8")
    run = reinschrift("train", *corpus, "-o", tmp_path / "a", "--recipe", recipe, "--prepare-only")
    assert run.code == 0, run.err
    folder = run.out.splitlines()[-1]
    assert "news: 192 of 192 pairs pass the cleaning" in run.err
    run = reinschrift("train", folder, "-o", tmp_path / "b", "--steps", "1", "--recipe", recipe)
    assert run.code == 0, run.err
    start = tmp_path / "b" / "model"
    run = reinschrift("train", *corpus, "-o", tmp_path / "c", "--steps", "1", "--start", start)
    assert run.code == 0, run.err


def test_a_signal_asks_to_stop_and_the_next_one_stops() -> None:
    """What handled it before comes back."""
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with stopping() as asked:
        assert not asked()
        signal.raise_signal(signal.SIGTERM)
        assert asked()
        assert signal.getsignal(signal.SIGTERM) == before[1]
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_what_is_wrong_is_one_line(tmp_path: Path, reinschrift: Command) -> None:
    """No limit; a bad line of the corpus."""
    corpus = tmp_path / "a.tsv"
    corpus.write_text("nur Deutsch\n", "utf-8")
    run = reinschrift("train", corpus, "-o", tmp_path / "run")
    assert (run.code, "give --minutes or --steps" in run.err) == (2, True)
    run = reinschrift("train", corpus, "-o", tmp_path / "run", "--steps", "1")
    assert (run.code, f"{corpus}:1: 1 columns" in run.err) == (2, True)
