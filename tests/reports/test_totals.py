"""Totals over documents."""

from tests.reports.sample import SIGNATURE, article, clean
from translate.findings import Severity
from translate.reports.totals import Totals


def test_totals_add_up() -> None:
    totals = Totals.of(iter([article(), clean()]))
    assert (totals.documents, totals.sentences, totals.repairs) == (2, 6, 2)
    assert totals.words == article().words + clean().words
    assert totals.findings == 9
    assert totals.severities[Severity.CRITICAL] == 1
    assert totals.codes["S310"] == 1
    assert totals.signatures == [SIGNATURE]


def test_nothing_is_nothing() -> None:
    assert Totals.of([]).findings == 0
