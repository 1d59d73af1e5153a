"""Behind a quotation mark, a bracket or a hyphen a word is the same word."""

import pytest
import sentencepiece

from tests.training.conftest import toy_rows
from translate.training.spacing import spaced
from translate.training.vocabulary import train_vocabulary

MODEL = train_vocabulary((side for row in toy_rows() for side in row), 480)
PLAIN, SPACED = (
    sentencepiece.SentencePieceProcessor(model_proto=model) for model in (MODEL, spaced(MODEL))
)


def pieces(text: str) -> list[str]:
    """As the source's model cuts it."""
    found: list[str] = SPACED.encode(text, out_type=str)
    return found


@pytest.mark.parametrize("opening", ["„", '"', "“", "»", "(", "Zug-", "Zug‑"])
def test_a_word_is_itself_behind_what_opens(opening: str) -> None:
    """It is cut as if a space stood before it."""
    assert pieces(f"Der {opening}Garten") == pieces(f"Der {opening} Garten")
    assert pieces(f"{opening}Garten") == PLAIN.encode(f"{opening} Garten", out_type=str)
    assert pieces(f"{opening}Garten") != PLAIN.encode(f"{opening}Garten", out_type=str)


@pytest.mark.parametrize(
    "text", ["Der Hund sieht den Baum.", 'Garten" und Zug', "Haus-tür", "7-8", "ﬁnd a\u0308", ""]
)
def test_all_else_is_cut_as_before(text: str) -> None:
    """Closing marks, hyphens before small letters and figures; the usual normalisation."""
    assert pieces(text) == PLAIN.encode(text, out_type=str)


def test_the_pieces_are_the_same() -> None:
    """Their ids too, so that one embedding serves both sides."""
    assert all(PLAIN.id_to_piece(i) == SPACED.id_to_piece(i) for i in range(PLAIN.vocab_size()))
    assert PLAIN.vocab_size() == SPACED.vocab_size()
