"""Pairs are read from what people have; what is wrong is said with file and line."""

import lzma
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from translate.errors import CorpusError
from translate.training import cleaning
from translate.training.corpus import Pair, domain_of, read_pairs
from translate.training.recipe import Recipe

GOOD = Pair("Der Hund schläft im Garten.", "The dog sleeps in the garden.", cosine=0.8)


def test_two_to_five_columns(tmp_path: Path) -> None:
    """Origin, cosine and label may be missing or empty; blank lines do not count."""
    path = tmp_path / "news.v1.tsv"
    path.write_text("Ja.\tYes.\n\nNein.\tNo.\tset\t0.75\twmt17\nGut.\tGood.\tset\t\n", "utf-8")
    assert list(read_pairs(path)) == [
        Pair("Ja.", "Yes."),
        Pair("Nein.", "No.", "set", 0.75, "wmt17"),
        Pair("Gut.", "Good.", "set"),
    ]
    assert domain_of(path) == "news"


def test_xz_is_read_as_it_is(tmp_path: Path) -> None:
    """A compressed file gives the same pairs; a byte order mark is no part of them."""
    path = tmp_path / "a.tsv.xz"
    path.write_bytes(lzma.compress("\ufeffÜber uns\tAbout us\r\n".encode()))
    assert list(read_pairs(path)) == [Pair("Über uns", "About us")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Ja.\tYes.\nNein.\n", r"a\.tsv:2: 1 columns; give source, target"),
        (b"a\tb\tc\td\te\tf\n", r"a\.tsv:1: 6 columns"),
        (b"Ja.\tYes.\tset\thigh\n", r"a\.tsv:1: cosine 'high' is no number"),
        ("Ja.\tYes.\nFür\tFor\n".encode("latin-1"), r"a\.tsv:2: is not UTF-8"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, data: bytes, message: str) -> None:
    """One error, with the place and the remedy."""
    path = tmp_path / "a.tsv"
    path.write_bytes(data)
    with pytest.raises(CorpusError, match=message):
        list(read_pairs(path))


def test_a_bad_file_is_named(tmp_path: Path) -> None:
    """Missing, not compressed, no Parquet."""
    with pytest.raises(CorpusError, match="cannot be read"):
        list(read_pairs(tmp_path / "none.tsv"))
    fake = tmp_path / "a.tsv.xz"
    fake.write_bytes(b"plain text")
    with pytest.raises(CorpusError, match="cannot be read"):
        list(read_pairs(fake))
    table = tmp_path / "a.parquet"
    table.write_bytes(b"nothing")
    with pytest.raises(CorpusError, match=r"a\.parquet: "):
        list(read_pairs(table))


def test_parquet_gives_the_same_pairs(tmp_path: Path) -> None:
    """Named columns, in any order; ``de`` and ``en`` will do."""
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(arrow.table({"en": ["Yes."], "de": ["Ja."], "label": [None]}), path)
    assert list(read_pairs(path)) == [Pair("Ja.", "Yes.")]


def test_a_good_pair_passes() -> None:
    """Also names, numbers that are written differently, and pairs without a cosine."""
    recipe = Recipe()
    for pair in (
        GOOD,
        replace(GOOD, cosine=None),
        Pair("Angela Merkel", "Angela Merkel"),
        Pair("Es kostet 1.000 Euro.", "It costs 1,000 euros."),
        Pair("Nein, nein, nein!", "No, no, no!"),
        Pair("Das war 1999 in Rom.", "That was in Rome in the late nineties."),
    ):
        assert cleaning.is_good(pair, recipe), pair


@pytest.mark.parametrize(
    ("test", "pair"),
    [
        (lambda p: cleaning.has_cosine(p, 0.45), replace(GOOD, cosine=0.44)),
        (lambda p: cleaning.has_like_length(p, 2.2), replace(GOOD, target="The dog " * 12)),
        (cleaning.is_text, replace(GOOD, source="--- 12 /// 34 ---")),
        (cleaning.is_text, replace(GOOD, target="")),
        (cleaning.is_translated, Pair("Save the file to disk", "save the file to disk")),
        (
            cleaning.has_like_numbers,
            Pair("Am 12. Mai 1999 um 14 Uhr", "On 13 May 2001 at 15 o'clock"),
        ),
        (cleaning.is_german_to_english, Pair(GOOD.target, GOOD.source)),
        (cleaning.is_steady, replace(GOOD, target="The dog, the dog, the dog sleeps.")),
        (lambda p: not cleaning.is_held_out(p, ("wmt18",)), replace(GOOD, label="wmt18 de-en")),
    ],
)
def test_a_bad_pair_fails(test: Callable[[Pair], bool], pair: Pair) -> None:
    """Each test finds its flaw, and the sum of them too."""
    assert test(GOOD)
    assert not test(pair)
    assert not cleaning.is_good(pair, Recipe())
