"""Every check finds its bad examples exactly, and its good examples not at all."""

from dataclasses import replace
from typing import Any

import pytest

from tests.checks.examples import subject
from translate.checks import Check, Pair, Scope, Source, all_checks
from translate.checks.registry import run_check
from translate.spans import Edit, apply_edits

BAD = [pytest.param(c, e, id=f"{c.code}-{i}") for c in all_checks() for i, e in enumerate(c.bad)]
GOOD = [pytest.param(c, e, id=f"{c.code}-{i}") for c in all_checks() for i, e in enumerate(c.good)]


@pytest.mark.parametrize(("check", "example"), BAD)
def test_bad_example_is_hit_where_brackets_stand(check: Check, example: Any) -> None:
    seen, marked = subject(check, example)
    findings = list(run_check(check, seen))
    assert [f.code for f in findings] == [check.code] * len(marked)
    assert sorted((f.side, f.span) for f in findings) == sorted(marked)


@pytest.mark.parametrize(("check", "example"), GOOD)
def test_good_example_is_let_be(check: Check, example: Any) -> None:
    assert list(run_check(check, subject(check, example)[0])) == []


def mendable() -> list[Any]:
    """The bad examples of one text whose findings come with suggestions."""
    return [
        pytest.param(check, example, id=f"{check.code}-{number}")
        for check in all_checks()
        for number, example in enumerate(check.bad)
        if check.scope is not Scope.DOCUMENT
        and any(
            f.suggestion is not None and f.side is check.scope.side
            for f in run_check(check, subject(check, example)[0])
        )
    ]


@pytest.mark.parametrize(("check", "example"), mendable())
def test_suggestion_removes_its_finding(check: Check, example: Any) -> None:
    seen, _ = subject(check, example)
    edits = [Edit(f.span, f.suggestion or "") for f in run_check(check, seen)]
    mended: Source | Pair
    if isinstance(seen, Source):
        mended = Source(apply_edits(seen.text, edits), seen.sentences)
    else:
        assert isinstance(seen, Pair)
        mended = replace(seen, target=apply_edits(seen.target, edits))
    assert list(run_check(check, mended)) == []


def test_codes_are_unique_and_every_check_is_documented() -> None:
    checks = all_checks()
    assert len({check.name for check in checks}) == len(checks)
    for check in checks:
        assert check.code[0] == check.scope.value
        assert check.description
        assert check.bad
        assert check.good
