"""What a finished batch leaves behind: its reports, and the lines that sum it up."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from translate.batch import Job
from translate.files import write_atomic
from translate.findings import Severity, Side
from translate.reports import csv, html, jsonl, sarif, terminal
from translate.reports.totals import Totals
from translate.results import DocumentResult

PAGE, LINES = "report.html", "report.jsonl"
_WORST = 3  # articles that are named at the end


class Report(StrEnum):
    """A report that is written on demand, beside the page and the lines."""

    SARIF = "sarif"
    CSV = "csv"

    @property
    def file(self) -> str:
        """Its name in the output folder."""
        return f"report.{self}"


FILES = frozenset({PAGE, LINES, *(report.file for report in Report)})
"""The names of all reports, which no translation may have."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A batch that was translated into ``out``.

    read: its results, from the start each time. jobs: by the names of the results. failures:
    the error of each article that was not translated.
    """

    out: Path
    read: Callable[[], Iterable[DocumentResult]]
    jobs: Mapping[str, Job]
    failures: Mapping[str, str]

    def write(self, wanted: Iterable[Report]) -> None:
        """Write the page, the lines and what else is ``wanted``. Raises OutputError."""
        write_atomic(self.out / LINES, (f"{line}\n" for line in jsonl.render(self.read())))
        page = html.render(self.read, title="Translation", failures=self.failures)
        write_atomic(self.out / PAGE, page)
        for report in wanted:
            if report is Report.SARIF:
                parts = sarif.render(self.read(), self._place, self.failures)
            else:
                parts = csv.render(self.read(), self._place)
            write_atomic(self.out / report.file, parts)

    def summary(self, totals: Totals, *, known: int) -> Iterator[str]:
        """What a reader wants to know first; ``known`` articles were done before."""
        counts = ", ".join(f"{totals.severities[s]} {s}" for s in reversed(Severity))
        again = f", {known} of them done before" if known else ""
        yield f"Articles: {totals.documents}{again}"
        yield f"Words:    {totals.words:,} in {totals.sentences:,} sentences"
        yield f"Repairs:  {totals.repairs}"
        yield f"Findings: {counts}"
        yield f"MQM:      {terminal.scored(totals)}"
        if totals.estimate is not None:
            yield f"Estimate: {terminal.estimated(totals.estimate)}"
        if worst := self._worst():
            yield f"Worst:    {worst}"
        yield f"English:  {self.out}"
        yield f"Report:   {self.out / PAGE}"

    def _place(self, name: str, side: Side) -> str:
        job = self.jobs[name]
        return str(job.source if side is Side.SOURCE else job.target)

    def _worst(self) -> str:
        """The articles whose English has the highest scores; none where there is but one."""
        scores = sorted(
            (-Totals.of([result]).mqm.get(Side.TARGET, 0), result.name) for result in self.read()
        )
        told = [f"{name} {-score:.1f}" for score, name in scores[:_WORST] if score]
        return ", ".join(told) if len(scores) > 1 else ""
