"""Test sets: sacreBLEU's, and one's own."""

from pathlib import Path

import pytest

from translate.bench.published import published_scores
from translate.bench.sets import own, pairs, published
from translate.errors import CorpusError


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache in sacreBLEU's place, and no network."""
    import sacrebleu

    def unreachable(*_: object) -> None:
        raise OSError("no network")

    for name in ("wmt19", "wmt21"):
        monkeypatch.setattr(sacrebleu.DATASETS[name], "_outdir", str(tmp_path / name))
        monkeypatch.setattr(sacrebleu.DATASETS[name], "_rawdir", str(tmp_path / name / "raw"))
    monkeypatch.setattr("urllib.request.urlopen", unreachable)
    return tmp_path


def test_a_set_comes_from_sacrebleus_cache(cache: Path) -> None:
    """Sources, references and documents by their field names."""
    fields = {"src": "Eins.\nZwei.\n", "ref": "One.\nTwo.\n", "docid": "a\nb\n"}
    (cache / "wmt19").mkdir()
    for field in ("genre", "origlang", *fields):
        path = cache / "wmt19" / f"wmt19.de-en.{field}"
        path.write_text(fields.get(field, "x\nx\n"), "utf-8")
    (cache / "mine").write_text("1.\n2.\n")
    item = published("wmt19", {"mine": cache / "mine"})
    assert item.sources == ["Eins.", "Zwei."]
    assert item.references == [["One.", "Two."]]
    assert item.documents == ["a", "b"]
    assert item.outputs == {"mine": ["1.", "2."]}
    first = item.first(1)
    assert (first.name, list(first.sources)) == ("wmt19, first 1", ["Eins."])


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("wmt19", ("wmt19/wmt19.de-en.src", "wmt19/wmt19.de-en.ref")),
        ("wmt21", ("wmt21/raw/test/newstest2021.de-en.xml",)),
    ],
)
def test_a_missing_set_says_where_its_files_belong(
    cache: Path, name: str, files: tuple[str, ...]
) -> None:
    """The exact paths that sacreBLEU reads."""
    with pytest.raises(CorpusError, match=f"{name}: is not in sacreBLEU's cache") as caught:
        published(name, {})
    for file in files:
        assert str(cache / file) in str(caught.value)


def test_a_set_without_german_is_refused() -> None:
    """With the names of those that have it."""
    with pytest.raises(CorpusError, match=r"no such set for de-en; choose from .*wmt19"):
        published("mtedx/test", {})


def test_pairs_may_name_their_columns(tmp_path: Path) -> None:
    """Source and reference by position, or by the first line."""
    (tmp_path / "p.tsv").write_text("Ja.\tYes.\nNein.\tNo.\n")
    plain = pairs(tmp_path / "p.tsv", {})
    (tmp_path / "p.tsv").write_text("document\treference\tsource\nd\tYes.\tJa.\nd\tNo.\tNein.\n")
    named = pairs(tmp_path / "p.tsv", {})
    assert plain.sources == named.sources == ["Ja.", "Nein."]
    assert plain.references == named.references == [["Yes.", "No."]]
    assert named.documents == ["d", "d"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "has no pairs"),
        ("Ja.\n", "has no pairs"),
        ("Ja.\tYes.\nNein.\n", "line 2 has 1 columns, not 2"),
        ("Ja.\tYes.\nNein.\t \n", "line 2 has no reference; fill or drop it"),
        ("source\treference\nJa.\tnan\n", "line 2 has no reference"),
    ],
)
def test_pairs_that_are_none_are_named(tmp_path: Path, text: str, message: str) -> None:
    """The file and the line."""
    (tmp_path / "p.tsv").write_text(text)
    with pytest.raises(CorpusError, match=message):
        pairs(tmp_path / "p.tsv", {})


def test_own_articles_become_segments(tmp_path: Path) -> None:
    """Folders are paired by path; each article is a document."""
    for side, text in (("de", "Ja.\n\nNein.\n"), ("en", "Yes.\n\nNo.\n")):
        (tmp_path / side).mkdir()
        (tmp_path / side / "a.txt").write_text(text)
    item = own(tmp_path / "de", [tmp_path / "en"], {})
    assert item.sources == ["Ja.", "Nein."]
    assert item.documents == ["a.txt", "a.txt"]


def test_outputs_beside_articles_may_be_lines(tmp_path: Path) -> None:
    """One a segment, as ``bench`` writes them; a file of another length is refused."""
    for side in ("de", "en", "B"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "a.txt").write_text(f"{side} 1\n\n{side} 2\n")
    (tmp_path / "A.en").write_text("1.\n2.\n")
    systems = {"A": tmp_path / "A.en", "B": tmp_path / "B"}
    item = own(tmp_path / "de", [tmp_path / "en"], systems)
    assert list(item.outputs.items()) == [("A", ["1.", "2."]), ("B", ["B 1", "B 2"])]
    (tmp_path / "A.en").write_text("1.\n")
    with pytest.raises(CorpusError, match=r"A.en: has 1 line where .*de has 2 segments"):
        own(tmp_path / "de", [tmp_path / "en"], systems)


def test_a_segment_of_an_article_is_a_paragraph(tmp_path: Path) -> None:
    """However its lines are wrapped, and without Markdown's or HTML's markup."""
    wrapped = (
        "Der Rat der Stadt hat am Montag beschlossen, die\n"
        "alte Brücke über den Fluss bis zum Ende des\n"
        "Jahres zu sperren, weil ihre Pfeiler brüchig\n"
        "sind und niemand weiß, wie lange sie halten.\n"
    )
    for side, texts in {
        "de": (wrapped, "# Der *Rat*\n", "<h1>Der Rat</h1><p>Er <b>tagt</b>.</p>"),
        "en": ("The council met.\n", "# The council\n", "<h1>The council</h1><p>It sits.</p>"),
    }.items():
        (tmp_path / side).mkdir()
        for name, text in zip(("a.txt", "b.md", "c.html"), texts, strict=True):
            (tmp_path / side / name).write_text(text)
    item = own(tmp_path / "de", [tmp_path / "en"], {})
    assert item.sources == [wrapped.replace("\n", " ").strip(), "Der Rat", "Der Rat", "Er tagt."]
    assert item.notes == ()


def test_published_scores_have_their_source() -> None:
    """Best first; nothing for a set that nobody published on."""
    scores = published_scores("wmt19")
    assert [s.value for s in scores] == sorted((s.value for s in scores), reverse=True)
    assert {s.source.split("/")[2] for s in scores} == {"github.com"}
    assert published_scores("own") == []
