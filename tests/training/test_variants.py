"""Other names and joined sentences: the same change on both sides."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from translate.training.corpus import Pair
from translate.training.variants import (
    invent_name,
    joined,
    quote,
    quoted,
    rename,
    renamed,
    shared_names,
)

PAIR = Pair(
    "Am Freitag traf Witkoff den Präsidenten in Moskau.",
    "On Friday Witkoff met the president in Moscow.",
)
SHORT = [
    Pair("Er schwieg.", "He was silent."),
    Pair("Sie ging.", "She left."),
    Pair("Ohne Ende", "Without an end"),
]


def seeded(seed: int) -> Random:
    """Draws that repeat."""
    return Random(seed)  # noqa: S311 - nothing secret


def test_only_what_stands_on_both_sides_is_a_name() -> None:
    """German nouns are capitalised too, but their translations differ."""
    assert shared_names(PAIR) == ["Witkoff"]
    assert shared_names(SHORT[0]) == []


@given(st.integers(0, 200))
def test_a_new_name_stands_on_both_sides(seed: int) -> None:
    """Nothing else of the pair changes, and a genitive keeps its s."""
    names = ["Araghchi", "Merz", "Peskow"]
    new = rename(PAIR, names, seeded(seed))
    assert new.source.split()[:3] == PAIR.source.split()[:3]
    (name,) = set(new.source.split()) - set(PAIR.source.split())
    assert new.target == PAIR.target.replace("Witkoff", name)


def test_pairs_without_names_stay() -> None:
    """There is nothing to exchange, or nothing to exchange it for."""
    assert rename(SHORT[0], ["Merz"], seeded(1)) == SHORT[0]
    assert rename(PAIR, [], seeded(1)) == PAIR
    assert renamed([PAIR, *SHORT], 0.0, seeded(1)) == [PAIR, *SHORT]


def test_invented_names_are_like_known_ones() -> None:
    """A front and a back that exist."""
    name = invent_name(["Witkoff", "Berlusconi"], seeded(2))
    assert name.startswith(("Witk", "Berlu"))
    assert name.endswith(("off", "coni", "sconi"))


@given(st.integers(0, 100))
def test_quotation_marks_come_on_both_sides(seed: int) -> None:
    """Opened in German, opened in English; the words stay."""
    new = quote(PAIR, seeded(seed))
    assert new.source.strip('„“"»«') == PAIR.source
    assert new.target.strip('"') == PAIR.target
    assert (new.source[0] == "A") == (new.target[0] == "O")
    assert (new.source[-1] == ".") == (new.target[-1] == ".")
    assert new != PAIR
    assert quote(new, seeded(seed)) == new
    assert quoted([PAIR], 0.0, seeded(seed)) == [PAIR]


def test_whole_sentences_are_joined_in_order() -> None:
    """Each joined pair holds the same sentences on both sides; all single ones stay."""
    rows = list(joined(SHORT, 1.0, seeded(1)))
    both = Pair("Er schwieg. Sie ging.", "He was silent. She left.")
    assert rows == [SHORT[0], SHORT[1], both, SHORT[2]]
    assert list(joined(SHORT, 0.0, seeded(1))) == SHORT
