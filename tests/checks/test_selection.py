"""What a user sets for the checks holds for all of them, and for repair."""

import pytest

from translate.checks import Glossary, Pair, Selection, Source, Term, check_pair, check_source
from translate.findings import Severity
from translate.repair import repair_text
from translate.spans import Span


@pytest.mark.parametrize(
    ("text", "part", "words", "allowed"),
    [
        ("Er traf Galli Galli dort.", "Galli Galli", ("Galli",), True),
        ("Er traf Galli Galli dort.", "Galli Galli", ("galli galli",), True),
        ("Er traf Galli  Galli dort.", "Galli  Galli", ("Galli Galli",), True),
        ("Er traf Galli Galli dort.", " Galli", ("Galli Galli",), True),
        ("Amt-Putin-Putin", "-Putin", ("Amt-Putin-Putin",), True),
        ("Amt-Putin-Putin", "Putin-Putin", ("Putin",), True),
        ("well on track", "well on track", ("on track",), False),
        ("well on track", "well on track", ("on track", "well"), True),
        ("Gallis Gallis", "Gallis Gallis", ("Galli",), False),
        ("Yahoo ! ja", " !", ("Yahoo !",), True),
        ("Yahoo ! ja", " !", ("ja",), False),
        ("nichts", "", ("nichts",), False),
    ],
)
def test_a_place_is_right_if_right_words_cover_it(
    text: str,
    part: str,
    words: tuple[str, ...],
    allowed: bool,  # noqa: FBT001
) -> None:
    """In any case, with any spaces; whole words, and all of the place."""
    start = text.index(part)
    selection = Selection(allow=(("S31", words),))
    span = Span(start, start + len(part))
    assert selection.allows("S310", text, span) is allowed
    assert not selection.allows("S320", text, span)


def test_the_longest_prefix_judges() -> None:
    selection = Selection(severities=(("S", Severity.INFO), ("S310", Severity.CRITICAL)))
    assert selection.severity("S310", Severity.MAJOR) is Severity.CRITICAL
    assert selection.severity("S311", Severity.MAJOR) is Severity.INFO
    assert selection.severity("P110", Severity.MAJOR) is Severity.MAJOR
    (finding,) = check_source(Source("mit mit Hut"), selection)
    assert finding.severity is Severity.CRITICAL


def test_what_is_right_is_not_repaired_and_all_else_is() -> None:
    selection = Selection(ignore=("S320",), allow=(("S310", ("Galli",)),))
    text = "Galli Galli kam mit mit dem US -Präsidenten."
    assert repair_text(text, selection.spares).text == "Galli Galli kam mit dem US -Präsidenten."
    assert repair_text(text).text == "Galli kam mit dem US-Präsidenten."


def test_each_setting_changes_the_digest() -> None:
    """What would change findings or bytes is never taken for the same."""
    settings = [
        Selection(),
        Selection(select=("S",)),
        Selection(ignore=("S",)),
        Selection(severities=(("S", Severity.INFO),)),
        Selection(allow=(("S", ("a",)),)),
        Selection(glossary=Glossary((Term("Haus", ("house",)),))),
        Selection(glossary=Glossary((Term("Haus", ("home",)),))),
    ]
    assert len({selection.digest for selection in settings}) == len(settings)
    assert Selection().digest == Selection(glossary=Glossary()).digest == "all"


def test_severities_and_words_hold_for_pairs_too() -> None:
    """Words count in the side that is marked."""
    pair = Pair("Es sind 73 Kühe.", "There are 74 cows.")
    only = ("P110",)
    assert [f.code for f in check_pair(pair, Selection(select=only))] == ["P110"]
    assert check_pair(pair, Selection(select=only, allow=(("P", ("74",)),))) == []
    assert [f.code for f in check_pair(pair, Selection(only, allow=(("P", ("73",)),)))] == ["P110"]
