"""Everything that is said about one set: scores, where they differ, and in which words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.bench.breakdown import (
    Group,
    by_document,
    by_length,
    by_rarity,
    group_scores,
    word_accuracy,
)
from translate.bench.differences import Difference, differences
from translate.bench.findings import findings_by_code
from translate.bench.ngrams import Match, gained
from translate.bench.published import Published, published_scores
from translate.bench.verdict import Verdict, verdicts
from translate.scores.significance import Comparison


@dataclass(frozen=True, slots=True)
class Chart:
    """Scores of groups: a value for each label and system. counts: segments of each label."""

    title: str
    unit: str
    labels: Sequence[str]
    counts: Sequence[int]
    values: Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Duel:
    """One system against the baseline: the answer, and what each does better.

    where: on how many documents and on which most, a sentence; empty if there is one document.
    """

    verdict: Verdict
    where: str
    gained: Sequence[Match]
    lost: Sequence[Match]
    better: Sequence[Difference]
    worse: Sequence[Difference]


@dataclass(frozen=True, slots=True)
class Report:
    """One set. sources: empty where only outputs and references are known.

    charts: scores by length, by rare words, by frequency of words. documents: scores of each
    document, or None. findings: by system and code, empty without sources. metric: which
    scores groups, documents and segments. published: what others have on this set. estimates:
    the mean of each system without a reference, empty where nobody asked. places: the document
    of each segment, empty if all are of one.
    """

    name: str
    comparison: Comparison
    sources: Sequence[str]
    notes: Sequence[str]
    metric: str
    charts: Sequence[Chart]
    documents: Chart | None
    findings: Mapping[str, Counter[str]]
    duels: Sequence[Duel]
    published: Sequence[Published]
    estimates: Mapping[str, float]
    places: Sequence[str]


def report(
    name: str,
    comparison: Comparison,
    documents: Sequence[str],
    *,
    sources: Sequence[str] = (),
    notes: Sequence[str] = (),
    estimates: Mapping[str, float] | None = None,
) -> Report:
    """The report on ``comparison``.

    Groups and segments are scored by chrF, which is steadier on few words than BLEU, or by the
    first metric if chrF was not asked for.
    """
    metric = "chrf" if "chrf" in comparison.counted else next(iter(comparison.counted))
    shown = comparison.standings[comparison.baseline][metric].score.name
    labels, accuracy = word_accuracy(comparison)
    texts = sources or comparison.references[0]
    what = "source" if sources else "reference"
    charts = [
        _chart(comparison, metric, f"{shown} by words of the {what}", "words", by_length(texts)),
        _chart(
            comparison,
            metric,
            f"{shown} by the share of words that the set’s {what}s have only once",
            "rare words",
            by_rarity(texts),
        ),
        Chart("F1 of words by how often the references have them", "times", labels, (), accuracy),
    ]
    groups = by_document(documents)
    chart = _chart(comparison, metric, f"{shown} by document", "", groups) if groups else None
    systems = comparison.systems
    return Report(
        name,
        comparison,
        sources,
        notes,
        metric,
        charts,
        chart,
        findings_by_code(systems, sources, documents) if sources else {},
        [_duel(comparison, metric, verdict, chart) for verdict in verdicts(comparison)],
        published_scores(name),
        estimates or {},
        documents if groups else (),
    )


def _chart(
    comparison: Comparison, metric: str, title: str, unit: str, groups: Sequence[Group]
) -> Chart:
    return Chart(
        title,
        unit,
        [group.label for group in groups],
        [len(group.segments) for group in groups],
        group_scores(comparison, metric, groups),
    )


def _duel(comparison: Comparison, metric: str, verdict: Verdict, documents: Chart | None) -> Duel:
    system, baseline = verdict.system, comparison.baseline
    return Duel(
        verdict,
        _where(documents, system, baseline, -1 if metric == "ter" else 1) if documents else "",
        gained(comparison, system, baseline),
        gained(comparison, baseline, system),
        differences(comparison, metric, system, baseline),
        differences(comparison, metric, baseline, system),
    )


def _where(documents: Chart, system: str, baseline: str, sign: int) -> str:
    """On which documents ``system`` is better and worse. sign: -1 where less is better."""
    rows = zip(documents.labels, documents.values[system], documents.values[baseline], strict=True)
    gains = sorted((sign * (mine - base), label) for label, mine, base in rows)
    parts: list[str] = []
    for word, found in (
        ("better", [row for row in reversed(gains) if row[0] > 0]),
        ("worse", [row for row in gains if row[0] < 0]),
    ):
        if found:
            gain, label = found[0]
            count = f"{len(found)}" if parts else f"{len(found)} of {len(gains)} documents"
            parts.append(f"{word} on {count}, most on {label} ({sign * gain:+.1f})")
    shown = documents.title.split()[0]
    return f"By {shown} it is {', and '.join(parts) or 'alike on every document'}."
