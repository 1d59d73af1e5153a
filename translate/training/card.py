"""The model's card: what it was trained on, under which licences, how, and how good it is."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from translate.errors import CorpusError
from translate.scores.overlap import Score
from translate.training.recipe import Recipe

_CONDITIONS = {
    "GPL or AGPL (share alike)": r"\bA?GPL",
    "CC BY-SA (share alike)": r"CC[ -]BY[ -]SA",
    "use for research": r"\bresearch",
    "no licence stated": r"\b(no|states? no|not stated) ?licen[cs]e|not stated",
}


@dataclass(frozen=True, slots=True)
class Run:
    """What a training run was. tokens: target tokens seen."""

    date: str
    hardware: str
    minutes: float
    steps: int
    tokens: int
    parameters: int
    vocabulary: int


@dataclass(frozen=True, slots=True)
class Source:
    """A data set that was trained on."""

    name: str
    domain: str
    pairs: int
    licence: str
    origin: str


def sources_of(used: Mapping[str, Mapping[str, int]], corpus: Sequence[Path]) -> list[Source]:
    """The data sets used, with what the ``sources.tsv`` beside the corpus files says of them.

    Its columns ``name``, ``licence`` and ``origin`` are read; without it they stay unknown.
    Raises CorpusError if it lacks them.
    """
    known: dict[str, dict[str, str]] = {}
    for folder in sorted({path.parent for path in corpus}):
        path = folder / "sources.tsv"
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
            if rows and not {"name", "licence", "origin"} <= set(rows[0]):
                raise CorpusError(f"{path}: needs the columns name, licence and origin")
            known.update({row["name"]: row for row in rows})
    return [
        Source(
            name or domain,
            domain,
            pairs,
            known.get(name, {}).get("licence") or "unknown",
            known.get(name, {}).get("origin") or "unknown",
        )
        for domain, origins in used.items()
        for name, pairs in origins.items()
    ]


def licence_note(sources: Iterable[Source]) -> str:
    """What follows from the data for the use of the weights, in one sentence or two."""
    licences = [source.licence for source in sources]
    found = [
        name
        for name, pattern in _CONDITIONS.items()
        if any(re.search(pattern, licence, re.IGNORECASE) for licence in licences)
    ]
    if not found:
        return "The weights carry the licences of the texts that they were trained on."
    return (
        "The weights were trained on texts under the licences listed here; "
        f"among them are texts with these conditions: {', '.join(found)}. "
        "Whoever passes the weights on or uses them commercially must judge these conditions."
    )


def score_row(test_set: str, decoding: str, score: Score) -> dict[str, Any]:
    """A row of the card's tables of scores."""
    return {
        "set": test_set,
        "decoding": decoding,
        "metric": score.name,
        "value": round(score.value, 2),
        "signature": score.signature,
    }


def make_card(
    recipe: Recipe,
    run: Run,
    sources: Sequence[Source],
    development: Sequence[Mapping[str, Any]] = (),
    *,
    before: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The card as plain values, for ``card.json``.

    development: rows of ``score_row``. before: the card of the model that the run started from;
    its runs and its data are part of this model too.
    """
    before = before or {}
    data = {(source.name, source.domain): source for source in sources}
    for row in before.get("data", ()):
        data.setdefault((row["name"], row["domain"]), Source(**row))
    earlier = [*before.get("earlier", ()), before["training"]] if "training" in before else []
    languages = ("English", "German") if recipe.reverse else ("German", "English")
    return {
        "name": "reinschrift-en-de" if recipe.reverse else "reinschrift-de-en",
        "task": f"translation from {languages[0]} to {languages[1]} (MarianMT)",
        "licence": licence_note(data.values()),
        "training": asdict(run),
        "earlier": earlier,
        "development": list(development),
        "scores": [],
        "data": [asdict(source) for source in data.values()],
        "recipe": recipe.as_table(),
    }


def as_markdown(card: Mapping[str, Any]) -> str:
    """The card as a page to read."""
    run = card["training"]
    lines = [
        f"# {card['name']}",
        "",
        f"A model for {card['task']}, trained from `card.json`'s recipe on {run['date']}.",
        "",
        "## Licence",
        "",
        card["licence"],
        "",
        "## Training",
        "",
        f"{run['parameters']:,} parameters, {run['vocabulary']:,} pieces. {_told(run)}",
    ]
    if card.get("earlier"):
        lines += ["", "The model that this run started from:", ""]
        lines += [f"- {_told(earlier)}" for earlier in card["earlier"]]
    for title, key in (("Development scores", "development"), ("Test scores", "scores")):
        if card[key]:
            lines += ["", f"## {title}", "", *_table(card[key])]
    lines += ["", "## Data", "", *_table(card["data"])]
    return "\n".join(lines) + "\n"


def _told(run: Mapping[str, Any]) -> str:
    return (
        f"{run['steps']:,} updates on {run['tokens']:,} target tokens in "
        f"{run['minutes']:.0f} minutes on {run['hardware']}."
    )


def _table(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    names = list(rows[0])
    body = [[_cell(row.get(name, "")) for name in names] for row in rows]
    return [f"| {' | '.join(cells)} |" for cells in (names, ["---"] * len(names), *body)]


def _cell(value: Any) -> str:
    text = f"{value:,}" if isinstance(value, int) else str(value)
    return text.replace("|", "\\|")
