"""``reinschrift score``: translations against references, in sacreBLEU's numbers."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate.cli import options
from translate.cli.console import print_line, print_note
from translate.cli.systems import named_paths
from translate.errors import CorpusError, UsageError
from translate.files import write_atomic
from translate.scores.counting import METRICS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translate.scores.significance import Comparison


class Format(StrEnum):
    """How scores are printed."""

    TABLE = "table"
    JSON = "json"
    LATEX = "latex"
    HTML = "html"


class By(StrEnum):
    """What is scored beside the whole."""

    CORPUS = "corpus"
    DOCUMENT = "document"
    SEGMENT = "segment"


def run(
    hypothesis: Annotated[
        str,
        typer.Argument(
            metavar="HYPOTHESIS", help="Translations: a file, one a line, or a folder of articles."
        ),
    ],
    references: Annotated[
        list[Path], typer.Argument(metavar="REFERENCE", help="References, likewise.")
    ],
    *,
    system: Annotated[
        list[str] | None,
        typer.Option(
            metavar="[NAME=]FILE", help="Another system's translations, to compare; repeatable."
        ),
    ] = None,
    metric: Annotated[
        list[str] | None,
        typer.Option("--metric", "-m", metavar="METRIC", help=f"{', '.join(METRICS)}; repeatable."),
    ] = None,
    by: Annotated[
        By, typer.Option(metavar="WHAT", help="Score each document or segment too.")
    ] = By.CORPUS,
    docids: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The document of each line, for files of lines."),
    ] = None,
    align: options.Align = False,
    bootstrap: options.Bootstrap = 1000,
    trials: options.Trials = 10_000,
    output_format: Annotated[
        Format, typer.Option("--format", "-f", metavar="FORMAT", help="table, json, latex or html.")
    ] = Format.TABLE,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write to a file instead.")
    ] = None,
) -> None:
    """Score translations against references: BLEU, chrF2, chrF2++ and TER by sacreBLEU.

    With --system, each system is tested against the first.
    """
    # What scores is loaded when it is needed, so that --help is quick.
    from translate.bench import page, rows
    from translate.bench.report import report
    from translate.bench.texts import read_texts, refuse_gaps
    from translate.scores.significance import compare

    systems = named_paths([hypothesis, *(system or ())])
    sides = {f"reference {number}": path for number, path in enumerate(references, start=1)}
    texts = read_texts(
        sides | {f"system {name}": path for name, path in systems.items()}, aligned=align
    )
    for name, path in sides.items():
        refuse_gaps(path, texts.sides[name])
    documents = _documents(docids, texts.documents) if docids else texts.documents
    if by is By.DOCUMENT and set(documents) == {""}:
        raise UsageError("--by document needs documents: give folders of articles, or --docids")
    comparison = compare(
        {name: texts.sides[f"system {name}"] for name in systems},
        [texts.sides[name] for name in sides],
        metrics=list(dict.fromkeys(name.lower() for name in metric or METRICS)),
        bootstrap=bootstrap,
        trials=trials,
    )
    for note in [*texts.notes, *comparison.doubts]:
        print_note(note)
    parts: Iterable[str]
    if output_format is Format.JSON:
        wanted = documents if by is By.DOCUMENT else ()
        data = rows.score_rows(comparison, wanted, segments=by is By.SEGMENT)
        parts = (json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n",)
    elif output_format is Format.LATEX:
        parts = (f"{line}\n" for line in rows.latex(comparison))
    elif output_format is Format.HTML:
        name = ", ".join(path.name for path in references)
        item = report(name, comparison, documents, notes=texts.notes)
        parts = page.render([item], title="Scores", systems={}, machine={})
    else:
        parts = (_table(comparison, documents, by),)
    if out:
        write_atomic(out, parts)
    else:
        print_line("".join(parts).removesuffix("\n"))


def _documents(path: Path, known: list[str]) -> list[str]:
    """The document of each segment by the file of them, in the place of the ``known``."""
    from translate.bench.texts import count_lines, read_lines

    documents = read_lines(path)
    if len(documents) != len(known):
        raise CorpusError(
            f"{path}: has {count_lines(len(documents))} for {len(known)} segments; "
            "each segment needs its document on the same line"
        )
    return documents


def _table(comparison: "Comparison", documents: list[str], by: By) -> str:
    """Scores in columns, then the answers, the signatures, and the parts asked for."""
    from translate.bench import tables

    blocks = [tables.scores(comparison)]
    if by is By.DOCUMENT:
        blocks.append(tables.documents(comparison, documents))
    if by is By.SEGMENT:
        blocks.append(tables.segments(comparison))
    return "\n\n".join(block for block in blocks if block) + "\n"
