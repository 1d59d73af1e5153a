"""MQM penalties per 1,000 words."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from translate.findings import Category, Finding, Severity, Side
from translate.scores.mqm import penalties, penalty, per_thousand
from translate.spans import Span


def finding(category: Category, severity: Severity) -> Finding:
    return Finding("P100", category, severity, Side.TARGET, Span(0, 1), "")


def mqm(findings: Iterable[Finding], words: int) -> float:
    """Of the translation."""
    return per_thousand(penalties(findings)[Side.TARGET], words)


def test_no_findings_cost_nothing() -> None:
    assert mqm([], 500) == 0


@pytest.mark.parametrize(
    ("category", "severity", "cost"),
    [
        (Category.MISTRANSLATION, Severity.INFO, 0),
        (Category.MISTRANSLATION, Severity.MINOR, 1),
        (Category.MISTRANSLATION, Severity.MAJOR, 5),
        (Category.MISTRANSLATION, Severity.CRITICAL, 5),
        (Category.PUNCTUATION, Severity.INFO, 0),
        (Category.PUNCTUATION, Severity.MINOR, 0.1),
        (Category.PUNCTUATION, Severity.MAJOR, 5),
        (Category.NON_TRANSLATION, Severity.INFO, 0),
        (Category.NON_TRANSLATION, Severity.MAJOR, 25),
        (Category.NON_TRANSLATION, Severity.CRITICAL, 25),
    ],
)
def test_a_finding_costs_what_wmt_says(category: Category, severity: Severity, cost: float) -> None:
    assert penalty(finding(category, severity)) == cost
    assert mqm([finding(category, severity)], 1000) == pytest.approx(cost)


def test_costs_add_up_and_are_per_thousand_words() -> None:
    found = [
        finding(Category.ADDITION, Severity.MAJOR),
        finding(Category.PUNCTUATION, Severity.MINOR),
    ]
    assert mqm(iter(found), 500) == pytest.approx(10.2)


def test_a_text_without_words_counts_as_one() -> None:
    assert mqm([finding(Category.ADDITION, Severity.MINOR)], 0) == 1000
    with pytest.raises(ValueError, match="-1 words"):
        mqm([], -1)


def test_an_omission_counts_against_the_translation() -> None:
    """Though the place that shows it stands in the source; source checks blame the source."""
    missing = replace(finding(Category.OMISSION, Severity.MAJOR), side=Side.SOURCE)
    garbled = replace(missing, code="S310")
    assert penalties([missing]) == {Side.SOURCE: 0, Side.TARGET: 5}
    assert penalties([garbled]) == {Side.SOURCE: 5, Side.TARGET: 0}
