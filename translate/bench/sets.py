"""Test sets: sacreBLEU's by name, or one's own pairs."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from translate.bench.texts import Texts, count_lines, read_lines, read_texts, refuse_gaps
from translate.errors import CorpusError

_PAIR = "de-en"
_COLUMNS = {"source", "reference", "document"}


@dataclass(frozen=True, slots=True)
class TestSet:
    """Sources and references, segment by segment, and outputs that exist already.

    documents: the document of each segment, in which it stands in order; all the same where
    nothing is known. outputs: by system. notes: how files were aligned.
    """

    __test__ = False

    name: str
    sources: Sequence[str]
    references: Sequence[Sequence[str]]
    documents: Sequence[str]
    outputs: Mapping[str, Sequence[str]]
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """Words of the sources between white space."""
        return sum(len(line.split()) for line in self.sources)

    def first(self, count: int | None) -> "TestSet":
        """The set of its first ``count`` segments, which its name then says; None for all."""
        if count is None or count >= len(self.sources):
            return self
        return replace(
            self,
            name=f"{self.name}, first {count}",
            sources=self.sources[:count],
            references=[lines[:count] for lines in self.references],
            documents=self.documents[:count],
            outputs={name: lines[:count] for name, lines in self.outputs.items()},
        )


def published(name: str, systems: Mapping[str, Path], *, limit: int | None = None) -> TestSet:
    """The set that sacreBLEU calls ``name``, German to English, from its cache or the network.

    systems: files of outputs, by system, of all segments or of the first ``limit``.
    Raises CorpusError that names the files in the cache which sacreBLEU would read, if they are
    neither there nor can be got.
    """
    from sacrebleu import DATASETS

    if name not in DATASETS or _PAIR not in DATASETS[name].langpairs:
        known = ", ".join(sorted(n for n in DATASETS if _PAIR in DATASETS[n].langpairs))
        raise CorpusError(f"{name}: sacreBLEU has no such set for {_PAIR}; choose from {known}")
    dataset: Any = DATASETS[name]
    try:
        files = [dataset.get_source_file(_PAIR), *dataset.get_reference_files(_PAIR)]
        fields = dict(zip(dataset.fieldnames(_PAIR), dataset.get_files(_PAIR), strict=True))
    except (Exception, SystemExit) as error:
        reason = str(error).strip().splitlines() if isinstance(error, Exception) else []
        raise CorpusError(
            f"{name}: is not in sacreBLEU's cache and cannot be downloaded "
            f"({type(error).__name__}{': ' + reason[0] if reason else ''}); it is read from "
            f"{' and '.join(_cached(dataset))}, where SACREBLEU names the folder of the cache"
        ) from error
    references = [f"reference {number}" for number in range(1, len(files))]
    sides = dict(zip(("source", *references), map(Path, files), strict=True))
    texts = read_texts(sides)
    found = read_lines(Path(fields["docid"])) if "docid" in fields else []
    documents = found if len(set(found)) > 1 else texts.documents
    outputs = _outputs(systems, len(documents), name, limit)
    return replace(_of(name, texts, references, (), documents), outputs=outputs)


def _cached(dataset: Any) -> list[str]:
    """The files that sacreBLEU reads a set from; newer sets are one file, kept as it came."""
    if hasattr(dataset, "_get_langpair_path"):
        return [dataset._get_langpair_path(_PAIR)]  # noqa: SLF001
    return [dataset._get_txt_file_path(_PAIR, field) for field in ("src", "ref")]  # noqa: SLF001


def pairs(path: Path, systems: Mapping[str, Path], *, limit: int | None = None) -> TestSet:
    """Own pairs from a table: source, tab, reference, and maybe more references.

    A first line may name the columns: source, reference (repeatable), document. systems: files
    of outputs, of all segments or of the first ``limit``. Raises CorpusError that names the line.
    """
    text = "\n".join(read_lines(path))
    rows = list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    if "source" in head and set(head) <= _COLUMNS:
        rows = rows[1:]
    else:
        head = ["source"] + ["reference"] * (len(head) - 1)
    if head.count("source") != 1 or "reference" not in head or not rows:
        raise CorpusError(f"{path}: has no pairs; give lines of source, tab, reference")
    start = 2 if len(rows) < text.count("\n") + 1 else 1
    for number, row in enumerate(rows, start=start):
        if len(row) != len(head):
            raise CorpusError(f"{path}: line {number} has {len(row)} columns, not {len(head)}")
        if empty := next((n for n, cell in zip(head, row, strict=True) if _empty(cell)), None):
            raise CorpusError(f"{path}: line {number} has no {empty}; fill or drop it")
    columns = list(zip(*rows, strict=True))
    sides = [list(cells) for cells, name in zip(columns, head, strict=True) if name == "reference"]
    sources = list(columns[head.index("source")])
    documents = list(columns[head.index("document")]) if "document" in head else [""] * len(rows)
    outputs = _outputs(systems, len(sources), str(path), limit)
    return TestSet(path.name, sources, sides, documents, outputs)


def own(
    source: Path,
    references: Sequence[Path],
    systems: Mapping[str, Path],
    *,
    aligned: bool = False,
    limit: int | None = None,
) -> TestSet:
    """Own files of lines, or folders of articles; see ``read_texts``.

    A system's output may be a file with one segment a line beside folders too, as ``bench``
    writes it: of all segments or of the first ``limit``.
    """
    lines = source.is_dir() or not aligned
    files = {name: path for name, path in systems.items() if lines and path.is_file()}
    sides = {f"reference {i}": path for i, path in enumerate(references, start=1)}
    folders = {name: path for name, path in systems.items() if name not in files}
    names = {f"system {name}": path for name, path in folders.items()}
    texts = read_texts({"source": source} | sides | names, aligned=aligned)
    for name, path in sides.items():
        refuse_gaps(path, texts.sides[name])
    found = _of(source.name, texts, list(sides), folders, texts.documents)
    count = len(found.sources)
    outputs = {**found.outputs, **_outputs(files, count, str(source), limit)}
    return replace(found, outputs={name: outputs[name] for name in systems})


def _outputs(
    systems: Mapping[str, Path], count: int, place: str, limit: int | None
) -> dict[str, list[str]]:
    """The lines of files of outputs of ``place``, which has ``count`` segments.

    Raises CorpusError for another number of lines than that or ``limit``.
    """
    outputs = {name: read_lines(path) for name, path in systems.items()}
    for name, lines in outputs.items():
        if len(lines) not in {count, min(limit or count, count)}:
            raise CorpusError(
                f"{systems[name]}: has {count_lines(len(lines))} where {place} has {count} "
                "segments; each translation needs its source on the same line"
            )
    return outputs


def _of(
    name: str,
    texts: Texts,
    references: Sequence[str],
    systems: Iterable[str],
    documents: Sequence[str],
) -> TestSet:
    sources = texts.sides["source"]
    if empty := next((i for i, line in enumerate(sources, start=1) if not line.strip()), None):
        raise CorpusError(f"{name}: line {empty} of the source is empty; fill or drop it")
    return TestSet(
        name,
        sources,
        [texts.sides[key] for key in references],
        documents,
        {key: texts.sides[f"system {key}"] for key in systems},
        texts.notes,
    )


def _empty(cell: str) -> bool:
    return cell.strip() in {"", "nan", "NaN"}
