"""``--estimate``, as a user types it."""

import json
from pathlib import Path

from tests.command import Command

GERMAN = "Der Zug hält heute nicht in Köln.\n\nDas Wetter bleibt auch am Sonntag schön.\n"
ENGLISH = "The train does not stop in Cologne today.\n\nPrices for fuel rise in every country.\n"


def test_check_estimates_anyone_s_translation(tmp_path: Path, reinschrift: Command) -> None:
    """A translation gets a number, an unrelated sentence a lower one, and the article a mean."""
    (tmp_path / "a.txt").write_text(GERMAN, "utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH, "utf-8")
    pair = tmp_path / "a.txt", tmp_path / "b.txt"
    run = reinschrift("check", *pair, "--estimate", "--format", "json", "--fail-on", "never")
    assert run.code == 0
    row = json.loads(run.out)
    right, wrong = (segment["estimate"] for segment in row["segments"])
    assert 0 <= wrong < right <= 100
    assert wrong <= row["estimate"] <= right
    assert "Estimate: " in reinschrift("check", *pair, "--estimate", "--fail-on", "never").out


def test_an_estimate_needs_a_translation(tmp_path: Path, reinschrift: Command) -> None:
    """A German article alone cannot be judged so: exit 2, and what to do."""
    (tmp_path / "a.txt").write_text(GERMAN, "utf-8")
    run = reinschrift("check", tmp_path / "a.txt", "--estimate")
    assert run.code == 2
    assert "translation" in run.err
