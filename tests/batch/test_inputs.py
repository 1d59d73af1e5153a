"""A batch takes every article once and says why it refuses one."""

from pathlib import Path

import pytest

from translate.batch import collect
from translate.errors import UsageError

SUFFIXES = (".txt", ".md")


def put(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")


def test_a_folder_gives_its_articles_under_their_paths(tmp_path: Path) -> None:
    """Subfolders are kept, hidden and other files passed over."""
    put(
        tmp_path / "in/b.txt", tmp_path / "in/x/a.MD", tmp_path / "in/.c.txt", tmp_path / "in/d.png"
    )
    jobs, failures = collect([tmp_path / "in"], tmp_path / "out", SUFFIXES)
    assert [(job.name, job.target) for job in jobs] == [
        ("b.txt", tmp_path / "out/b.txt"),
        ("x/a.MD", tmp_path / "out/x/a.MD"),
    ]
    assert not failures


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: None, "does not exist; check the spelling"),
        (lambda path: path.mkdir(), r"holds no article \(no file ending in .txt, .md\); give"),
        (lambda path: path.symlink_to(path), "is a broken or circular link; repair or remove it"),
        (lambda path: path.write_text(""), r"cannot be read \(no suffix\); convert it to one of"),
    ],
)
def test_an_unusable_input_is_named_and_the_others_go_on(
    tmp_path: Path, make: object, message: str
) -> None:
    """One bad input costs nothing but itself."""
    put(tmp_path / "a.txt")
    make(tmp_path / "bad")  # type: ignore[operator]
    jobs, failures = collect([tmp_path / "bad", tmp_path / "a.txt"], tmp_path / "out", SUFFIXES)
    assert [job.name for job in jobs] == ["a.txt"]
    (failure,) = failures
    assert failure.error.args[0].startswith(f"{tmp_path / 'bad'}: ")
    with pytest.raises(type(failure.error), match=message):
        raise failure.error


def test_a_link_to_a_folder_above_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    """A symlink loop ends."""
    put(tmp_path / "in/a.txt", tmp_path / "in/x/b.txt")
    (tmp_path / "in/x/up").symlink_to(tmp_path / "in")
    jobs, failures = collect([tmp_path / "in"], tmp_path / "out", SUFFIXES)
    assert [job.name for job in jobs] == ["a.txt", "x/b.txt"]
    assert "links back to a folder above it; remove the link" in str(failures[0].error)


def test_two_articles_never_write_the_same_file(tmp_path: Path) -> None:
    """The first is translated, the second named; giving one twice is no clash."""
    put(tmp_path / "x/a.txt", tmp_path / "y/a.txt")
    inputs = [tmp_path / "x", tmp_path / "y", tmp_path / "x/a.txt"]
    jobs, failures = collect(inputs, tmp_path / "out", SUFFIXES)
    assert [job.source for job in jobs] == [tmp_path / "x/a.txt"]
    assert [failure.name for failure in failures] == [str(tmp_path / "y/a.txt")]
    assert "would write the same file as" in str(failures[0].error)


def test_nor_do_names_that_a_disk_takes_for_one(tmp_path: Path) -> None:
    """Where a.txt and A.txt are one file, the second is named; elsewhere both are translated."""
    for name in ("a.txt", "A.txt", "b.txt"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text("Hallo.")
    jobs, failures = collect([tmp_path / "in"], tmp_path / "out", (".txt",))
    assert (len(jobs), failures) == (3, [])
    link = tmp_path.with_name(tmp_path.name.swapcase())
    link.symlink_to(tmp_path)  # as a disk that ignores case would answer
    jobs, failures = collect([tmp_path / "in"], tmp_path / "out", (".txt",))
    assert [job.name for job in jobs] == ["A.txt", "b.txt"]
    (failure,) = failures
    assert "would write the same file as" in str(failure.error)
    assert "a.txt" in str(failure.error)


@pytest.mark.parametrize("out", ["in", "in/out", "in/../in/out"])
def test_the_output_may_not_lie_in_the_input(tmp_path: Path, out: str) -> None:
    """Otherwise translations would be translated again."""
    put(tmp_path / "in/a.txt")
    with pytest.raises(UsageError, match="choose a folder outside"):
        collect([tmp_path / "in"], tmp_path / out, SUFFIXES)


def test_an_article_is_never_overwritten(tmp_path: Path) -> None:
    """The output folder may not be the article's own."""
    put(tmp_path / "a.txt")
    with pytest.raises(UsageError, match="would be overwritten"):
        collect([tmp_path / "a.txt"], tmp_path, SUFFIXES)
