"""Glossaries: read exactly, found inflected, errors that name the line."""

from pathlib import Path

import pytest

from tests.command import Command
from translate.checks import Glossary, Pair, Selection, Term, check_pair
from translate.checks.declension import forms
from translate.checks.glossary_csv import parse_csv
from translate.checks.glossary_tbx import parse_tbx
from translate.configuration import read_glossary
from translate.errors import InputError

TBX = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1">
  <langSet xml:lang="de-DE"><tig><term>Beitragssatz</term></tig></langSet>
  <langSet xml:lang="en"><ntig><termGrp><term>contribution <hi>rate</hi></term></termGrp></ntig>
    <tig><term>premium</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
  <langSet xml:lang="fr"><tig><term>taux</term></tig></langSet>
</termEntry></body></text></martif>
"""
TBX3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:b="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="c1">
<langSec xml:lang="de"><termSec><term>Einigung</term></termSec></langSec>
<langSec xml:lang="en-GB"><termSec><term>agreement</term></termSec><termSec>
<term>unification</term><b:administrativeStatus>deprecatedTerm-admn-sts</b:administrativeStatus>
</termSec></langSec></conceptEntry></body></text></tbx>
"""


def found(glossary: Glossary, source: str, target: str) -> list[tuple[str, str | None]]:
    """Code and suggestion of the terminology findings."""
    select = Selection(select=("P2",), glossary=glossary)
    return [(f.code, f.suggestion) for f in check_pair(Pair(source, target), select)]


@pytest.mark.parametrize(
    ("base", "inflected"),
    [
        ("Beitragssatz", "Beitragssätzen"),
        ("Haus", "Häuser"),
        ("Minister", "Ministers"),
        ("Ministerin", "Ministerinnen"),
        ("Ergebnis", "Ergebnisses"),
        ("Museum", "Museen"),
        ("Abgeordnete", "Abgeordneter"),
        ("Name", "Namens"),
        ("gesetzliche", "gesetzlichem"),
        ("vereinbaren", "vereinbarten"),
    ],
)
def test_words_are_found_in_their_cases_and_numbers(base: str, inflected: str) -> None:
    assert inflected in forms(base)


@pytest.mark.parametrize(
    ("base", "other"),
    [("Messe", "Messer"), ("Wette", "Wetter"), ("EU", "Eu"), ("Bank", "Banker"), ("Bus", "Busen")],
)
def test_other_words_are_not_taken_for_inflections(base: str, other: str) -> None:
    assert other not in forms(base)


def test_the_longest_term_counts() -> None:
    """And a noun keeps its capital."""
    glossary = Glossary(
        (
            Term("Versicherung", ("insurance",)),
            Term("gesetzliche Versicherung", ("statutory cover",)),
            Term("Essen", ("meal",)),
        )
    )
    text = "die gesetzlichen Versicherungen und wir essen"
    assert [(span.of(text), term.german) for span, term in glossary.find(text)] == [
        ("gesetzlichen Versicherungen", "gesetzliche Versicherung")
    ]


