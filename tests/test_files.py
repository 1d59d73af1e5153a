"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from translate.errors import InputError, OutputError
from translate.files import append_line, build_folder, read_bytes, write_atomic


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """An error in the middle of the text loses nothing."""
    target = tmp_path / "a.txt"
    write_atomic(target, b"old")

    def broken() -> object:
        yield "new"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_atomic(target, broken())  # type: ignore[arg-type]
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    """The output folder need not exist."""
    write_atomic(tmp_path / "x" / "y" / "a.txt", ["Grüße", "\n"])
    assert (tmp_path / "x" / "y" / "a.txt").read_text("utf-8") == "Grüße\n"


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    """The message names the file and the remedy."""
    (tmp_path / "x").write_text("")
    with pytest.raises(OutputError, match=r"x/a\.txt: cannot be written .*; choose a folder"):
        write_atomic(tmp_path / "x" / "a.txt", b"")


def test_a_torn_line_is_removed_before_the_next(tmp_path: Path) -> None:
    """What a crash cut short does not spoil the line behind it."""
    path = tmp_path / "m.jsonl"
    assert append_line(path, "one") == 0
    with path.open("ab") as file:
        file.write(b"x" * 200_000)
    assert append_line(path, "zwö") == 4
    assert path.read_text("utf-8") == "one\nzwö\n"
    with pytest.raises(ValueError, match="newline"):
        append_line(path, "a\nb")


def test_a_torn_first_line_is_removed_too(tmp_path: Path) -> None:
    """A crash during the very first line counts as nothing done."""
    path = tmp_path / "m.jsonl"
    path.write_bytes(b"half a li")
    assert append_line(path, "one") == 0
    assert path.read_bytes() == b"one\n"


def test_a_folder_is_built_whole_or_not_at_all(tmp_path: Path) -> None:
    """A half-converted model is never found by the next run."""

    def build(folder: Path) -> None:
        (folder / "model.bin").write_bytes(b"1")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        build_folder(tmp_path / "model", build)
    assert list(tmp_path.iterdir()) == []
    build_folder(tmp_path / "model", lambda folder: (folder / "model.bin").touch())
    build_folder(tmp_path / "model", lambda _: None)  # another process was faster
    assert (tmp_path / "model" / "model.bin").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_reading_says_what_is_wrong(tmp_path: Path) -> None:
    """Each message names the file and what to do."""
    with pytest.raises(InputError, match=r"no\.txt: does not exist; check the spelling"):
        read_bytes(tmp_path / "no.txt")
    with pytest.raises(InputError, match="is a folder; give a file"):
        read_bytes(tmp_path)
