"""What a finished batch leaves behind: its reports, and the lines that sum it up."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from translate.batch import Job
from translate.files import remove, write_atomic
from translate.findings import Severity, Side
from translate.reports import csv, html, jsonl, sarif, terminal
from translate.reports.overview import Overview
from translate.results import DocumentResult

_LINES = "report.jsonl"
_OWN = re.compile(r"report(?:-\d+)?\.html|report\.(?:jsonl|sarif|csv)", re.IGNORECASE)
_WORST = 3  # articles that are named at the end


class Report(StrEnum):
    """A report that is written on demand, beside the page and the lines."""

    SARIF = "sarif"
    CSV = "csv"

    @property
    def file(self) -> str:
        """Its name in the output folder."""
        return f"report.{self}"


def is_report(name: str) -> bool:
    """Whether a report may have this name, which no translation may have then."""
    return bool(_OWN.fullmatch(name))


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

    def write(self, wanted: Iterable[Report]) -> Overview:
        """Write the pages, the lines and what else is ``wanted``. Raises OutputError.

        The results are read twice, and once more for each report that is wanted.
        """
        overview = Overview()
        watched = overview.watch(self.read())
        write_atomic(self.out / _LINES, (f"{line}\n" for line in jsonl.render(watched)))
        pages = html.pages(overview, self.read, title="Translation", failures=self.failures)
        written = 0
        for name, parts in pages:
            write_atomic(self.out / name, parts)
            written += 1
        while remove(self.out / html.page_name(written)):  # of a larger batch before
            written += 1
        for report in wanted:
            if report is Report.SARIF:
                parts = sarif.render(self.read(), self._place, self.failures)
            else:
                parts = csv.render(self.read(), self._place)
            write_atomic(self.out / report.file, parts)
        return overview

    def summary(self, overview: Overview, *, known: int) -> Iterator[str]:
        """What a reader wants to know first; ``known`` articles were done before."""
        totals = overview.totals
        counts = ", ".join(f"{totals.severities[s]} {s}" for s in reversed(Severity))
        again = f", {known} of them done before" if known else ""
        yield f"Articles: {totals.documents}{again}"
        yield f"Words:    {totals.words:,} in {totals.sentences:,} sentences"
        yield f"Repairs:  {totals.repairs}"
        yield f"Findings: {counts}"
        yield f"MQM:      {terminal.scored(totals)}"
        if totals.estimate is not None:
            yield f"Estimate: {terminal.estimated(totals.estimate)}"
        if worst := _worst(overview):
            yield f"Worst:    {worst}"
        yield f"English:  {self.out}"
        yield f"Report:   {self.out / html.page_name()}"

    def _place(self, name: str, side: Side) -> str:
        job = self.jobs[name]
        return str(job.source if side is Side.SOURCE else job.target)


def _worst(overview: Overview) -> str:
    """The articles whose English has the highest scores; none where there is but one."""
    lines = overview.lines
    scores = sorted((-line.mqm.get(Side.TARGET, 0), line.name) for line in lines)
    told = [f"{name} {-score:.1f}" for score, name in scores[:_WORST] if score]
    return ", ".join(told) if len(lines) > 1 else ""
