"""Measures, dates and times: what is right in another form is never flagged."""

import pytest

from translate.checks import Pair, Selection, check_pair
from translate.spans import Span

NUMBERS = Selection(select=("P110", "P111", "P112", "P118", "P119"))

RIGHT = [
    ("Es kostet 2 Mrd. Euro.", "It costs €2bn."),
    ("Das sind 1.500 Euro.", "That is €1,500."),
    ("Er wiegt 80 kg.", "He weighs 176 lbs."),
    ("Es sind 20 °C.", "It is 68 °F."),
    ("Die 90er Jahre waren gut.", "The 1990s were good."),
    ("Die 90er-Jahre waren gut.", "The nineties were good."),
    ("Die neunziger Jahre waren gut.", "The 1990s were good."),
    ("Er kam um halb acht.", "He came at 7:30."),
    ("Er kam um halb acht.", "He came at half past seven."),
    ("Er kam um Viertel vor sieben.", "He came at 6:45."),
    ("Er kam um Viertel nach sieben.", "He came at a quarter past seven."),
    ("Es dauert anderthalb Jahre.", "It takes one and a half years."),
    ("Ein Dutzend Eier", "12 eggs"),
    ("Von 16 bis 18 Uhr ist offen.", "It is open from 4 p.m. to 6 p.m."),
    ("Um 0.30 Uhr fiel der Vorhang.", "The curtain fell at 12.30 a.m."),
    ("Im Mai sprach Theresa May.", "Theresa May spoke in May."),
    ("Der Samstag war warm.", "Saturday was warm."),
    ("Der Sonnabend war warm.", "Saturday was warm."),
    ("Zwei Drittel stimmten zu.", "Two thirds agreed."),
    ("Es stieg von 5 auf 7 Prozent.", "It rose from 5 to 7 per cent."),
]
WRONG = [
    ("Das sind 1.500 Euro.", "That is 1.5 euros.", "1.5"),
    ("Es sind 20 °C.", "It is 20 °F.", "°F"),
    ("Er wiegt 80 kg.", "He weighs 80 lbs.", "lbs"),
    ("Das ist ein Milliardendefizit.", "That is a million-euro deficit.", "million"),
    ("Am 3.5. ging er.", "He left on 3 June.", "June"),
    ("Sie lieferten 20.000 Tonnen.", "They delivered 20,000 kilograms.", "kilograms"),
    ("Es kostet €20.", "It costs £20.", "£"),
    ("Er kam um halb acht.", "He came at 8:30.", "8:30"),
    ("Zwei Drittel stimmten zu.", "Two quarters agreed.", "quarters"),
    ("Am 3.5. und am Freitag", "On 3 June and on Friday", "June"),
    ("Es kostet 7 Dollar statt 5 Euro.", "It costs 7 dollars instead of 5 dollars.", "dollars"),
    ("Es stieg um 5 Prozent.", "It rose by 5 percentage points.", "percentage points"),
]


@pytest.mark.parametrize(("german", "english"), RIGHT)
def test_right_in_another_form(german: str, english: str) -> None:
    assert check_pair(Pair(german, english), NUMBERS) == []


@pytest.mark.parametrize(("german", "english", "wrong"), WRONG)
def test_wrong_and_just_that_is_marked(german: str, english: str, wrong: str) -> None:
    start = english.rindex(wrong)
    found = [f.span for f in check_pair(Pair(german, english), NUMBERS)]
    assert Span(start, start + len(wrong)) in found
