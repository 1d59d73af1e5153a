"""Paired tests are sacreBLEU's: its command prints the same p-values and signatures."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from translate.errors import CorpusError, UsageError
from translate.scores.counting import METRICS, Counted
from translate.scores.significance import Method, compare

REFERENCE = [
    "The mayor opened the new bridge on Saturday.",
    "Nearly 4,000 people came to see it.",
    "The old one had been closed for two years.",
    "Bakers along the river had lost half of their customers.",
    "“We are relieved,” said one of them.",
    "The work cost 12 million euros.",
    "A second bridge is planned for next spring.",
    "It will carry only trams and bicycles.",
]
SYSTEMS = {
    "first": [
        "The mayor opened on Saturday the new bridge.",
        "Nearly 4,000 people came.",
        "The old was closed since two years.",
        "Bakers at the river lost half of the customers.",
        "“We are lightened”, said one.",
        "The works cost 12 million.",
        "A second bridge is planned for spring.",
        "She will only trams and bicycles carry.",
    ],
    "second": [
        "The mayor opened the new bridge on Saturday.",
        "Almost 4,000 people came to see it.",
        "The old one had been closed for two years.",
        "Bakers by the river had lost half their customers.",
        "“We are relieved,” one of them said.",
        "The work cost 12 million euros.",
        "A second one is planned for next spring.",
        "It will carry trams and bicycles only.",
    ],
    "third": [""] + ["Nothing fits here ."] * 7,
}


GROUPS = {"": ("bleu", "chrf", "ter"), "--chrf-word-order=2": ("chrf++",)}


@pytest.mark.parametrize("options", GROUPS)
@pytest.mark.parametrize("method", list(Method))
def test_scores_p_values_and_signatures_are_those_of_the_command(
    tmp_path: Path, method: Method, options: str
) -> None:
    """Three systems, four metrics, sacreBLEU's seed; to the last digit that it prints."""
    metrics, size = GROUPS[options], 200
    comparison = compare(SYSTEMS, [REFERENCE], metrics=metrics, bootstrap=size, trials=size)
    for name, lines in (("ref", REFERENCE), *SYSTEMS.items()):
        (tmp_path / name).write_text("\n".join(lines) + "\n", "utf-8")
    command = [sys.executable, "-m", "sacrebleu", "ref", "-i", *SYSTEMS, "-f", "latex", "-w", "9"]
    command += [f"--paired-{method}", f"--paired-{method}-n", str(size), "--no-color"]
    command += ["-m", *(metric.removesuffix("++") for metric in metrics), *options.split()]
    printed = subprocess.check_output(command, encoding="utf-8", cwd=tmp_path)
    table, _, rest = printed.partition("bottomrule")
    rows = [line for line in table.splitlines() if line.rstrip().endswith("\\\\")][1:]
    for row, name in zip(rows, SYSTEMS, strict=True):
        for cell, metric in zip(row.split("&")[1:], metrics, strict=True):
            standing = comparison.standings[name][metric]
            numbers = [float(number) for number in re.findall(r"\d+\.\d+", cell)]
            expected = [round(standing.score.value, 9)]
            if method is Method.BOOTSTRAP:
                low, high = standing.score.interval or (0, 0)
                expected += [round((low + high) / 2, 9), round((high - low) / 2, 9)]
            if name != comparison.baseline:
                expected.append(round(standing.chances[method].p_value, 4))
                assert standing.chances[method].signature in rest
            assert numbers == pytest.approx(expected, abs=2e-9)


def test_a_better_system_is_told_from_a_lucky_one() -> None:
    """The second system is better in nearly every line; against itself there is no difference."""
    comparison = compare(
        {**SYSTEMS, "copy": SYSTEMS["first"]}, [REFERENCE], metrics=["chrf"], trials=1000
    )
    assert comparison.standings["second"]["chrf"].chances[Method.BOOTSTRAP].significant
    assert comparison.standings["second"]["chrf"].chances[Method.RANDOMISATION].significant
    assert not comparison.standings["copy"]["chrf"].chances[Method.RANDOMISATION].significant


def test_one_segment_is_scored_without_resampling() -> None:
    """There is nothing to resample; the score itself is the same."""
    one = {name: lines[:1] for name, lines in SYSTEMS.items()}
    comparison = compare(one, [REFERENCE[:1]], metrics=["bleu"])
    assert set(comparison.samples.values()) == {0}
    assert comparison.standings["second"]["bleu"].score.interval is None
    assert comparison.standings["second"]["bleu"].score.value == pytest.approx(100)


@pytest.mark.parametrize("metric", METRICS)
def test_segments_are_scored_as_the_command_scores_them(tmp_path: Path, metric: str) -> None:
    """``sacrebleu --sentence-level`` prints the same numbers."""
    (tmp_path / "ref").write_text("\n".join(REFERENCE) + "\n", "utf-8")
    (tmp_path / "hyp").write_text("\n".join(SYSTEMS["first"]) + "\n", "utf-8")
    chosen = ["chrf", "--chrf-word-order", "2"] if metric == "chrf++" else [metric]
    command = [sys.executable, "-m", "sacrebleu", "ref", "-i", "hyp", "-sl", "-b", "-w", "6"]
    done = subprocess.check_output([*command, "-m", *chosen], text=True, cwd=tmp_path)
    ours = Counted(metric, [REFERENCE]).segments(SYSTEMS["first"])
    assert [f"{score:.6f}" for score in ours] == done.split()


def test_a_group_is_scored_like_a_corpus_of_its_own() -> None:
    """Nothing is counted again, and the score is the same."""
    group = [1, 4, 6]
    lines = [SYSTEMS["first"][i] for i in group]
    for metric in METRICS:
        alone = Counted(metric, [[REFERENCE[i] for i in group]]).corpus(lines)
        together = Counted(metric, [REFERENCE]).group(SYSTEMS["first"], group)
        assert together == pytest.approx(alone.value)


def test_systems_that_do_not_fit_are_named() -> None:
    """Which one, and what is wrong with it."""
    with pytest.raises(CorpusError, match="short: 1 hypotheses, 8 references"):
        compare({"short": ["One."]}, [REFERENCE], metrics=["bleu"])
    with pytest.raises(UsageError, match="one resample gives no interval"):
        compare(SYSTEMS, [REFERENCE], metrics=["bleu"], bootstrap=1)
    with pytest.raises(CorpusError, match="at least one system"):
        compare({}, [REFERENCE], metrics=["bleu"])
