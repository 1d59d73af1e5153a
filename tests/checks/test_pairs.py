"""What a translator relies on when a translation is compared with its source."""

import pytest

from translate.checks import Pair, check_pair
from translate.checks.coverage import missing, stranger
from translate.checks.lexicon import links
from translate.checks.negations import negations


def codes(source: str, target: str) -> set[str]:
    return {finding.code for finding in check_pair(Pair(source, target))}


CLEAN = [
    ("Er sagte nichts, sondern schwieg.", "He said nothing and kept silent."),
    ("Es kamen 1.900 Gäste in zwei Bussen.", "1,900 guests came in two buses."),
    ("Die Bundeskanzlerin flog nach Mailand.", "The German chancellor flew to Milan."),
    ("Der Sprecher (47) war nicht erreichbar.", "The spokesman (47) could not be reached."),
    ("Das Flugzeug verschwand spurlos.", "The plane disappeared without a trace."),
]


@pytest.mark.parametrize(("source", "target"), CLEAN)
def test_a_good_translation_has_no_finding(source: str, target: str) -> None:
    """Free wording, exonyms and other forms of a number are no errors."""
    assert codes(source, target) == set()


def test_a_word_that_means_another_one_carries_no_negation() -> None:
    """“less” for “weniger” does not excuse a lost “nicht”."""
    lost = negations("Er kommt nicht und trinkt weniger.", "He comes and drinks less.").lost
    assert len(lost) == 1
    assert negations("Er kann nicht kommen.", "He is unable to come.").lost == ()


def test_of_two_negations_the_one_without_partner_is_marked() -> None:
    """A second “not” is found beside a translated one."""
    source = "Er kam nicht, und sie blieb bis zum Abend im Garten."
    target = "He did not come, and she did not stay in the garden until evening."
    (added,) = negations(source, target).added
    assert added.start == target.rindex("not")


def test_a_lost_clause_is_marked_from_comma_to_comma() -> None:
    """The span is the clause, as a reader would mark it."""
    source = (
        "Der Minister kam nach Berlin, weil die Regierung schnell neue Gesetze plant, und lachte."
    )
    target = "The minister came to Berlin and laughed."
    part = stranger(source, links(source, target).source, len(target), 0.93)
    assert part is not None
    assert part.span.of(source) == "weil die Regierung schnell neue Gesetze plant"


def test_a_clause_in_other_words_is_not_marked_with_the_lost_one() -> None:
    """“hochziehen”, “Lager” and “depot” are unknown pairs; only what follows is lost."""
    lost = "weil die Nachfrage nach Möbeln schnell wächst"
    source = f"Der Konzern will ein neues Lager hochziehen, {lost}."
    part = missing(source, "The group wants to build a new depot.")
    assert part is not None
    assert part.span.of(source) == lost


def test_thousands_match_as_a_whole_only() -> None:
    """1,900 is not 1,000, though both begin with 1."""
    assert codes("Es kamen 1.000 Gäste.", "1,900 guests came.") & {"P110", "P112"}


def test_pounds_for_pounds_are_no_conversion() -> None:
    """A unit that both sides share excuses no other number."""
    assert "P110" in codes("Er wiegt 147 Pfund.", "He weighs 197 pounds.")
    assert codes("Er wiegt 80 Kilo.", "He weighs 176 pounds.") == set()


def test_a_whole_output_that_comes_twice_is_a_loop() -> None:
    """However long it is."""
    text = "The minister arrived in the capital on Monday and met his colleague at the airport"
    assert "P106" in codes("Der Minister kam an und traf seinen Kollegen.", f"{text}. {text}.")


def test_a_word_left_in_german_is_found_by_its_form() -> None:
    """English has neither its letters nor the word; a surname is let be."""
    assert "P113" in codes("Er war wirklich glücklich.", "He was wirklich happy.")
    assert "P113" not in codes("Gestern warnte Weise davor.", "Yesterday Weise warned of it.")


def test_words_lost_inside_a_clause_are_marked() -> None:
    """No comma has to stand around them."""
    source = "Die Stadt baut neben dem alten Bahnhof mit privatem Geld ein großes Krankenhaus."
    target = "The city is building a large hospital."
    part = stranger(source, links(source, target).source, len(target), 0.93)
    assert part is not None
    assert "alten Bahnhof mit privatem Geld" in part.span.of(source)


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("Gestern traf Mark den Händler.", "Yesterday he met the dealer at the market.", "Mark"),
        ("Er traf gestern Hans.", "He was older yesterday than that.", "Hans"),
        ("Das Trump-Putin-Treffen begann.", "A Trump meeting began.", "Putin"),
        ("Witkoff-Putin: Sie sprachen lange.", "Witkoff: They spoke for long.", "Putin"),
        ("Die Reise von Elke Sedlmayr begann.", "The journey of Elke began.", "Sedlmayr"),
    ],
)
def test_a_dropped_name_is_found(source: str, target: str, name: str) -> None:
    """Also a short one, within a chain, or one that stands inside another English word."""
    findings = check_pair(Pair(source, target))
    assert name in {f.span.of(source) for f in findings if f.code == "P122"}


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("Gestern traf er Witkoff in Oman.", "Yesterday he met Lindsay in Oman.", "Lindsay"),
        ("Gestern sah sie Froböse wieder.", "Yesterday she saw Berlin again.", "Berlin"),
    ],
)
def test_a_name_in_the_place_of_another_is_marked(source: str, target: str, name: str) -> None:
    """Also one that is known well, and that might be the English for something."""
    findings = check_pair(Pair(source, target))
    assert name in {f.span.of(target) for f in findings if f.code in {"P121", "P123"}}


def test_a_part_of_a_region_is_known() -> None:
    """“Niedersachsen” has Saxony in it."""
    assert "P123" not in codes("Er lebt in Niedersachsen.", "He lives in Lower Saxony.")
