"""Scores as data: JSON rows and LaTeX."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from translate.bench.breakdown import by_document, group_scores
from translate.bench.report import Chart, Report
from translate.bench.worker import System
from translate.scores.significance import Comparison
from translate.version import __version__

_PACKAGES = ("ctranslate2", "sacrebleu", "sentencepiece", "transformers")
_LATEX = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\~{}"})


def score_rows(
    comparison: Comparison,
    documents: Sequence[str] = (),
    *,
    segments: bool = False,
) -> list[dict[str, Any]]:
    """One row for each system and metric.

    documents: the document of each segment, for the scores of each. segments: with the score
    of each segment, as ``sacrebleu --sentence-level`` has it.
    """
    groups = by_document(documents)
    by_metric = {metric: group_scores(comparison, metric, groups) for metric in comparison.counted}
    rows = []
    for name, standings in comparison.standings.items():
        for metric, standing in standings.items():
            row: dict[str, Any] = {"system": name, **asdict(standing.score)}
            row["tests"] = {method.value: asdict(c) for method, c in standing.chances.items()}
            if groups:
                labels = [group.label for group in groups]
                row["documents"] = dict(zip(labels, by_metric[metric][name], strict=True))
            if segments:
                row["segments"] = comparison.counted[metric].segments(comparison.systems[name])
            rows.append(row)
    return rows


def report_rows(report: Report, systems: Mapping[str, System]) -> dict[str, Any]:
    """All that is known about one set."""
    words = sum(len(line.split()) for line in report.sources)
    runs = {name: run for name, system in systems.items() if (run := system.runs.get(report.name))}
    return {
        "name": report.name,
        "segments": report.comparison.segments,
        "words": words,
        "notes": list(report.notes),
        "verdicts": [asdict(duel.verdict) for duel in report.duels],
        "scores": score_rows(report.comparison),
        "estimates": dict(report.estimates),
        "speed": {
            name: {
                "seconds": run.seconds,
                "source_words_per_second": words / run.seconds,
                "target_tokens_per_second": run.tokens / run.seconds,
                "failures": list(run.failures),
            }
            for name, run in runs.items()
        },
        "charts": [_chart(chart) for chart in report.charts],
        "documents": _chart(report.documents) if report.documents else None,
        "findings": {name: dict(sorted(codes.items())) for name, codes in report.findings.items()},
        "published": [asdict(item) for item in report.published],
    }


def system_rows(systems: Mapping[str, System]) -> dict[str, Any]:
    """What each system is and costs."""
    return {
        name: {
            "model": system.label,
            "quantisation": system.quantisation,
            "loading_seconds": system.loading,
            "peak_memory_bytes": system.memory,
            "model_bytes": system.size,
        }
        for name, system in systems.items()
    }


def machine() -> dict[str, str]:
    """Where a measurement was made, and with what."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "processor": _processor(),
        "cores": str(cores),
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "reinschrift": __version__,
        **{package: version(package) for package in _PACKAGES},
    }


def latex(comparison: Comparison) -> Iterator[str]:
    """A table for papers (booktabs), with intervals; a star marks what both tests call sure."""
    first = next(iter(comparison.standings.values()))
    yield rf"\begin{{tabular}}{{l{'r' * len(first)}}}"
    yield r"\toprule"
    yield " & ".join(["System", *(s.score.name.translate(_LATEX) for s in first.values())]) + r" \\"
    yield r"\midrule"
    for name, standings in comparison.standings.items():
        cells = [name.translate(_LATEX)]
        for standing in standings.values():
            cell = f"{standing.score.value:.1f}"
            if standing.score.interval:
                low, high = standing.score.interval
                cell += rf" $\pm$ {(high - low) / 2:.1f}"
            if standing.chances and all(c.significant for c in standing.chances.values()):
                cell += "$^{*}$"
            cells.append(cell)
        yield " & ".join(cells) + r" \\"
    yield r"\bottomrule"
    yield r"\end{tabular}"
    for standing in first.values():
        yield f"% {standing.score.name}|{standing.score.signature}"
    if any(s.chances for row in comparison.standings.values() for s in row.values()):
        yield "% a star: beyond chance against the first system, p < 0.05 by all tests made"


def _chart(chart: Chart) -> dict[str, Any]:
    data = asdict(chart)
    return {**data, "values": {name: list(row) for name, row in chart.values.items()}}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
