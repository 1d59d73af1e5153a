"""The report for a terminal: findings as ``file:line:column``, each with its place quoted."""

import unicodedata
from collections.abc import Iterator

from translate.findings import Finding, Severity, Side
from translate.reports.places import Lines, named
from translate.reports.totals import Totals
from translate.results import DocumentResult
from translate.spans import Span

_LANGUAGES = {Side.SOURCE: "German", Side.TARGET: "English"}
_WIDTH = 88
_BEFORE = 30


def summary(
    result: DocumentResult, *, source: str | None = None, target: str | None = None
) -> Iterator[str]:
    """Three lines a finding: what and where, the line it stands on, carets below.

    source, target: the paths to print, so that an editor can jump there; without them the
    document's name stands for the original and ``NAME [English]`` for the translation.
    Lines and columns count from 1, columns in code points.
    """
    names = {
        Side.SOURCE: source or named(result.name, Side.SOURCE),
        Side.TARGET: target or named(result.name, Side.TARGET),
    }
    lines_of = {side: Lines(result.text(side)) for side in Side}
    for finding in result.findings:
        text, lines = result.text(finding.side), lines_of[finding.side]
        place = lines.place(finding.span.start)
        yield f"{names[finding.side]}:{place.line}:{place.column}: {describe(finding)}"
        yield from _excerpt(text, lines.starts, lines.row(finding.span.start), finding.span)


def describe(finding: Finding) -> str:
    """A finding in one line, without its place: ``S310 major: message (suggestion: "…")``."""
    line = f"{finding.code} {finding.severity}: {' '.join(finding.message.split())}"
    if finding.suggestion is None:
        return line
    if not finding.suggestion:
        return f"{line} (suggestion: delete)"
    return f'{line} (suggestion: "{" ".join(finding.suggestion.split())}")'


def counted(totals: Totals) -> str:
    """``3 findings (2 major, 1 minor)``, ``no findings``."""
    if not totals.findings:
        return "no findings"
    kinds = ", ".join(f"{n:,} {s}" for s in reversed(Severity) if (n := totals.severities[s]))
    return f"{totals.findings:,} finding{'s' if totals.findings > 1 else ''} ({kinds})"


def scored(totals: Totals) -> str:
    """The MQM scores, ``12.5 German, 3.0 English``, with what they count."""
    sides = ", ".join(f"{score:.1f} {_LANGUAGES[side]}" for side, score in totals.mqm.items())
    return f"{sides} (penalty points per 1,000 words, 0 is best)"


def estimated(value: float) -> str:
    """An estimate, with how to read it."""
    return f"{value:.0f} of 100 (to compare by; a model is kinder to its own translations)"


def _excerpt(text: str, lines: list[int], row: int, span: Span) -> Iterator[str]:
    """The line that ``span`` begins on, cut to a screen's width, and carets under the span."""
    begin = lines[row]
    end = lines[row + 1] if row + 1 < len(lines) else len(text)
    while end > begin and text[end - 1] in "\r\n":
        end -= 1
    first = min(span.start, end)
    left = max(begin, first - _BEFORE) if end - begin > _WIDTH else begin
    right = min(end, left + _WIDTH)
    head, tail = "…" if left > begin else "", "…" if right < end else ""
    before = _columns(head + _show(text[left:first]))
    carets = _columns(_show(text[first : min(span.end, right)]))
    yield f"    {head}{_show(text[left:right])}{tail}"
    yield f"    {' ' * before}{'^' * max(1, carets)}"


def _show(line: str) -> str:
    """``line`` with every character that would move the cursor replaced by one that does not."""
    return "".join(c if c.isprintable() or unicodedata.combining(c) else " " for c in line)


def _columns(text: str) -> int:
    """How many columns of a terminal ``text`` fills."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
