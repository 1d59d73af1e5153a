"""Sentences of two texts find each other, whatever their numbers."""

from hypothesis import given
from hypothesis import strategies as st

from translate.scores.alignment import align

LEFT = [
    "The mayor opened the new bridge on Saturday, after three years of work.",
    "It rained.",
    "Nearly 4,000 people came to see it, more than the town has inhabitants.",
    "The baker was relieved.",
]
sentences = st.lists(st.text("abc ", min_size=1, max_size=40), min_size=1, max_size=8)


@given(sentences, sentences, sentences)
def test_nothing_is_lost_and_all_texts_have_as_many_segments(
    first: list[str], second: list[str], third: list[str]
) -> None:
    texts = [first, second, third]
    aligned = align(texts)
    assert len({len(text) for text in aligned}) == 1
    assert [" ".join(text) for text in aligned] == [" ".join(text) for text in texts]


@given(sentences)
def test_equal_texts_stay_as_they_are(text: list[str]) -> None:
    assert align([text, text, text]) == [text, text, text]


def test_a_split_sentence_is_joined_again() -> None:
    """The long first sentence was translated as two."""
    right = ["The new bridge was opened by the mayor on Saturday.", "Work had taken three years."]
    right += LEFT[1:]
    assert align([LEFT, right])[1] == [" ".join(right[:2]), *LEFT[1:]]


def test_three_texts_share_their_boundaries() -> None:
    """Where one text joins two sentences, all do."""
    joined = [*LEFT[:2], f"{LEFT[2]} {LEFT[3]}"]
    first, second, third = align([LEFT, joined, LEFT])
    assert first == second == third == joined
