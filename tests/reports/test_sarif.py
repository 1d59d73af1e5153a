"""SARIF 2.1.0: whole, exact, and with every check as a rule."""

import json
from dataclasses import replace
from typing import Any

from tests.reports.sample import article, clean
from translate.checks import all_checks
from translate.findings import Category, Finding, Severity, Side
from translate.reports import sarif
from translate.spans import Edit, Span, apply_edits

RESULTS = [article(), clean()]
PATHS = {Side.SOURCE: "in/Straße 1.md", Side.TARGET: "/out/a.md"}


def log(**options: Any) -> Any:
    return json.loads("".join(sarif.render(RESULTS, lambda _, side: PATHS[side], **options)))


def region(result: Any) -> Any:
    return result["locations"][0]["physicalLocation"]["region"]


def test_what_the_standard_requires_is_there() -> None:
    """Version, runs, a named tool, rules with ids, results with messages (3.13 to 3.27)."""
    text = log()
    assert text["version"] == "2.1.0"
    assert text["$schema"].endswith("sarif-2.1.0.json")
    (run,) = text["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "Reinschrift"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert [rule["id"] for rule in driver["rules"]] == [check.code for check in all_checks()]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["defaultConfiguration"]["level"] in {"none", "note", "warning", "error"}
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in {"note", "warning", "error"}
        if "ruleIndex" in result:
            assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert len(run["results"]) == len(article().findings)


def test_regions_are_exact_in_offsets_and_in_lines() -> None:
    """Both point at the snippet; columns are of code points, ends exclusive."""
    for result, finding in zip(log()["runs"][0]["results"], article().findings, strict=True):
        text = article().text(finding.side)
        place = region(result)
        span = Span(place["charOffset"], place["charOffset"] + place["charLength"])
        assert span == finding.span
        assert place["snippet"]["text"] == span.of(text)
        lines = text.split("\n")
        start = sum(len(line) + 1 for line in lines[: place["startLine"] - 1])
        end = sum(len(line) + 1 for line in lines[: place["endLine"] - 1])
        assert start + place["startColumn"] - 1 == span.start
        assert end + place["endColumn"] - 1 == span.end


def test_suggestions_are_fixes() -> None:
    """Replacing the region by the inserted content is what the finding suggests."""
    for result, finding in zip(log()["runs"][0]["results"], article().findings, strict=True):
        if finding.suggestion is None:
            assert "fixes" not in result
            continue
        (change,) = result["fixes"][0]["artifactChanges"]
        assert change["artifactLocation"]["uri"] in {"in/Stra%C3%9Fe%201.md", "file:///out/a.md"}
        (part,) = change["replacements"]
        deleted = part["deletedRegion"]
        span = Span(deleted["charOffset"], deleted["charOffset"] + deleted["charLength"])
        text = article().text(finding.side)
        edit = Edit(span, part["insertedContent"]["text"])
        assert apply_edits(text, [edit]) == apply_edits(
            text, [Edit(finding.span, edit.replacement)]
        )
        assert edit.replacement == finding.suggestion


def test_english_is_never_a_fix_of_the_german() -> None:
    """What a pair check suggests for a place in the source belongs into the translation."""
    finding = Finding(
        "P210", Category.WRONG_TERM, Severity.MAJOR, Side.SOURCE, Span(0, 2), "Term.", "it"
    )
    text = "".join(sarif.render([replace(clean(), findings=(finding,))]))
    (result,) = json.loads(text)["runs"][0]["results"]
    assert "fixes" not in result


def test_failures_are_told() -> None:
    """A run that missed an article was not successful."""
    (invocation,) = log(failures={"a.txt": "a.txt: is empty"})["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "a.txt: is empty"


def test_nothing_found_is_a_whole_log_too() -> None:
    assert json.loads("".join(sarif.render([])))["runs"][0]["results"] == []
