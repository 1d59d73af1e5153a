"""Reads German-English pairs from TSV and Parquet files, each file a domain."""

import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from translate.errors import CorpusError

_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """A source, its target, and what the corpus says of them.

    origin: the data set. cosine: of the sides' sentence embeddings, None if not measured.
    label: the data set's own word for the pair (a path, a test set, a system).
    """

    source: str
    target: str
    origin: str = ""
    cosine: float | None = None
    label: str = ""


def domain_of(path: Path) -> str:
    """The domain of a corpus file: its name up to the first dot."""
    return path.name.split(".", 1)[0]


def read_pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a file: ``.parquet``, or TSV (also ``.xz``).

    Columns: source, target, and, where they are known, origin, cosine, label. In a Parquet
    file they have these names, or ``de`` and ``en``. Raises CorpusError, which names the line.
    """
    if path.suffix == ".parquet":
        return _read_parquet(path)
    return _read_tsv(path)


def _read_tsv(path: Path) -> Iterator[Pair]:
    number = 0
    try:
        with lzma.open(path) if path.suffix == ".xz" else path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
                if text.strip():
                    yield _pair(text.rstrip("\r\n").split("\t"), f"{path}:{number}")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}:{number}: is not UTF-8; convert the file first") from error
    except (OSError, lzma.LZMAError, EOFError) as error:
        raise CorpusError(f"{path}: cannot be read ({error}); give a TSV file") from error


def _pair(cells: Sequence[str], place: str) -> Pair:
    if not 1 < len(cells) <= _COLUMNS:
        raise CorpusError(
            f"{place}: {len(cells)} columns; give source, target and at most origin, cosine, label"
        )
    source, target, origin, cosine, label = [*cells, "", "", ""][:_COLUMNS]
    try:
        measured = float(cosine) if cosine else None
    except ValueError:
        raise CorpusError(f"{place}: cosine {cosine!r} is no number; leave it empty") from None
    return Pair(source.strip(), target.strip(), origin, measured, label)


def _read_parquet(path: Path) -> Iterator[Pair]:
    try:
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError as error:
        raise CorpusError(f"{path}: Parquet needs pyarrow; install it, or give TSV") from error
    try:
        file = parquet.ParquetFile(path)
        names = set(file.schema_arrow.names)
        sides = ("source", "target") if {"source", "target"} <= names else ("de", "en")
        if not set(sides) <= names:
            raise CorpusError(f"{path}: has no columns source and target (or de and en)")
        columns = [*sides, *(name for name in ("origin", "cosine", "label") if name in names)]
        for batch in file.iter_batches(columns=columns):
            for row in batch.to_pylist():
                cosine = row.get("cosine")
                yield Pair(
                    (row[sides[0]] or "").strip(),
                    (row[sides[1]] or "").strip(),
                    row.get("origin") or "",
                    None if cosine is None else float(cosine),
                    row.get("label") or "",
                )
    except (OSError, ValueError) as error:
        raise CorpusError(f"{path}: cannot be read as Parquet ({error})") from error
