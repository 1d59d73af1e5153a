"""Overlap scores are sacreBLEU's, to the last digit and with its signature."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from translate.errors import CorpusError, UsageError
from translate.scores.overlap import METRICS, overlap

HYPOTHESES = [
    "Putin and Witkoff met in St. Petersburg on Friday.",
    "There are 74 cows , he said .  ",
    "",
    "The visit is not “momentous”, and no breakthroughs are expected.",
    "It rains.",
]
REFERENCES = [
    [
        "Putin met Witkoff in St. Petersburg on Friday.",
        "There are 73 cows, he said.\t",
        "Nothing was left.",
        "The visit is not 'momentous' and no breakthrough was expected.",
        "It is raining.",
    ],
    [
        "On Friday Putin and Witkoff met in St Petersburg.",
        "He said there were 73 cows.",
        "Nothing remained.",
        "The visit was not “momentous”, and no breakthroughs were expected.",
        "It's raining.",
    ],
]


def sacrebleu(folder: Path, sets: int, metric: str, *options: str) -> str:
    """The last line that sacreBLEU's own command prints."""
    for name, lines in (("hyp", HYPOTHESES), *zip("01", REFERENCES, strict=True)):
        (folder / name).write_text("\n".join(lines) + "\n", "utf-8")
    chosen = ["chrf", "--chrf-word-order", "2"] if metric == "chrf++" else [metric]
    references = [str(folder / name) for name in "01"[:sets]]
    command = [sys.executable, "-m", "sacrebleu", *references, "-i", str(folder / "hyp")]
    command += ["-m", *chosen, "-w", "6", "--no-color", *options]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


@pytest.mark.parametrize("sets", [1, 2])
@pytest.mark.parametrize("metric", METRICS)
def test_scores_and_signatures_are_those_of_the_command(
    tmp_path: Path, metric: str, sets: int
) -> None:
    """One reference or two, empty and tokenised lines, white space at the ends."""
    (score,) = overlap(HYPOTHESES, REFERENCES[:sets], metrics=[metric])
    printed = json.loads(sacrebleu(tmp_path, sets, metric))
    assert score.name == printed["name"]
    assert f"{score.value:.6f}" == f"{printed['score']:.6f}"
    assert score.signature == printed["signature"]
    assert score.detail == printed.get("verbose_score", "")
    assert score.interval is None


def test_the_line_and_the_interval_are_those_of_the_command(tmp_path: Path) -> None:
    """With bootstrap resampling; the same seed gives the same interval."""
    (score,) = overlap(HYPOTHESES, REFERENCES, metrics=["chrf"], bootstrap=200)
    options = ("-ci", "--confidence-n", "200", "-f", "text")
    assert score.format(6) == sacrebleu(tmp_path, 2, "chrf", *options)
    assert score.interval
    assert score.interval[0] < score.interval[1]


def test_scores_come_in_the_order_asked_for() -> None:
    names = [score.name for score in overlap(HYPOTHESES, REFERENCES)]
    assert names == ["BLEU", "chrF2", "TER"]
    turned = overlap(HYPOTHESES, REFERENCES, metrics=["ter", "chrf++"])
    assert [score.name for score in turned] == ["TER", "chrF2++"]


def test_a_perfect_translation_scores_a_hundred() -> None:
    bleu, chrf, ter = overlap(REFERENCES[0], REFERENCES[:1])
    assert (round(bleu.value, 6), round(chrf.value, 6), ter.value) == (100, 100, 0)


@pytest.mark.parametrize(
    ("hypotheses", "references", "message"),
    [
        (["a", "b"], [["a"]], "2 hypotheses, 1 references: each hypothesis needs its line"),
        (["a", "b"], [["a", " ", ""]], r"2 hypotheses, 3 references \(.* empty .* line 2\)"),
        (["a"], [["a"], ["a", "b"]], "1 hypotheses, 2 references in set 2"),
        (["a", "b"], [["a", "\n"]], "line 2 of the references is empty"),
        ([], [[]], "0 hypotheses, 0 references: nothing to score"),
        (["a"], [], "1 hypotheses but no references"),
    ],
)
def test_texts_that_do_not_fit_are_refused(
    hypotheses: list[str], references: list[list[str]], message: str
) -> None:
    with pytest.raises(CorpusError, match=message):
        overlap(hypotheses, references)


def test_one_segment_has_no_interval() -> None:
    with pytest.raises(CorpusError, match="one segment cannot be resampled"):
        overlap(["a b"], [["a b"]], bootstrap=1000)


def test_wrong_use_names_the_choices() -> None:
    with pytest.raises(UsageError, match="unknown metric 'meteor'; choose from bleu, chrf"):
        overlap(HYPOTHESES, REFERENCES, metrics=["meteor"])
    with pytest.raises(UsageError, match="1 resamples give no interval"):
        overlap(HYPOTHESES, REFERENCES, bootstrap=1)
