"""What a run trains on, and the folder that keeps it: no file there is over 15 MB."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from io import BytesIO
from lzma import LZMAError
from pathlib import Path
from typing import Any
from zipfile import ZIP_LZMA, BadZipFile, ZipFile

import numpy as np
from numpy.typing import NDArray

from translate.errors import CorpusError
from translate.files import write_atomic
from translate.training.card import Source
from translate.training.tokens import Side, Tokens
from translate.training.vocabulary import Vocabulary

_RECORD = "prepared.json"
_PART = 15_000_000  # bytes of a file before it is compressed


@dataclass(frozen=True, slots=True)
class Prepared:
    """A corpus as numbers.

    vectors: a row for every id (float16), alike for words that translate each other; None where
    the run starts from a model and needs none. sources: the data sets, for the card.
    settings: what it was prepared by, as plain values.
    """

    vocabulary: Vocabulary
    domains: Mapping[str, Tokens]
    vectors: NDArray[np.float16] | None
    sources: tuple[Source, ...]
    settings: Mapping[str, Any]

    def save(self, folder: Path) -> None:
        """Writes everything to ``folder``, the record last. Raises OutputError."""
        (folder / _RECORD).unlink(missing_ok=True)
        write_atomic(folder / "source.spm", self.vocabulary.source)
        write_atomic(folder / "target.spm", self.vocabulary.target)
        if self.vectors is not None:
            _write(folder / "vectors.npz", {"vectors": self.vectors})
        parts: dict[str, list[str]] = {}
        for name, tokens in self.domains.items():
            for number, part in enumerate(_parts(tokens), 1):
                parts.setdefault(name, []).append(f"{name}-{number}.npz")
                _write(folder / parts[name][-1], _arrays(part))
        record = {
            "settings": self.settings,
            "vectors": self.vectors is not None,
            "domains": parts,
            "sources": [asdict(source) for source in self.sources],
        }
        write_atomic(folder / _RECORD, json.dumps(record, indent=1, ensure_ascii=False).encode())

    @classmethod
    def load(cls, folder: Path) -> "Prepared":
        """Reads what ``save`` wrote. Raises CorpusError."""
        try:
            record = json.loads((folder / _RECORD).read_text("utf-8"))
            return cls(
                Vocabulary(*((folder / f"{s}.spm").read_bytes() for s in ("source", "target"))),
                {
                    name: Tokens.laid([_tokens(folder / part) for part in parts])
                    for name, parts in record["domains"].items()
                },
                _read(folder / "vectors.npz")["vectors"] if record["vectors"] else None,
                tuple(Source(**row) for row in record["sources"]),
                record["settings"],
            )
        except (OSError, ValueError, KeyError, TypeError, BadZipFile, LZMAError, EOFError) as error:
            raise CorpusError(
                f"{folder}: holds no prepared corpus that can be read ({error}); "
                "write one with reinschrift train CORPUS... --prepare-only"
            ) from error


def settings_in(folder: Path) -> Mapping[str, Any] | None:
    """What the corpus in ``folder`` was prepared by; None if there is no whole one."""
    path = folder / _RECORD
    settings: Mapping[str, Any] | None = (
        json.loads(path.read_text("utf-8"))["settings"] if path.is_file() else None
    )
    return settings


def _parts(tokens: Tokens) -> Iterator[Tokens]:
    sizes = 2 * (tokens.source.lengths() + tokens.target.lengths() + 2)
    part_of = np.cumsum(sizes) // _PART
    for number in np.unique(part_of):
        yield tokens.select(np.flatnonzero(part_of == number))


def _arrays(tokens: Tokens) -> dict[str, NDArray[Any]]:
    return {
        "source": tokens.source.flat,
        "source_lengths": tokens.source.lengths().astype(np.uint16),
        "target": tokens.target.flat,
        "target_lengths": tokens.target.lengths().astype(np.uint16),
    }


def _tokens(path: Path) -> Tokens:
    arrays = _read(path)
    source, target = (Side.of(arrays[s], arrays[f"{s}_lengths"]) for s in ("source", "target"))
    return Tokens(source, target)


def _write(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """An ``.npz`` file by LZMA, which finds the repetitions of a corpus: half of zlib's size."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_LZMA) as archive:
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w") as entry:
                np.lib.format.write_array(entry, array, allow_pickle=False)
    write_atomic(path, file.getvalue())


def _read(path: Path) -> dict[str, NDArray[Any]]:
    with np.load(path) as arrays:
        return dict(arrays)
