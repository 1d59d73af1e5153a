"""Training of the garble detector."""

import gzip
import json
from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch

from translate.checks.garble.counts import keys, lookup
from translate.checks.garble.detector import load
from translate.checks.garble.words import Reader, processor, split
from translate.errors import CorpusError
from translate.training.corpus import Pair
from translate.training.garble.batches import batch_of
from translate.training.garble.counting import count
from translate.training.garble.examples import Example, machine, read_tagged
from translate.training.garble.export import KEPT, runnable, save
from translate.training.garble.make import gather
from translate.training.garble.network import Network
from translate.training.garble.planting import KINDS, Lexicon, plant
from translate.training.garble.refit import refit
from translate.training.garble.train import Trained

GERMAN = split("Der Fährmann bringt die Gäste am Abend über den stillen Haussee zur Insel.")
ENGLISH = split("In the evening the ferryman takes the guests across the quiet lake.")
WORDS = [
    *GERMAN,
    *split("stille stillen Gast Haus See Abende Fährenmann stimmen Insel Insekten Gasse"),
]


def dice() -> Random:
    return Random(1)  # noqa: S311 - nothing secret


def tiny() -> Trained:
    """An untrained network that knows some of the pieces."""
    torch.manual_seed(1)
    pieces = sorted({piece for word in WORDS for piece in processor().encode(word)})[::2]
    network = Network(torch.randn(len(pieces) + 1, 6), 8).eval()
    with torch.no_grad():
        network.table.weight[0].zero_()
        for parameter in network.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
        network.table.weight[0].zero_()
    return Trained(network, pieces, count([GERMAN] * 3))


@pytest.mark.parametrize("english", [False, True])
def test_the_product_computes_what_was_trained(*, english: bool) -> None:
    """Numpy, a sentence at a time, gives torch's numbers of a padded batch."""
    trained = tiny()
    examples = [
        Example(german, (False,) * len(german), ENGLISH[:cut])
        for german, cut in ((GERMAN, 14), (GERMAN[:5], 4))
    ]
    batch = batch_of(examples, trained.reader, trained.counted, english=english)
    with torch.no_grad():
        expected = trained.network(batch.german, batch.english)[:, :, list(KEPT)].numpy()
    for example, wanted in zip(examples, expected, strict=True):
        found = runnable(trained).logits(example.german, example.english if english else None)
        assert np.allclose(found, wanted[: len(example.german)], atol=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_planted_is_marked(kind: str) -> None:
    """A garbled sentence has a mark, an untouched one none, and no good word is made up."""
    random, lexicon = dice(), Lexicon(WORDS)
    results = [plant(GERMAN, random, lexicon, kind=kind) for _ in range(40)]
    assert any(any(planted.bad) for planted in results)
    for planted in results:
        assert len(planted.words) == len(planted.bad)
        assert any(planted.bad) == (planted.words != GERMAN)
        good = [word for word, bad in zip(planted.words, planted.bad, strict=True) if not bad]
        assert all(word in GERMAN for word in good)


def test_a_sentence_that_was_counted_looks_like_any_other() -> None:
    """Without its own counts, a training sentence is as new as those that come later."""
    sentence, other = split("Der Fährmann schläft."), split("Der Fährmann wacht.")
    counted = count([sentence, *[other] * 3])
    words = slice(0, len(sentence))
    assert counted.lookup()(keys(sentence))[words].tolist() == [1, 1, 0, 1]
    assert counted.lookup(other)(keys(sentence))[words].tolist() == [1, 1, 0, 1]
    assert count([other] * 3).lookup(other)(keys(sentence)).max() == 0


def test_the_table_holds_what_was_counted() -> None:
    """Looking up by hash gives the level of the count."""
    counted = count([GERMAN] * 12)
    found = lookup(counted.table(1 << 16))(keys(GERMAN))
    assert found.tolist() == counted.lookup()(keys(GERMAN)).tolist()
    assert found.min() == 3


def test_short_sentences_stay_as_they_are() -> None:
    """There is nothing to garble in a headline of two words, and no endless search for it."""
    assert plant(("Na", "ja"), dice(), Lexicon(WORDS)).words == ("Na", "ja")


def test_words_that_a_human_translation_lacks_are_bad() -> None:
    """Machine-translated German is labelled by the human translation of the same English."""
    pair = Pair("Der Fährmann bekommt die Gäste rüber .", "The ferryman gets them across.")
    example = machine(pair, {pair.target: "Der Fährmann bringt die Gäste hinüber."})
    assert example is not None
    assert [word for word, bad in zip(example.german, example.bad, strict=True) if bad] == [
        "bekommt",
        "rüber",
    ]
    assert machine(pair, {}) is None


def test_held_out_sets_are_not_learned_from() -> None:
    """What measures false alarms was not trained on."""
    text = "Der Zug fährt heute nicht."
    pairs = [
        Pair(text, "No train today.", "news-pud", label=label) for label in ("newstest2018:x", "")
    ]
    assert len(gather(pairs, dice())[0]) == 1


def test_a_file_is_fitted_again(tmp_path: Path) -> None:
    """What weighs German beside its English is fitted into a file; twice gives the same file."""
    random = dice()
    for name in ("train", "dev"):
        rows = []
        for _ in range(30):
            planted = plant(GERMAN, random, Lexicon(WORDS), count=2)
            tags = ["BAD" if bad else "OK" for bad in planted.bad]
            rows.append(
                {"mt_tok": " ".join(planted.words), "mt_tags": tags, "src_tok": " ".join(ENGLISH)}
            )
        text = "\n".join(map(json.dumps, rows))
        path = tmp_path / f"mlqe-pe.en-de.{name}.jsonl.gz"
        path.write_bytes(gzip.compress(text.encode()))
    out = tmp_path / "garble.npz"
    save(tiny(), np.ones((2, len(KEPT) + 1), np.float32), out)
    refit(tmp_path, out)
    first = load(out)
    assert first.probabilities(GERMAN, ENGLISH).shape == (len(GERMAN),)
    refit(tmp_path, out)
    assert np.array_equal(
        load(out).probabilities(GERMAN, ENGLISH), first.probabilities(GERMAN, ENGLISH)
    )


def test_tags_and_words_must_be_as_many(tmp_path: Path) -> None:
    """A damaged line is named."""
    path = tmp_path / "dev.jsonl.gz"
    row = {"mt_tok": "Guten Tag .", "mt_tags": ["OK", "BAD", "OK"], "src_tok": "Hello ."}
    lines = [json.dumps(row), json.dumps({**row, "mt_tags": ["OK"]})]
    path.write_bytes(gzip.compress(lines[0].encode()))
    assert read_tagged(path) == [
        Example(("Guten", "Tag", "."), (False, True, False), ("Hello", "."))
    ]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    with pytest.raises(CorpusError, match=":2: 3 words but 1 tags"):
        read_tagged(path)


def test_a_word_the_table_lacks_is_read_all_the_same() -> None:
    """Nothing is too strange to be looked at."""
    word = Reader({}).word("Qx\u200d\u0000" * 50)
    assert set(word.rows) == {0}
    assert word.flags[-1] == 1
