"""Totals over documents."""

from dataclasses import replace

import pytest

from tests.reports.sample import SIGNATURE, article, clean
from translate.findings import Severity, Side
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


def test_the_score_blames_each_side_for_its_own() -> None:
    """Points per 1,000 words of German; only sides that there are."""
    totals = Totals.of([article(), clean()])
    assert totals.mqm[Side.TARGET] == pytest.approx(1000 * 11 / totals.words)
    assert totals.mqm[Side.SOURCE] == pytest.approx(1000 * 10.2 / totals.words)
    alone = Totals.of([replace(article(), target="", segments=())])
    assert list(alone.mqm) == [Side.SOURCE]
    assert alone.words == len(article().source.split())
