"""Vocabulary, loss, guided alignment, warm start, recipe, licences: each by itself."""

from pathlib import Path

import pytest
import torch

from tests.training.conftest import toy_rows
from translate.errors import CorpusError, UsageError
from translate.training.alignment import soft_alignment
from translate.training.card import Source, licence_note, sources_of
from translate.training.corpus import Pair
from translate.training.loss import projected_cross_entropy
from translate.training.recipe import SHIPPED, Recipe, load_recipe, recipe_from
from translate.training.schedule import alignment_weight, learning_rate
from translate.training.spacing import spaced
from translate.training.tokens import count_ids, tokenize
from translate.training.vocabulary import Vocabulary, train_vocabulary
from translate.training.warm_start import dictionary_vectors

TEXTS = [side for row in toy_rows() for side in row] * 2


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """A small one of the toy language."""
    model = train_vocabulary(TEXTS, 480)
    return Vocabulary(spaced(model), model)


@pytest.mark.parametrize("text", ["The dog sees 1,234 trees.", "Zürich – „żółć“ 🙂", "2026"])
def test_every_text_survives_the_vocabulary(vocabulary: Vocabulary, text: str) -> None:
    """Unseen characters become bytes; digits stand alone."""
    rows = vocabulary.encode_target([text])
    assert vocabulary.unknown not in rows[0]
    assert vocabulary.decode([*rows[0], vocabulary.end, vocabulary.pad]) == text
    digits = [
        vocabulary.pieces[i] for i in rows[0] if any(c.isdigit() for c in vocabulary.pieces[i])
    ]
    assert all(len(piece.removeprefix("▁")) == 1 or piece.startswith("<0x") for piece in digits)


def test_a_vocabulary_of_nothing_is_an_error() -> None:
    """The message says that the corpus is too small."""
    with pytest.raises(CorpusError, match="too small"):
        train_vocabulary([], 100)


def test_the_loss_is_torch_s_own() -> None:
    """Value and gradients equal torch's label-smoothed cross-entropy, over several chunks."""
    torch.manual_seed(1)
    hidden, weight = torch.randn(900, 8), torch.randn(30, 8)
    bias, target = torch.randn(30), torch.randint(30, (900,))
    grads = []
    for ours in (True, False):
        h, w, b = (part.clone().requires_grad_() for part in (hidden, weight, bias))
        if ours:
            loss = projected_cross_entropy(h, w, b, target, 0.1)
        else:
            loss = torch.nn.functional.cross_entropy(h @ w.T + b, target, label_smoothing=0.1)
        (3 * loss).backward()
        grads.append([loss.detach(), h.grad, w.grad, b.grad])
    for mine, theirs in zip(*grads, strict=True):
        torch.testing.assert_close(mine, theirs, rtol=1e-4, atol=1e-6)


def test_soft_alignment_links_what_is_alike() -> None:
    """Equal vectors are linked, nearest the diagonal first; padding takes no part."""
    table = torch.nn.functional.normalize(torch.eye(6), dim=1)
    pad = 5
    source, target = torch.tensor([[1, 2, 1, 0]]), torch.tensor([[2, 1, 0, 5]])
    links, confidence = soft_alignment(table, source, target, pad)
    assert links[0, :3].argmax(1).tolist() == [1, 2, 3]
    torch.testing.assert_close(links[0, :3].sum(1), torch.ones(3))
    assert (confidence[0, :3] > 0.3).all()
    assert confidence[0, 3] == 0


def test_the_start_is_a_dictionary() -> None:
    """In an own vocabulary, a German word's nearest English neighbour is its translation."""
    words = {"Hund": "dog", "König": "king", "Garten": "garden", "Lehrer": "teacher"}
    model = train_vocabulary(TEXTS + [*words, *words.values()] * 200, 800)
    vocabulary = Vocabulary(model, model)
    english = [f"▁{word}" for word in words.values()]
    pairs = [
        (german, f"▁{word}")
        for german, word in ((f"▁{g}", e) for g, e in words.items())
        if german in vocabulary.pieces and f"▁{word}" in vocabulary.pieces
    ]
    assert len(pairs) >= 2
    tokens = tokenize([Pair(*row) for row in toy_rows()], vocabulary, Recipe(noise=0.0), 1)
    counts = [count_ids([side], len(vocabulary)) for side in (tokens.source, tokens.target)]
    vectors = dictionary_vectors(vocabulary, counts[0], counts[1], 64)
    place = {piece: i for i, piece in enumerate(vocabulary.pieces)}
    known = [piece for piece in english if piece in place]
    for german, word in pairs:
        likeness = {other: vectors[place[german]] @ vectors[place[other]] for other in known}
        assert max(likeness, key=lambda other: float(likeness[other])) == word
    assert not vectors[vocabulary.pad].any()


def test_shipped_recipes_load() -> None:
    """Phases rise to the whole run; the held-out sets are left out."""
    for name in SHIPPED:
        recipe = load_recipe(name)
        assert [phase.until for phase in recipe.phases] == sorted(p.until for p in recipe.phases)
        assert recipe.phases[-1].until == 1
        assert recipe.held_out == ("wmt18", "newstest2018")


def test_a_recipe_with_a_slip_is_refused(tmp_path: Path) -> None:
    """An unknown key, a phase without its bounds, no TOML, no file."""
    with pytest.raises(UsageError, match="unknown key 'learning_rate'"):
        recipe_from({"learning_rate": 1e-3})
    with pytest.raises(UsageError, match="max_pieces"):
        recipe_from({"phases": [{"until": 1.0}]})
    (tmp_path / "a.toml").write_text("= 3", "utf-8")
    for name in ("a.toml", "none.toml"):
        with pytest.raises(UsageError, match=name):
            load_recipe(str(tmp_path / name))


def test_rate_and_alignment_fade_to_zero() -> None:
    """Warm-up by steps, then down to nothing by the end."""
    recipe = recipe_from({"warmup_steps": 10, "decay_from": 0.5, "alignment_until": 0.25})
    assert learning_rate(recipe, 0, 0.0) == pytest.approx(recipe.peak_rate / 10)
    assert learning_rate(recipe, 99, 0.4) == recipe.peak_rate
    assert learning_rate(recipe, 99, 0.75) == pytest.approx(recipe.peak_rate / 2)
    assert learning_rate(recipe, 99, 1.0) == 0
    assert alignment_weight(recipe, 0.0) == recipe.alignment_weight
    assert alignment_weight(recipe, 0.25) == 0


def test_licences_are_read_and_their_conditions_named(tmp_path: Path) -> None:
    """What the table beside the corpus says ends on the card."""
    (tmp_path / "sources.tsv").write_text(
        'name\tlicence\torigin\nding\tGPL-2.0-or-later\tDing\nwmt\t"free for research"\tWMT\n',
        "utf-8",
    )
    sources = sources_of({"terms": {"ding": 3, "own": 2}, "news": {"wmt": 1}}, [tmp_path / "a.tsv"])
    assert sources[0] == Source("ding", "terms", 3, "GPL-2.0-or-later", "Ding")
    assert sources[1].licence == "unknown"
    note = licence_note(sources)
    assert "GPL" in note
    assert "research" in note
    assert "CC BY-SA" not in note
    (tmp_path / "sources.tsv").write_text("a\tb\n1\t2\n", "utf-8")
    with pytest.raises(CorpusError, match="needs the columns"):
        sources_of({}, [tmp_path / "a.tsv"])
