"""Every entry of the idiom tables finds its bad example, and not its good one."""

import pytest

from translate.checks.idioms import Idiom, idioms, mend_idioms
from translate.checks.inflection import forms
from translate.checks.phrases import Phrase
from translate.checks.tables import words
from translate.repair import repair_text

TABLES = ("literal.tsv", "calques.tsv")
IDIOMS = [pytest.param(idiom, id=idiom.name) for name in TABLES for idiom in idioms(name)]


@pytest.mark.parametrize("idiom", IDIOMS)
def test_idiom_matches_its_bad_example_only(idiom: Idiom) -> None:
    text = idiom.bad.replace("[", "").replace("]", "")
    wanted = idiom.bad[idiom.bad.index("[") + 1 : idiom.bad.index("]")]
    assert all(any(key in text.lower() for key in group) for group in idiom.keys)
    assert [text[m.start : m.end] for m in idiom.phrase.matches(text)] == [wanted]
    assert list(idiom.phrase.matches(idiom.good)) == []


@pytest.mark.parametrize("idiom", IDIOMS)
def test_suggestion_is_no_idiom_itself(idiom: Idiom) -> None:
    text = idiom.bad.replace("[", "").replace("]", "")
    (match,) = idiom.phrase.matches(text)
    assert (match.replacement is not None) == bool(idiom.phrase.replacement)
    if match.replacement is not None:
        mended = text[: match.start] + match.replacement + text[match.end :]
        assert list(idiom.phrase.matches(mended)) == []


def test_tables_are_large_and_without_repetition() -> None:
    entries = [idiom for name in TABLES for idiom in idioms(name)]
    assert len(entries) >= 400
    assert len({idiom.name for idiom in entries}) == len(entries)
    assert len({idiom.phrase.pattern for idiom in entries}) == len(entries)


PLAYED_DOWN = Phrase("=nieder+spielen", "=herunter+spielen")
CORNERS = Phrase("(die)? Ecken & =schneiden", "am Ende & =sparen")
HAT = Phrase("den Hut & =werfen", "den Ring & =nehmen")


@pytest.mark.parametrize(
    ("phrase", "text", "right"),
    [
        (PLAYED_DOWN, "Er spielt die Sache nieder.", "Er spielt die Sache herunter."),
        (PLAYED_DOWN, "weil er sie niederspielte", "weil er sie herunterspielte"),
        (PLAYED_DOWN, "ohne sie niederzuspielen", "ohne sie herunterzuspielen"),
        (PLAYED_DOWN, "Er hat sie\nniedergespielt.", "Er hat sie\nheruntergespielt."),
        (Phrase("rot~ Ritter//s", "weiß~ Ritter//s"), "des roten Ritters", "des weißen Ritters"),
        (HAT, "Er warf den Hut.", "Er nahm den Ring."),
        (HAT, "den Hut zu werfen", "den Ring zu nehmen"),
        (CORNERS, "Ecken schnitt er", "am Ende sparte er"),
        (Phrase("in #", "im Jahr #"), "In 2019 kam er.", "Im Jahr 2019 kam er."),
        (Phrase("(nur)? so da", "(nur)? hier"), "nur so da, so da", "nur hier, hier"),
        (Phrase("Zins+wende", "Zins+umkehr"), "die Zins-Wende", "die Zins-Umkehr"),
    ],
)  # fmt: skip
def test_replacement_keeps_form_and_order(phrase: Phrase, text: str, right: str) -> None:
    mended = text
    for match in reversed(list(phrase.matches(text))):
        mended = mended[: match.start] + (match.replacement or "?") + mended[match.end :]
    assert mended == right


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("=nieder+spielen", "Er spielte gut und legte sein Amt nieder."),
        ("=nieder+spielen", "Er spielte. Sie sank nieder."),
        ("den Hut & =werfen", "Er warf den Ball, den Hut behielt er."),
        ("am Ende $", "am Ende des Tages"),
        ("Zaun >!(und|mit)", "Zaun mit Tor"),
        ("<!(kein|ohne) Zaun", "ohne Zaun"),
    ],
)
def test_pattern_stays_in_its_clause_and_context(pattern: str, text: str) -> None:
    assert list(Phrase(pattern).matches(text)) == []


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        (Phrase("Pfosten & =verschieben", "Regeln & =ändern"), "Sie haben Pfosten verschoben."),
        (Phrase("für alle & =laufen", "für alle & =kandidieren"), "Er ist für alle gelaufen."),
        (Phrase("(Bei|Durch|Neben) Wahl", "(Nach|Neu) Wahl"), "die Bei Wahl"),
    ],
)
def test_no_suggestion_where_the_form_is_not_certain(phrase: Phrase, text: str) -> None:
    """Finite or participle, another auxiliary, or lists that do not pair up."""
    assert [match.replacement for match in phrase.matches(text)] == [None]


@pytest.mark.parametrize(
    ("infinitive", "some"),
    [
        ("arbeiten", {"arbeitet", "arbeitete", "gearbeitet", "zu arbeiten"}),
        ("ab+geben", {"abgibt", "abgab", "abgäbe", "abgegeben", "abzugeben"}),
        ("unterhalten", {"unterhält", "unterhielt", "unterhielten", "unterhielte", "unterhalten"}),
        ("überlassen", {"überlässt", "überließ", "überlassen", "zu überlassen"}),
        ("sterben", {"stirbt", "starb", "stürbe", "gestorben"}),
        ("treten", {"tritt", "trittst", "trat", "träte", "getreten"}),
        ("gehören", {"gehört", "gehörte", "zu gehören"}),
        ("ordnen", {"ordnet", "ordnete", "geordnet"}),
        ("leiden", {"leidet", "litt", "gelitten"}),
        ("versprechen", {"verspricht", "versprach", "versprochen"}),
        ("realisieren", {"realisiert", "realisierten"}),
    ],
)
def test_verbs_are_inflected(infinitive: str, some: set[str]) -> None:
    assert some <= set(forms(infinitive))
    assert not {"ünterhielte", "unterhaltet", "gegehört"} & set(forms(infinitive))


MENDED = [
    pytest.param(i, id=i.name) for t in TABLES for i in idioms(t) if i.name in words("mended.txt")
]


@pytest.mark.parametrize("idiom", MENDED)
def test_a_sure_entry_mends_its_example(idiom: Idiom) -> None:
    """Its suggestion is put in; mending again changes nothing."""
    text = idiom.bad.replace("[", "").replace("]", "")
    (match,) = idiom.phrase.matches(text)
    mended = repair_text(text, fixers=(mend_idioms,)).text
    assert mended == text[: match.start] + (match.replacement or "?") + text[match.end :]
    assert list(mend_idioms(mended)) == []
    assert list(mend_idioms(idiom.good)) == []


def test_every_sure_entry_exists() -> None:
    assert {idiom.name for t in TABLES for idiom in idioms(t)} >= words("mended.txt")


def test_mending_touches_only_the_words_that_change() -> None:
    """So that the markup of the others stays where it is."""
    (edit,) = mend_idioms("Er wurde in Sorgerecht genommen.")
    assert (edit.replacement, edit.reason) == ("Gewahrsam", "S101")
