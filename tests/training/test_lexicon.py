"""The tables of words are learned from corpus files alone."""

from itertools import product
from pathlib import Path

import pytest

from translate.checks.lexicon import UNKNOWN
from translate.errors import CorpusError
from translate.training.corpus import Pair
from translate.training.lexicon.make import make
from translate.training.lexicon.model import Limits, learn
from translate.training.lexicon.reliability import measure
from translate.training.lexicon.vocabulary import collect

GERMAN = {"Gärtner": "farmer", "Bäckerin": "baker", "Nachbar": "neighbour"}
VERBS = {"besucht": "visits", "vermisst": "misses", "kennt": "knows"}
THINGS = {"Wiese": "meadow", "Brücke": "bridge", "Mühle": "mill"}
ALL = Limits(commonest=2, rarest=2)
PAIRS = [
    Pair(f"Der {a} {b} die {c}.", f"The {GERMAN[a]} {VERBS[b]} a {THINGS[c]}.", "toy")
    for a, b, c in product(GERMAN, VERBS, THINGS)
]


def test_words_are_paired_with_their_translations_and_with_nothing_else() -> None:
    """Every word of a small language is found, by its first six letters, and none too many."""
    words = {**GERMAN, **VERBS, **THINGS}
    expected = {german.lower()[:6]: (english[:6],) for german, english in words.items()}
    assert learn(PAIRS, Limits(commonest=2, worth=0.4)) == expected


def test_a_word_seen_once_is_left_out() -> None:
    """Too little evidence is none."""
    once = Pair("Der Schmied kennt die Mühle.", "The smith knows the mill.")
    assert "schmie" not in learn([*PAIRS, once], ALL)


def test_no_pairs_make_an_empty_table() -> None:
    """Nothing in, nothing out."""
    assert learn([]) == {}


def test_links_of_true_pairs_are_told_from_chance() -> None:
    """A word has its counterpart in its own translation, and seldom in another one."""
    found = measure(learn(PAIRS, Limits(commonest=2, worth=0.4)), PAIRS)
    assert found.german_true["brücke"] > 80
    assert found.german_chance["brücke"] < 20
    assert {found.german_true[UNKNOWN], found.english_true[UNKNOWN]} <= set(range(1, 100))


def test_words_of_both_languages_are_listed_and_names_apart() -> None:
    """A name stands in both sides; a loanword too, in lower case; a noun does not."""
    pairs = [Pair("Heute kam Witkoff online zur Brücke.", "Today Witkoff came online.")] * 4
    lists = collect(pairs, {})
    assert lists.shared_names == ("Witkoff",)
    assert lists.shared_words == ("online",)
    assert lists.german_heads == ("brücke", "heute")


def test_tables_are_written_and_the_same_every_time(tmp_path: Path) -> None:
    """All the files that the checks read, byte for byte again from the same corpus."""
    corpus = tmp_path / "toy.tsv"
    corpus.write_text("".join(f"{p.source}\t{p.target}\ttoy\n" for p in PAIRS), "utf-8")
    for name in ("one", "two"):
        make([corpus], tmp_path / name, limits=ALL)
    one, two = ({f.name: f.read_bytes() for f in (tmp_path / n).iterdir()} for n in ("one", "two"))
    assert one == two
    assert {"lexicon.tsv", "lexicon_english.tsv", "shared_words.txt"} <= set(one)
    assert b"\xc3\xbccke" in one["lexicon.tsv"]


def test_origins_can_be_left_out(tmp_path: Path) -> None:
    """Pairs whose origin or label has a given part are not read."""
    corpus = tmp_path / "toy.tsv"
    corpus.write_text("".join(f"{p.source}\t{p.target}\ttoy\n" for p in PAIRS), "utf-8")
    make([corpus], tmp_path / "out", limits=ALL, without=["toy"])
    assert b"meadow" not in (tmp_path / "out" / "lexicon.tsv").read_bytes()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The error says which."""
    with pytest.raises(CorpusError, match=r"absent\.tsv"):
        make([tmp_path / "absent.tsv"], tmp_path)
