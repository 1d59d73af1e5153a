"""Scores as plain tables for the terminal."""

from collections.abc import Iterable, Sequence

from translate.bench.breakdown import by_document, group_scores
from translate.bench.verdict import p_value, verdicts
from translate.scores.significance import Comparison, Method, Standing

_TESTS = {Method.BOOTSTRAP: "p, bootstrap", Method.RANDOMISATION: "p, randomisation"}


def scores(comparison: Comparison) -> str:
    """All systems and metrics, what the tests say, and the signatures."""
    names = list(comparison.standings)
    first = comparison.standings[comparison.baseline]
    if len(names) == 1:
        head = ["Metric", "Score", "95 % interval", "Signature"]
        return table(
            head,
            ([s.score.name, *_value(s), s.score.signature] for s in first.values()),
            left=(0, 2, 3),
        )
    head = ["System", *(standing.score.name for standing in first.values())]
    lines: list[list[str]] = []
    for name, standings in comparison.standings.items():
        lines.append([name, *(" ± ".join(_short(s)) for s in standings.values())])
        for method, label in _TESTS.items():
            chances = [standing.chances.get(method) for standing in standings.values()]
            cells = [
                p_value(chance).removeprefix("= ") + ("*" if chance.significant else " ")
                for chance in chances
                if chance
            ]
            if cells:
                lines.append([f"  {label}", *cells])
    blocks = [table(head, lines)]
    blocks.append("\n".join(verdict.sentence for verdict in verdicts(comparison)))
    signatures = [f"{s.score.name}|{s.score.signature}" for s in first.values()]
    if any("*" in cell for line in lines for cell in line[1:]):
        signatures.append("* beyond chance: p < 0.05, against the first system")
    return "\n\n".join([*blocks, "\n".join(signatures)])


def documents(comparison: Comparison, names: Sequence[str]) -> str:
    """A line a document with the score of each system; empty if there is only one."""
    groups = by_document(names)
    columns = [
        (f"{name}: {_name(comparison, metric)}", values)
        for metric in comparison.counted
        for name, values in group_scores(comparison, metric, groups).items()
    ]
    return table(
        ["Document", "Segments", *(title for title, _ in columns)],
        (
            [group.label, str(len(group.segments)), *(f"{v[place]:.1f}" for _, v in columns)]
            for place, group in enumerate(groups)
        ),
    )


def segments(comparison: Comparison) -> str:
    """A line a segment with the score of each system, as ``sacrebleu --sentence-level``."""
    columns = [
        (f"{name}: {_name(comparison, metric)}", counted.segments(lines))
        for metric, counted in comparison.counted.items()
        for name, lines in comparison.systems.items()
    ]
    return table(
        ["Segment", *(title for title, _ in columns)],
        (
            [str(place + 1), *(f"{values[place]:.1f}" for _, values in columns)]
            for place in range(comparison.segments)
        ),
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, left: Sequence[int] = (0,)) -> str:
    """Cells in columns two spaces apart; those of ``left`` begin at their left edge."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(widths[place]) if place in left else cell.rjust(widths[place])
            for place, cell in enumerate(line)
        ).rstrip()
        for line in lines
    )


def _name(comparison: Comparison, metric: str) -> str:
    return comparison.standings[comparison.baseline][metric].score.name


def _value(standing: Standing) -> tuple[str, str]:
    low, high = standing.score.interval or (0.0, 0.0)
    shown = f"{low:.1f} to {high:.1f}" if standing.score.interval else "–"
    return f"{standing.score.value:.2f}", shown


def _short(standing: Standing) -> list[str]:
    low, high = standing.score.interval or (0.0, 0.0)
    half = [f"{(high - low) / 2:.1f}"] if standing.score.interval else []
    return [f"{standing.score.value:.1f}", *half]
