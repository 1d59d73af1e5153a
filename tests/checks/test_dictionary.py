"""The dictionary renders German words in one English word, and is silent where it is not sure."""

import pytest

from translate.checks import is_english, rendering


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("nervt", "annoys"),
        ("Insassen", "occupants"),
        ("Reifen", "tyre"),
        ("reifen", "mature"),
        ("Nervt", "annoys"),  # a capital by its place
        ("idyllischem", "idyllic"),
        ("Flugpassagieren", "flight passengers"),
        ("Kundenpotenziale", "customer potentials"),
        ("Schwendemann", None),
        ("Xqzzt", None),
    ],
)
def test_words_and_their_forms(word: str, english: str | None) -> None:
    """As listed, in another form, by the parts of a compound, or not at all."""
    assert rendering(word) == english


@pytest.mark.parametrize(
    "word",
    ["fences", "Moscow", "couldn't", "Merkel's", "NATO", "overeager", "ox", "e-mail", "o'clock"],
)
def test_english_words(word: str) -> None:
    """Common words and names, contractions, codes, and what is too short to tell."""
    assert is_english(word)


@pytest.mark.parametrize("word", ["circumni", "Lomakeko", "insasses", "indonesian", "Bundesweh"])
def test_made_up_words(word: str) -> None:
    """Nobody writes them so; a name needs its capital."""
    assert not is_english(word)