def test_csv_is_read_as_people_write_it() -> None:
    """With and without a heading, commas or semicolons, quotes, notes, several terms."""
    plain = parse_csv('Beitragssatz,contribution rate,"health, pensions"\r\n\r\n# x\r\n', "t")
    assert plain.terms == (Term("Beitragssatz", ("contribution rate",), (), "health, pensions"),)
    named = parse_csv("Englisch;Deutsch;Verboten\nboard | panel;Vorstand;head\n", "t")
    assert named.terms == (Term("Vorstand", ("board", "panel"), ("head",)),)
    twice = parse_csv("Bank,bank\nBank,bench\n", "t")
    assert twice.terms == (Term("Bank", ("bank", "bench")),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Haus,house\nBaum\n", "t.csv:2: has no English term"),
        ("Haus,house\n,tree\n", "t.csv:2: has no German term"),
        ("Haus,house\nBaum,tree,note,more\n", "t.csv:2: has 4 columns, not 3"),
        ('Haus,house\n"Baum,tree\n', "t.csv:2: is no row of a table"),
        ("german,note\nHaus,x\n", "t.csv:1: has 0 columns called english"),
        ("", "t.csv: has no term"),
    ],
)
def test_a_bad_table_names_its_line(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        parse_csv(text, "t.csv")
    assert message in str(error.value)


def test_tbx_is_read_in_both_versions() -> None:
    """Deprecated terms are forbidden; nothing is loaded for a DOCTYPE."""
    assert parse_tbx(TBX.encode(), "t").terms == (
        Term("Beitragssatz", ("contribution rate",), ("premium",)),
    )
    assert parse_tbx(TBX3.encode(), "t").terms == (
        Term("Einigung", ("agreement",), ("unification",)),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<tbx>\n<text></tbx>", "t.tbx:2: is no valid XML"),
        ("<html/>", "t.tbx:1: is no TBX but <html>"),
        ('<!DOCTYPE tbx [\n<!ENTITY a "b">]><tbx>&a;</tbx>', "t.tbx:2: declares an entity"),
        ("<tbx/>", "t.tbx: has no German term with an English one"),
    ],
)
def test_a_bad_tbx_names_its_line(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        parse_tbx(text.encode(), "t.tbx")
    assert message in str(error.value)


def test_a_term_is_asked_for_once_and_in_any_inflection() -> None:
    glossary = Glossary((Term("Beitragssatz", ("contribution rate",), ("premium",)),))
    source = "Die Beitragssätze steigen; der Beitragssatz der AOK auch."
    assert found(glossary, source, "The fees rise.") == [("P210", "contribution rate")]
    assert found(glossary, source, "Contribution rates rise.") == []
    assert found(glossary, source, "The premiums rise.") == [("P211", "contribution rate")]
    assert found(Glossary(), source, "The fees rise.") == []


def test_a_large_glossary_costs_little(tmp_path: Path) -> None:
    """20,000 terms, 2,000 sentences: seconds, not minutes."""
    import time

    path = tmp_path / "t.csv"
    path.write_text("".join(f"Wort{a}x,word{a}\n" for a in range(20_000)), "utf-8")
    glossary = read_glossary(path)
    start = time.process_time()
    for _ in range(2000):
        list(
            glossary.find("Die Beitragssätze der Kassen steigen im kommenden Jahr um zwei Punkte.")
        )
    assert time.process_time() - start < 10


def test_the_option_works_in_check_and_translate(tmp_path: Path, reinschrift: Command) -> None:
    (tmp_path / "a.txt").write_text("Die Beitragssätze steigen.\n", "utf-8")
    (tmp_path / "b.txt").write_text("The fees are rising.\n", "utf-8")
    (tmp_path / "t.csv").write_text("Beitragssatz,contribution rate\n", "utf-8")
    terms = ("--glossary", tmp_path / "t.csv", "--select", "P2")
    run = reinschrift("check", tmp_path / "a.txt", tmp_path / "b.txt", *terms)
    assert run.code == 1
    assert f"{tmp_path / 'a.txt'}:1:5: P210 major: The glossary wants" in run.out
    assert reinschrift("translate", tmp_path / "a.txt", "-o", tmp_path / "out", *terms).code == 0
    assert "P210" in (tmp_path / "out/report.jsonl").read_text("utf-8")
    (tmp_path / "t.csv").write_text("Beitragssatz\n", "utf-8")
    run = reinschrift("check", tmp_path / "a.txt", *terms)
    assert (run.code, f"{tmp_path / 't.csv'}:1: has no English" in run.err) == (2, True)
    run = reinschrift("check", tmp_path / "a.txt", "--glossary", tmp_path / "t.pdf")
    assert "give a .csv or a .tbx glossary" in run.err
