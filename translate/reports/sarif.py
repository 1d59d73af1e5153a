"""The report for code scanning and editors: SARIF 2.1.0, an OASIS standard."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from translate.checks import Check, Scope, all_checks
from translate.findings import Finding, Severity, Side
from translate.reports.places import Lines, Namer, named
from translate.results import DocumentResult
from translate.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.INFO: "note",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}
_NONE: Mapping[str, str] = MappingProxyType({})


def render(
    results: Iterable[DocumentResult], place: Namer = named, failures: Mapping[str, str] = _NONE
) -> Iterator[str]:
    """One run in parts; all checks are its rules, suggestions its fixes.

    place: the path of one side of a document. failures: the error of each document that could
    not be read or translated.
    """
    driver = {
        "name": "Reinschrift",
        "semanticVersion": __version__,
        "rules": [_rule(check) for check in all_checks()],
    }
    head = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(failures)],
    }
    start = json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [head]})
    yield start.removesuffix("}]}") + ', "results": ['
    numbers = {check.code: number for number, check in enumerate(all_checks())}
    separator = "\n"
    for result in results:
        lines = {side: Lines(result.text(side)) for side in Side}
        for finding in result.findings:
            uri = _uri(place(result.name, finding.side))
            row = _result(finding, result.text(finding.side), lines[finding.side], uri)
            if finding.code in numbers:
                row["ruleIndex"] = numbers[finding.code]
            yield separator + json.dumps(row, ensure_ascii=False)
            separator = ",\n"
    yield "\n]}]}\n"


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": check.description},
        "fullDescription": {"text": "\n".join((check.description, *check.details)).strip()},
        "help": {"text": f"`reinschrift explain {check.code}` shows examples."},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {
            "category": check.category.value,
            "severity": check.severity.value,
            "tags": ["translation", check.scope.name.lower(), *check.category.value.split("/")],
        },
    }


def _invocation(failures: Mapping[str, str]) -> dict[str, Any]:
    told = [{"level": "error", "message": {"text": text}} for text in failures.values()]
    if not told:
        return {"executionSuccessful": True}
    return {"executionSuccessful": False, "toolExecutionNotifications": told}


def _result(finding: Finding, text: str, lines: Lines, uri: str) -> dict[str, Any]:
    region = _region(finding, lines)
    row: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {**region, "snippet": {"text": finding.span.of(text)}},
                }
            }
        ],
        "properties": {
            "category": finding.category.value,
            "severity": finding.severity.value,
            "side": finding.side.value,
        },
    }
    if _can_fix(finding):
        change = {"deletedRegion": region, "insertedContent": {"text": finding.suggestion}}
        row["fixes"] = [
            {
                "description": {"text": f"Write “{finding.suggestion}”."},
                "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": [change]}],
            }
        ]
        if not finding.suggestion:
            row["fixes"][0]["description"]["text"] = "Delete it."
    return row


def _can_fix(finding: Finding) -> bool:
    """Whether the suggestion can be written where the finding stands."""
    in_translation = finding.code.startswith(Scope.PAIR.value) and finding.side is Side.SOURCE
    return finding.suggestion is not None and not in_translation


def _region(finding: Finding, lines: Lines) -> dict[str, Any]:
    start, end = lines.place(finding.span.start), lines.place(finding.span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": finding.span.start,
        "charLength": len(finding.span),
    }


def _uri(path: str) -> str:
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
