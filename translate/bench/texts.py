"""Parallel texts from files of lines or folders of articles, segment by segment."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate import segmenting
from translate.documents import SUFFIXES, read
from translate.documents.decoding import decode
from translate.errors import CorpusError, InputError
from translate.files import read_bytes
from translate.scores.alignment import align

_NO_TEXT = ("nan", "NaN")  # how tables spell an empty cell
_SHOWN = 3  # articles that a note names
_REPORT = re.compile(r"report(?:-\d+)?\.html")  # beside translations; none may have this name


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of the same content, by name, and the document of each segment.

    notes: which articles had to be aligned, one sentence each.
    """

    sides: Mapping[str, list[str]]
    documents: list[str]
    notes: tuple[str, ...] = ()


def read_texts(paths: Mapping[str, Path], *, aligned: bool = False) -> Texts:
    """The texts at ``paths`` (name to file or folder), whose first one the others follow.

    Files have one segment a line. Folders hold articles, paired by their path, and a segment
    is a paragraph; where the numbers of paragraphs differ, sentences are aligned by length.
    aligned: treat a file as one article. Raises CorpusError for texts that do not fit,
    InputError for unreadable ones.
    """
    folders = {path.is_dir() for path in paths.values() if path.exists()}
    if len(folders) > 1:
        names = ", ".join(map(str, paths.values()))
        raise CorpusError(f"{names}: give either files or folders, not both")
    if missing := next((path for path in paths.values() if not path.exists()), None):
        raise InputError(missing, "does not exist", "check the spelling")
    if folders == {True}:
        return _folders(paths)
    lines = {name: read_lines(path) for name, path in paths.items()}
    if aligned:
        whole = next(iter(paths.values())).name
        return _joined([_article(whole, _without_blank(lines), "lines")])
    first, *others = lines
    for name in others:
        if len(lines[name]) != len(lines[first]):
            raise CorpusError(
                f"{paths[name]}: {count_lines(len(lines[name]))}, where {paths[first]} has "
                f"{len(lines[first])}; each translation needs its reference on the same line "
                "(--align aligns sentences by length)"
            )
    return Texts(lines, ["" for _ in lines[first]])


def count_lines(count: int) -> str:
    """``1 line``, ``2 lines``."""
    return "1 line" if count == 1 else f"{count} lines"


def refuse_gaps(path: Path, lines: Sequence[str]) -> None:
    """Raise CorpusError if one of the references ``lines``, read from ``path``, is empty."""
    if empty := next((i for i, line in enumerate(lines, start=1) if not line.strip()), None):
        raise CorpusError(f"{path}: line {empty} is empty; every reference needs words")


def read_lines(path: Path) -> list[str]:
    """The lines of a file. Raises CorpusError for a line that is an empty cell of a table."""
    text, _ = decode(read_bytes(path), str(path))
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []
    for number, line in enumerate(lines, start=1):
        if line.strip() in _NO_TEXT:
            raise CorpusError(
                f"{path}: line {number} is {line.strip()!r}, a table's empty cell; fill or drop it"
            )
    return lines


def _folders(paths: Mapping[str, Path]) -> Texts:
    first, *others = paths.values()
    names = list(_files(first, Path()))
    if not names:
        known = ", ".join(SUFFIXES)
        raise CorpusError(f"{first}: holds no article; give a folder with files ending in {known}")
    articles = []
    for inside in names:
        for path in others:
            if not (path / inside).is_file():
                raise CorpusError(
                    f"{path}: has no {inside}, which {first} has; add it or take it away there"
                )
        blocks = {name: _blocks(path / inside) for name, path in paths.items()}
        articles.append(_article(inside.as_posix(), blocks, "paragraphs"))
    notes = []
    for path in dict.fromkeys(others):
        if extra := sorted(set(_files(path, Path())).difference(names)):
            shown = ", ".join(map(str, extra[:_SHOWN])) + ", …" * (len(extra) > _SHOWN)
            notes.append(f"{path}: {len(extra)} left out, which {first} does not have ({shown})")
    return _joined(articles, notes)


def _files(folder: Path, inside: Path) -> Iterator[Path]:
    """Articles below ``folder``, by their path in it; hidden files and reports are none."""
    try:
        entries = sorted((folder / inside).iterdir())
    except OSError as error:
        reason = f"cannot be listed ({error.strerror})"
        raise InputError(folder / inside, reason, "change its permissions") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _files(folder, inside / entry.name)
        elif entry.suffix.lower() in SUFFIXES and not _REPORT.fullmatch(entry.name.lower()):
            yield inside / entry.name


def _blocks(path: Path) -> list[str]:
    """The paragraphs, headings, list items and cells of an article, without their markup."""
    texts = (block.text.replace("\n", " ") for block in read(read_bytes(path), str(path)).blocks)
    return [text.strip() for text in texts if text.strip()]


def _without_blank(lines: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {name: [line.strip() for line in part if line.strip()] for name, part in lines.items()}


def _article(name: str, lines: Mapping[str, list[str]], unit: str) -> Texts:
    """One article: line by line if all sides have as many, else by aligned sentences.

    unit: what a line is, for the note.
    """
    counts = [len(part) for part in lines.values()]
    if not all(counts):
        empty = next(side for side, part in lines.items() if not part)
        raise CorpusError(f"{name}: is empty in {empty}; fill it or take the article away")
    if len(set(counts)) == 1:
        return Texts(dict(lines), [name] * counts[0])
    sentences = [
        [s.of(line) for line in part for s in segmenting.split(line)] for part in lines.values()
    ]
    segments = align(sentences)
    shown = ", ".join(f"{count} in {side}" for side, count in zip(lines, counts, strict=True))
    note = (
        f"{name}: numbers of {unit} differ ({shown}); "
        f"{len(segments[0])} segments were aligned by length"
    )
    return Texts(dict(zip(lines, segments, strict=True)), [name] * len(segments[0]), (note,))


def _joined(articles: Sequence[Texts], notes: Sequence[str] = ()) -> Texts:
    sides: dict[str, list[str]] = {}
    for article in articles:
        for name, lines in article.sides.items():
            sides.setdefault(name, []).extend(lines)
    documents = [name for article in articles for name in article.documents]
    return Texts(
        sides, documents, (*notes, *(note for article in articles for note in article.notes))
    )
