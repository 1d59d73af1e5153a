"""Where two systems differ: groups, words, segments, and the answer."""

from dataclasses import replace

import pytest

from tests.scores.test_significance import REFERENCE, SYSTEMS
from translate.bench.breakdown import by_document, by_length, by_rarity, word_accuracy
from translate.bench.differences import Kind, differences
from translate.bench.findings import findings_by_code
from translate.bench.ngrams import gained
from translate.bench.report import report
from translate.bench.verdict import Answer, verdicts
from translate.scores.significance import Comparison, compare


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """Three systems on eight segments."""
    return compare(SYSTEMS, [REFERENCE], metrics=["bleu", "chrf", "ter"], bootstrap=200, trials=200)


def test_groups_hold_every_segment_once() -> None:
    """By words, by rare words and by document; a single document is no group."""
    for groups in (by_length(REFERENCE), by_rarity(REFERENCE), by_document("aabbcabc")):
        assert sorted(n for group in groups for n in group.segments) == list(range(8))
    assert [group.label for group in by_length(["a", "a " * 10, "a " * 99])] == [
        "1–9",
        "10–19",
        "60 or more",
    ]
    assert by_document(["", ""]) == []


def test_words_are_counted_by_their_frequency(comparison: Comparison) -> None:
    """The better system gets more of the rare ones; the references get all of theirs."""
    labels, accuracy = word_accuracy(comparison)
    assert labels[0] == "1"
    assert accuracy["second"][0] > accuracy["first"][0] > accuracy["third"][0]
    perfect = compare({"r": REFERENCE}, [REFERENCE], metrics=["chrf"], bootstrap=0)
    assert set(word_accuracy(perfect)[1]["r"]) <= {0.0, 100.0}


def test_ngrams_show_what_only_one_gets() -> None:
    """With the counts of both; what both get is not shown, nor parts of longer ones."""
    reference = ["The prime minister resigned.", "The prime minister stayed.", "Nobody came."]
    mine = reference
    other = ["The head resigned.", "The head stayed.", "Nobody came."]
    found = gained(
        compare({"a": other, "b": mine}, [reference], metrics=["chrf"], bootstrap=0), "b", "a"
    )
    assert [(match.text, match.mine, match.other) for match in found] == [
        ("The prime minister", 2, 0)
    ]


def test_words_that_differ_are_told_right_from_wrong() -> None:
    """Right is what the reference has too."""
    both = {"a": ["The tired dog sleeps here."], "b": ["The dog is asleep."]}
    result = compare(both, [["The dog is asleep here."]], metrics=["chrf"])
    (difference,) = differences(result, "chrf", "b", "a")
    assert [(part.text, part.kind) for part in difference.other] == [
        ("The", Kind.SAME),
        ("tired", Kind.WRONG),
        ("dog", Kind.SAME),
        ("sleeps", Kind.WRONG),
        ("here.", Kind.RIGHT),
    ]
    assert differences(result, "chrf", "a", "b") == []


def test_the_answer_is_a_sentence(comparison: Comparison) -> None:
    """Better and worse beyond chance; the same; and not sure where the sample is too small."""
    assert [verdict.answer for verdict in verdicts(comparison)] == [Answer.BETTER, Answer.WORSE]
    assert verdicts(comparison)[0].sentence.startswith("second is better than first by ")
    small = {
        "a": SYSTEMS["first"],
        "b": [*SYSTEMS["first"][:-1], REFERENCE[-1]],
        "c": SYSTEMS["first"],
    }
    result = compare(small, [REFERENCE], metrics=["chrf"], bootstrap=200, trials=200)
    unsure, same = verdicts(result)
    assert unsure.answer is Answer.UNSURE
    assert "may be chance" in unsure.sentence
    assert (same.answer, same.sentence) == (Answer.SAME, "c and a score the same.")


def test_other_metrics_may_be_surer(comparison: Comparison) -> None:
    """Where the first one may be moved by chance, the answer names those that are not."""
    sure = comparison.standings["second"]
    doubted = replace(
        sure["bleu"], chances={m: replace(c, p_value=0.2) for m, c in sure["bleu"].chances.items()}
    )
    standings = {**comparison.standings, "second": {**sure, "bleu": doubted}}
    verdict = verdicts(replace(comparison, standings=standings))[0]
    assert verdict.answer is Answer.UNSURE
    assert "that may be chance (p = 0.200" in verdict.sentence
    assert verdict.sentence.endswith("; by chrF2 and TER it is better beyond chance.")


def test_the_answer_says_where(comparison: Comparison) -> None:
    """On how many documents a system is better, and on which most."""
    names = [f"{number // 2}.txt" for number in range(len(REFERENCE))]
    better = report("set", comparison, names).duels[0].where
    assert better.startswith("By chrF2 it is better on 4 of 4 documents, most on 2.txt (+")
    assert report("set", comparison, [""] * len(REFERENCE)).duels[0].where == ""


def test_findings_are_counted_alike_for_all() -> None:
    """By code; a number that changed is found wherever the text comes from."""
    sources = ["Es sind 73 Kühe auf der Weide.", "Es regnet heute sehr stark."]
    lines = ["There are 73 cows in the meadow.", "It is raining hard today."]
    systems = {"good": lines, "bad": ["There are 74 cows in the meadow.", lines[1]]}
    found = findings_by_code(systems, sources, ["a", "a"])
    assert found["bad"]["P110"] == 1
    assert not found["good"]
