"""Find the articles of a batch, and where each translation goes."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.errors import InputError, ReinschriftError, UsageError
from translate.pipeline import Failure


@dataclass(frozen=True, slots=True)
class Job:
    """One article: read ``source``, write ``target``; ``name`` is unique in the batch."""

    name: str
    source: Path
    target: Path


def collect(
    inputs: Sequence[Path], out: Path | None, suffixes: Sequence[str]
) -> tuple[list[Job], list[Failure]]:
    """Jobs for all articles that ``inputs`` (files and folders) name, sorted by name.

    A file goes to ``out`` under its own name, a folder's files under their path inside it;
    without ``out`` nothing is written, and each target is the source.
    Files in folders whose suffix is unknown are passed over, hidden ones too. Raises
    UsageError where ``out`` lies inside an input.
    """
    file = str.casefold if out is not None and _ignores_case(out) else str
    jobs: dict[str, Job] = {}
    failures: list[Failure] = []
    for path in inputs:
        if out is not None:
            _refuse_nested(path, out)
        count = len(jobs) + len(failures)
        for name, found in _articles(path, suffixes):
            if isinstance(found, ReinschriftError):
                failures.append(Failure(name, found))
            elif not _is_text(name):
                shown = os.fsencode(found).decode(errors="replace")
                error = InputError(shown, "has a name that is no valid UTF-8", "rename it")
                failures.append(Failure(shown, error))
            elif out is None:
                jobs[str(found)] = Job(name, found, found)
            elif (other := jobs.get(file(name))) and other.source.resolve() != found.resolve():
                reason = f"would write the same file as {other.source} ({out / name})"
                error = InputError(found, reason, "rename one, or translate it to another folder")
                failures.append(Failure(str(found), error))
            else:
                jobs[file(name)] = Job(name, found, out / name)
        if count == len(jobs) + len(failures) and path.is_dir():
            reason = f"holds no article (no file ending in {', '.join(suffixes)})"
            error = InputError(path, reason, "give another folder, or files by name")
            failures.append(Failure(str(path), error))
    return [jobs[key] for key in sorted(jobs)], failures


def _ignores_case(folder: Path) -> bool:
    """Whether the disk of ``folder``, which need not exist yet, takes a.txt and A.txt for one."""
    there = folder.resolve()
    while not there.exists():
        there = there.parent
    for path in (there, *there.parents):
        other = path.with_name(path.name.swapcase()) if path.name else path
        if other != path:
            return other.exists() and other.samefile(path)
    return False


def _refuse_nested(path: Path, out: Path) -> None:
    if path.is_dir() and out.resolve().is_relative_to(path.resolve()):
        raise UsageError(
            f"{out}: the output folder lies inside the input folder {path}, so that its files "
            "would become inputs of the next run; choose a folder outside"
        )
    if path.is_file() and out.resolve() == path.resolve().parent:
        raise UsageError(
            f"{out}: the output folder is the folder of {path}, which would be overwritten; "
            "choose another folder"
        )


def _articles(path: Path, suffixes: Sequence[str]) -> Iterator[tuple[str, Path | ReinschriftError]]:
    if path.is_dir():
        yield from _walk(path, Path(), suffixes, ())
    elif path.is_symlink() and not path.exists():
        yield str(path), _broken_link(path)
    elif not path.exists():
        yield str(path), InputError(path, "does not exist", "check the spelling")
    elif path.suffix.lower() not in suffixes:
        reason = f"has a format that cannot be read ({path.suffix or 'no suffix'})"
        yield str(path), InputError(path, reason, f"convert it to one of {', '.join(suffixes)}")
    else:
        yield path.name, path


def _walk(
    folder: Path, inside: Path, suffixes: Sequence[str], above: tuple[Path, ...]
) -> Iterator[tuple[str, Path | ReinschriftError]]:
    """Articles below ``folder``, whose path in the input is ``inside``; no folder twice."""
    real = folder.resolve()
    if real in above:
        yield str(folder), InputError(folder, "links back to a folder above it", "remove the link")
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        reason = f"cannot be listed ({error.strerror})"
        yield str(folder), InputError(folder, reason, "change its permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, inside / entry.name, suffixes, (*above, real))
        elif entry.suffix.lower() in suffixes:
            if entry.is_file():
                yield (inside / entry.name).as_posix(), entry
            else:
                yield str(entry), _broken_link(entry)


def _is_text(name: str) -> bool:
    """Whether ``name`` was decoded without loss, so that reports can hold it."""
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _broken_link(path: Path) -> InputError:
    return InputError(path, "is a broken or circular link", "repair or remove it")
