"""The editor's notes to a document: its findings, and what was repaired."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from translate.findings import Finding, Side
from translate.results import DocumentResult
from translate.spans import Edit, Span

_LONGEST_QUOTE = 90
REPAIRED = "repaired"


@dataclass(frozen=True, slots=True)
class Note:
    """One remark beside a sentence.

    label: a severity, or ``REPAIRED``. old, new: what stands there and what should (new None:
    only a person can tell). repaired: the change was made before translation.
    """

    label: str
    code: str
    category: str
    side: Side
    span: Span
    message: str
    old: str
    new: str | None
    repaired: bool = False

    @property
    def title(self) -> str:
        """The note in one line, for tooltips."""
        title = f"{self.code} {self.label}: {self.message}"
        return f"{title} ({self.advice}: {self.change})" if self.change else title

    @property
    def advice(self) -> str:
        """Whether the change was made or is proposed."""
        return REPAIRED if self.repaired else "suggestion"

    @property
    def change(self) -> str:
        """The change in words, empty where there is none."""
        if self.new is None:
            return ""
        if not self.new:
            return f"delete “{self.old}”"
        return f"“{self.old}” → “{self.new}”" if self.old else f"insert “{self.new}”"


def notes_of(result: DocumentResult) -> Iterator[Note]:
    """A note for each finding, then one for each repair that no finding explains."""
    starts = [edit.span.start for edit in result.repairs]
    ends = [edit.span.end for edit in result.repairs]
    explained: set[Edit] = set()
    for finding in result.findings:
        old, new = finding.span.of(result.text(finding.side)), finding.suggestion
        first, last = bisect_left(ends, finding.span.start), bisect_right(starts, finding.span.end)
        made = [edit for edit in result.repairs[first:last] if _explains(finding, edit)]
        if made:
            old, new = made[0].span.of(result.source), made[0].replacement
            explained.update(made)
        yield Note(
            finding.severity.value,
            finding.code,
            finding.category.value,
            finding.side,
            finding.span,
            finding.message,
            _quote(old),
            None if new is None else _quote(new),
            repaired=bool(made),
        )
    for edit in (edit for edit in result.repairs if edit not in explained):
        old, new = edit.span.of(result.source), edit.replacement
        yield Note(
            REPAIRED,
            edit.reason,
            "",
            Side.SOURCE,
            edit.span,
            "Repaired before translation.",
            _quote(old),
            _quote(new),
            repaired=True,
        )


def _explains(finding: Finding, edit: Edit) -> bool:
    """Whether ``finding`` reports what ``edit`` repaired."""
    return (
        finding.side is Side.SOURCE
        and finding.code in edit.reason.split("+")
        and finding.span.overlaps(edit.span)
    )


def _quote(text: str) -> str:
    """``text`` on one line, with its middle left out where it is long."""
    line = " ".join(text.split()) if text.strip() else text.replace("\n", "↵")
    half = _LONGEST_QUOTE // 2
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:half]}…{line[-half:]}"
