"""The comparison for people: one self-contained page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from translate.bench import plots
from translate.bench.report import Report
from translate.bench.verdict import p_value
from translate.bench.worker import System
from translate.checks import all_checks
from translate.scores.significance import Method

if TYPE_CHECKING:
    from jinja2 import Environment


def render(
    reports: Sequence[Report],
    *,
    title: str,
    systems: Mapping[str, System],
    machine: Mapping[str, str],
) -> Iterator[str]:
    """The page in parts, which joined are one HTML document.

    systems: what the systems that translated cost, by name; empty for outputs only. machine:
    what to say about where that was measured. The same results give the same bytes.
    """
    names = list(dict.fromkeys(name for report in reports for name in report.comparison.systems))
    series = {name: place for place, name in enumerate(names)}
    return (
        _environment()
        .get_template("page.html.j2")
        .generate(
            title=title,
            reports=list(enumerate(reports)),
            systems=systems,
            machine=machine,
            series=series,
            interval_plots=[_intervals(report, series) for report in reports],
            speed_plots=[_speed(report, systems, series) for report in reports],
            document_plots=[_documents(report) for report in reports],
            words=lambda report: sum(len(line.split()) for line in report.sources),
            codes=lambda report: sorted(set().union(*report.findings.values())),
            lines=lambda chart: plots.lines(chart, series),
            check_names=_check_names() if any(report.findings for report in reports) else {},
            methods={Method.BOOTSTRAP: "bootstrap", Method.RANDOMISATION: "randomisation"},
            style=_asset("style.css"),
        )
    )


def _intervals(report: Report, series: Mapping[str, int]) -> str:
    """Scores by the first metric, and those that others published where it is BLEU."""
    metric = next(iter(report.comparison.counted))
    marks = [
        plots.Mark(name, row[metric].score.value, row[metric].score.interval, series[name])
        for name, row in report.comparison.standings.items()
    ]
    if metric == "bleu":
        marks += [plots.Mark(item.system, item.value) for item in report.published]
    return plots.intervals(sorted(marks, key=lambda mark: -mark.value))


def _speed(report: Report, systems: Mapping[str, System], series: Mapping[str, int]) -> str:
    metric = next(iter(report.comparison.counted))
    words = sum(len(line.split()) for line in report.sources)
    points = [
        plots.Point(name, words / run.seconds, score.value, series[name], score.interval)
        for name, row in report.comparison.standings.items()
        if name in systems and (run := systems[name].runs.get(report.name)) and words
        for score in [row[metric].score]
    ]
    if not points:
        return ""
    shown = report.comparison.standings[points[0].name][metric].score.name
    return plots.speed_and_quality(points, shown)


def _documents(report: Report) -> dict[str, str]:
    """A plot for each system but the baseline."""
    chart = report.documents
    if chart is None:
        return {}
    baseline, less = report.comparison.baseline, report.metric == "ter"
    return {
        duel.verdict.system: plots.differences_by_document(
            chart, duel.verdict.system, baseline, less=less
        )
        for duel in report.duels
    }


def _check_names() -> Mapping[str, str]:
    return defaultdict(str, {check.code: check.name for check in all_checks()})


@cache
def _asset(name: str) -> str:
    return (files("translate.bench") / "templates" / name).read_text("utf-8")


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["p"] = p_value
    environment.filters["count"] = lambda n, noun: f"{n:,} {noun}{'' if n == 1 else 's'}"
    environment.filters["megabytes"] = lambda size: f"{size / 1e6:,.0f}"
    return environment
