"""Files: read with clear errors, written whole or not at all. No other module writes.

A file is written beside its target, flushed to the disk and renamed over it, so that a
reader (or a run after a crash) sees the old file or the new one, never a part.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from translate.errors import InputError, OutputError


def cache_folder() -> Path:
    """Where what can be made again is kept: ``reinschrift`` in $XDG_CACHE_HOME or ~/.cache."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "reinschrift"


def read_bytes(path: Path) -> bytes:
    """What stands in ``path``. Raises InputError."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(path, "does not exist", "check the spelling") from error
    except IsADirectoryError as error:
        raise InputError(path, "is a folder", "give a file") from error
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        raise InputError(path, reason, "check that you may read it") from error


def read_data(package: str, name: str) -> str:
    """What ``data/name`` beside the code of ``package`` says, without ``#`` comments."""
    from importlib.resources import files

    text = files(package).joinpath("data", name).read_text("utf-8")
    first, *others = f"\n{text}".split("\n#")
    return first + "".join("\n" + other.partition("\n")[2] for other in others)


def write_atomic(path: Path, data: bytes | Iterable[str]) -> None:
    """Write ``data`` (bytes, or text in parts, as UTF-8) to ``path``, making its folder if needed.

    Raises OutputError; whatever stood at ``path`` before stays then.
    """
    parts = (data,) if isinstance(data, bytes) else (part.encode() for part in data)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(parts)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritable(path, error) from error


def remove(path: Path) -> bool:
    """Remove the file ``path``; whether there was one. Raises OutputError."""
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unwritable(path, error) from error
    return True


def append_line(path: Path, line: str) -> int:
    """Append ``line`` and a newline to ``path`` in one write; return its byte offset.

    A line cut short by a crash is removed first. Raises OutputError, ValueError if ``line``
    holds a newline.
    """
    if "\n" in line:
        raise ValueError("a line cannot hold a newline")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as file:
            offset = _drop_torn_tail(path, file.tell())
            file.write(line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
            return offset
    except OSError as error:
        raise _unwritable(path, error) from error


def build_folder(path: Path, build: Callable[[Path], None]) -> None:
    """Let ``build`` fill a temporary folder, then rename it to ``path``.

    If another process was faster, its folder stays. Raises OutputError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
        try:
            build(temporary)
            temporary.chmod(0o777 & ~_umask())
            with contextlib.suppress(OSError):
                temporary.rename(path)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        raise _unwritable(path, error) from error
    if not path.is_dir():
        raise OutputError(f"{path}: is in the way of a folder; move it and try again")


def _drop_torn_tail(path: Path, size: int) -> int:
    """Cut ``path`` behind its last newline; return the size that is left."""
    if not size:
        return 0
    with path.open("rb+") as file:
        end = size
        while end:
            start = max(0, end - 65536)
            file.seek(start)
            newline = file.read(end - start).rfind(b"\n")
            if newline >= 0:
                end = start + newline + 1
                break
            end = start
        if end < size:
            file.truncate(end)
        return end


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(f"{path}: cannot be written ({reason}); choose a folder you may write to")
