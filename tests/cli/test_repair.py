"""``reinschrift repair`` mends German and nothing else."""

from pathlib import Path

import pytest

from tests.command import Command
from translate import documents
from translate.cli import repair
from translate.mending import mend_document

GARBLED = """# Der US -Präsident

Er traf *Witkoff-Putin-Putin*
am Montag mit mit [dem Hut](https://x.org/a-a) in
in Berlin.

```
mit mit
```
"""
MENDED = """# Der US-Präsident

Er traf *Witkoff-Putin*
am Montag mit [dem Hut](https://x.org/a-a) in Berlin.

```
mit mit
```
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A garbled article in Markdown, in a folder with a clean one."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.md").write_text(GARBLED, "utf-8")
    (tmp_path / "in/b.txt").write_bytes("Alles größer.\r\n".encode("cp1252"))
    return tmp_path / "in/a.md"


def test_one_article_is_printed(article: Path, reinschrift: Command) -> None:
    """Line breaks, markup, code and addresses stay as they are."""
    run = reinschrift("repair", article)
    assert (run.code, run.out, run.err) == (0, MENDED, "")
    assert article.read_text("utf-8") == GARBLED


def test_a_folder_becomes_a_folder(article: Path, tmp_path: Path, reinschrift: Command) -> None:
    """Clean articles come out byte for byte."""
    run = reinschrift("repair", article.parent, "-o", tmp_path / "out")
    assert run.code == 0
    assert f"{article}: 4 repairs" in run.out
    assert "b.txt: nothing to repair" in run.out
    assert (tmp_path / "out/a.md").read_text("utf-8") == MENDED
    assert (tmp_path / "out/b.txt").read_bytes() == (article.parent / "b.txt").read_bytes()
    run = reinschrift("repair", article, "-o", tmp_path / "c.md")
    assert (tmp_path / "c.md").read_text("utf-8") == MENDED


def test_check_says_whether_anything_would_change(article: Path, reinschrift: Command) -> None:
    """Exit code 1 if so; nothing is written."""
    run = reinschrift("repair", article.parent, "--check")
    assert run.code == 1
    assert article.read_text("utf-8") == GARBLED
    assert reinschrift("repair", article.parent / "b.txt", "--check").code == 0


def test_the_diff_is_one_that_patch_understands(article: Path, reinschrift: Command) -> None:
    """Unified where nobody looks; the file stays."""
    run = reinschrift("repair", article, "--diff")
    assert run.out.startswith(f"--- {article}\n+++ {article}\n@@ ")
    assert "-# Der US -Präsident\n+# Der US-Präsident\n" in run.out
    assert run.code == 0
    assert reinschrift("repair", article, "--diff", "--check").code == 1


def test_a_terminal_shows_each_change_with_its_reason(article: Path) -> None:
    """Place and code, the old text beside the new."""
    document = documents.read(article.read_bytes(), "a.md")
    shown = [line.plain for line in repair._changes(mend_document(document))]
    assert shown[0].startswith("a.md:1:")
    assert "S320" in shown[0]
    assert "Putin" in "".join(shown)


def test_what_is_ignored_stays(article: Path, reinschrift: Command) -> None:
    """By option; nothing else changes."""
    out = reinschrift("repair", article, "--ignore", "S31").out
    assert out == GARBLED.replace("US -P", "US-P")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["in"], "2 articles cannot be printed; give --out, --diff or --check"),
        (["in", "-o", "c.md"], "c.md: is one file for 2 articles; choose a folder"),
        (["in", "-o", "out", "--check"], "--check writes nothing"),
        (["in", "-o", "in/out"], "choose a folder outside"),
        (["none.txt"], "none.txt: does not exist"),
        (["in/a.md", "--ignore", "X"], "no check has a code that begins with 'X'"),
    ],
)
def test_wrong_use_is_one_clear_line(
    article: Path,
    reinschrift: Command,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    """Exit code 2."""
    monkeypatch.chdir(article.parent.parent)
    run = reinschrift("repair", *arguments)
    assert run.code == 2
    assert message in run.err
    assert "Traceback" not in run.err


def test_a_bad_article_never_stops_the_others(
    article: Path, tmp_path: Path, reinschrift: Command
) -> None:
    """It is named; exit code 3."""
    (article.parent / "c.txt").write_bytes(b"\x7fELF\x00\x01\x02")
    run = reinschrift("repair", article.parent, "-o", tmp_path / "out")
    assert run.code == 3
    assert "like a binary file" in run.err
    assert (tmp_path / "out/a.md").read_text("utf-8") == MENDED


def test_a_repair_that_touches_markup_writes_the_block_anew() -> None:
    """The text is mended and the markup is still valid."""
    mended = mend_document(documents.read(b"Er kam mit *mit dem* Zug.\n", "a.md"))
    assert documents.read(mended.data, "a.md").blocks[0].text == "Er kam mit dem Zug."
    assert mended.text == "Er kam mit *dem* Zug.\n"


def test_mending_twice_changes_nothing_more(article: Path) -> None:
    """And what the text says is what the bytes say."""
    once = mend_document(documents.read(article.read_bytes(), "a.md"))
    twice = mend_document(documents.read(once.data, "a.md"))
    assert twice.edits == ()
    assert twice.data == once.data
    assert once.data.decode() == once.text
