"""Scores that others published for their systems on sacreBLEU's sets."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Published:
    """A score as its source has it; metric: BLEU (0 to 100) or COMET (0 to 1)."""

    set: str
    metric: str
    system: str
    value: float
    source: str


def published_scores(name: str, metric: str = "BLEU") -> list[Published]:
    """The scores on the set ``name``, best first; none for sets that nobody else has."""
    found = [row for row in _rows() if row.set == name and row.metric == metric]
    return sorted(found, key=lambda row: -row.value)


@cache
def _rows() -> tuple[Published, ...]:
    return tuple(_read())


def _read() -> Iterator[Published]:
    text = (files("translate.bench") / "data" / "published.tsv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        yield Published(
            row["set"], row["metric"], row["system"], float(row["value"]), row["source"]
        )
