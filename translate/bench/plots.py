"""Plots as SVG that inherits the page's colours: lines by group, speed against quality."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from translate.bench.report import Chart

_WIDTH, _HEIGHT = 560, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 14, 14, 46
_ROW = 30
_NAMES = 170  # the room for names beside a row


@dataclass(frozen=True, slots=True)
class Mark:
    """A score to draw. series: number of its colour; None for others' published scores."""

    name: str
    value: float
    interval: tuple[float, float] | None = None
    series: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A system by its source words a second and its score with its interval."""

    name: str
    speed: float
    value: float
    series: int
    interval: tuple[float, float] | None = None


def intervals(marks: Sequence[Mark]) -> str:
    """One row a score, with its interval as a bar."""
    ends = [end for mark in marks for end in (mark.interval or (mark.value, mark.value))]
    axis = _Axis.over(ends, _NAMES, _WIDTH - _RIGHT)
    height = _TOP + _ROW * len(marks) + 30
    parts = [_gridline(axis, tick, height) for tick in axis.ticks]
    for place, mark in enumerate(marks):
        y = _TOP + _ROW * (place + 0.5)
        style = "other" if mark.series is None else f"s{mark.series % 6}"
        parts.append(_text(_NAMES - 12, y + 4, mark.name, "name", "end"))
        if mark.interval:
            low, high = map(axis, mark.interval)
            parts.append(
                f'<line class="{style} bar" x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}"/>'
            )
        parts.append(f'<circle class="{style}" cx="{axis(mark.value):.1f}" cy="{y}" r="4.5"/>')
    return _svg(_WIDTH, height, parts, "Scores with their intervals")


def speed_and_quality(points: Sequence[Point], metric: str) -> str:
    """Speed on a logarithmic axis to the right, quality upwards, intervals as bars."""
    speeds = [math.log10(point.speed) for point in points]
    across = _Axis.over([min(speeds) - 0.15, max(speeds) + 0.15], _LEFT, _WIDTH - _RIGHT)
    values = [end for point in points for end in (point.interval or (point.value, point.value))]
    up = _Axis.over(values, _HEIGHT - _BOTTOM, _TOP)
    parts = list(_horizontals(up))
    for exponent in range(math.floor(across.low), math.ceil(across.high) + 1):
        for digit in (1, 2, 5):
            x = across(exponent + math.log10(digit))
            if _LEFT <= x <= _WIDTH - _RIGHT:
                parts.append(
                    _text(x, _HEIGHT - _BOTTOM + 18, f"{digit * 10**exponent:,g}", "tick", "middle")
                )
    parts.append(_text(_WIDTH - _RIGHT, _HEIGHT - 8, "source words a second →", "tick", "end"))
    parts.append(_text(_LEFT, _TOP - 3, metric, "tick", "start"))
    for point in points:
        x, y = across(math.log10(point.speed)), up(point.value)
        style = f"s{point.series % 6}"
        if point.interval:
            ends = " ".join(f'y{i}="{up(end):.1f}"' for i, end in enumerate(point.interval, 1))
            parts.append(f'<line class="{style} bar" x1="{x:.1f}" x2="{x:.1f}" {ends}/>')
        parts.append(f'<circle class="{style}" cx="{x:.1f}" cy="{y:.1f}" r="5"/>')
        right = x > _WIDTH * 0.7
        anchor = "end" if right else "start"
        parts.append(_text(x + (-10 if right else 10), y + 4, point.name, "name", anchor))
    return _svg(_WIDTH, _HEIGHT, parts, "Speed against quality")


def lines(chart: Chart, series: Mapping[str, int]) -> str:
    """One line a system over the labels of ``chart``."""
    values = [value for row in chart.values.values() for value in row]
    up = _Axis.over(values, _HEIGHT - _BOTTOM, _TOP)
    step = (_WIDTH - _RIGHT - _LEFT) / max(1, len(chart.labels))
    places = [_LEFT + step * (place + 0.5) for place in range(len(chart.labels))]
    parts = list(_horizontals(up))
    for place, label in enumerate(chart.labels):
        parts.append(_text(places[place], _HEIGHT - _BOTTOM + 17, label, "tick", "middle"))
        if chart.counts:
            count = f"{chart.counts[place]:,}"
            parts.append(_text(places[place], _HEIGHT - _BOTTOM + 33, count, "count", "middle"))
    for name, row in chart.values.items():
        style = f"s{series[name] % 6}"
        path = " ".join(f"{x:.1f},{up(value):.1f}" for x, value in zip(places, row, strict=True))
        parts.append(f'<polyline class="{style}" points="{path}"/>')
        for x, value in zip(places, row, strict=True):
            centre = f'cx="{x:.1f}" cy="{up(value):.1f}" r="3.5"'
            title = f"<title>{escape(name)}: {value:.1f}</title>"
            parts.append(f'<circle class="{style}" {centre}>{title}</circle>')
    return _svg(_WIDTH, _HEIGHT, parts, chart.title)


def differences_by_document(chart: Chart, system: str, baseline: str, *, less: bool) -> str:
    """A bar a document, from the most lost to the most gained. less: a lower score is better."""
    rows = zip(chart.labels, chart.values[system], chart.values[baseline], strict=True)
    gains = sorted((((b - a) if less else (a - b)), label) for label, a, b in rows)
    up = _Axis.over([0.0, *(gain for gain, _ in gains)], 170, _TOP)
    step = (_WIDTH - _RIGHT - _LEFT) / len(gains)
    parts = list(_horizontals(up))
    for place, (gain, label) in enumerate(gains):
        top, bottom = sorted((up(gain), up(0)))
        style = "gain" if gain > 0 else "loss"
        parts.append(
            f'<rect class="{style}" x="{_LEFT + step * place:.1f}" y="{top:.1f}" '
            f'width="{max(step * 0.8, 0.8):.1f}" height="{max(bottom - top, 0.5):.1f}">'
            f"<title>{escape(label)}: {gain:+.1f}</title></rect>"
        )
    return _svg(_WIDTH, 180, parts, f"{system} against {baseline} by document")


@dataclass(frozen=True, slots=True)
class _Axis:
    """A linear scale from values to pixels, with round ticks."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]

    @classmethod
    def over(cls, values: Sequence[float], start: float, end: float) -> "_Axis":
        low, high = min(values), max(values)
        span = max(high - low, 1e-3)
        size = 10 ** math.floor(math.log10(span / 3))
        step = next(size * factor for factor in (1, 2, 5, 10) if span / (size * factor) <= 5)  # noqa: PLR2004
        low, high = math.floor(low / step) * step, math.ceil(high / step) * step
        count = round((high - low) / step)
        ticks = tuple(low + step * place for place in range(count + 1))
        return cls(low, high if high > low else low + step, start, end, ticks)

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def _horizontals(axis: _Axis) -> Iterator[str]:
    for tick in axis.ticks:
        y = axis(tick)
        yield f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield _text(_LEFT - 7, y + 4, f"{tick:g}", "tick", "end")


def _gridline(axis: _Axis, tick: float, height: float) -> str:
    x = axis(tick)
    line = f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{height - 24}"/>'
    return line + _text(x, height - 8, f"{tick:g}", "tick", "middle")


def _text(x: float, y: float, text: str, style: str, anchor: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="{style}" {place}>{escape(text)}</text>'


def _svg(width: float, height: float, parts: Sequence[str], title: str) -> str:
    body = "".join(parts)
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">{body}</svg>'
    )
