"""``reinschrift explain`` answers for every code that a user can meet."""

import pytest

from tests.command import Command
from translate.checks import all_checks


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_every_check_has_a_page(reinschrift: Command, check: object) -> None:
    """Its description, severity, category, an example with the place marked, how to silence it."""
    (one,) = [one for one in all_checks() if one is check]
    run = reinschrift("explain", one.code)
    assert run.code == 0
    for part in (one.name, one.description, one.severity, one.category, f"--ignore {one.code}"):
        assert part in run.out
    assert "[" in run.out.split("Flagged")[1].split("Not flagged")[0]


def test_a_check_is_found_by_its_name_and_in_small_letters(reinschrift: Command) -> None:
    """Whatever the user copied from a report."""
    by_code = reinschrift("explain", "S310").out
    assert reinschrift("explain", "doubled-word").out == by_code
    assert reinschrift("explain", "s310").out == by_code
    assert "Er kam [mit mit] dem Zug." in by_code
    assert "Suggestion: mit" in by_code


def test_a_prefix_gives_a_list(reinschrift: Command) -> None:
    """One line a check, nothing else."""
    run = reinschrift("explain", "S3")
    codes = [check.code for check in all_checks() if check.code.startswith("S3")]
    assert [line[:4] for line in run.out.splitlines() if line.startswith("S3")] == codes


def test_an_unknown_code_is_answered_with_near_ones(reinschrift: Command) -> None:
    """Exit code 2 and what was probably meant."""
    run = reinschrift("explain", "S3l0")
    assert run.code == 2
    assert "did you mean" in run.err
    assert "S3" in run.err.partition("did you mean")[2]
    assert "doubled-word" in reinschrift("explain", "doubled-wrd").err
    assert "`reinschrift checks` lists them" in reinschrift("explain", "").err


def test_a_crash_is_explained_too(reinschrift: Command) -> None:
    """Its code stands in reports, though no check has it."""
    assert "A check crashed" in reinschrift("explain", "S900").out
