"""English in, pairs out; nothing is done twice, nothing is lost."""

import lzma
from pathlib import Path

import pytest

from translate.engines.stub import StubEngine
from translate.errors import CorpusError
from translate.training import backtranslation
from translate.training.backtranslation import back_translate, is_usable, read_sentences
from translate.training.corpus import Pair, read_pairs

LINES = [f"The mayor of town number {i} spoke for a while." for i in range(50)]


def stopping(after: int) -> StubEngine:
    """An engine that gives up once it has seen so many sentences."""

    def answer(text: str) -> str:
        if len(engine.seen) > after:
            raise KeyboardInterrupt
        return text.upper()

    engine = StubEngine(answer)
    return engine


def test_sentences_are_read_once_and_only_usable_ones(tmp_path: Path) -> None:
    """Blank lines, headings, tables and repetitions are left out; files may be compressed."""
    text = "\n".join([LINES[0], "", "CONTENTS OF THE BOOK", "12 34 56 78 9", LINES[0], LINES[1]])
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "b.xz").write_bytes(lzma.compress(LINES[2].encode()))
    assert list(read_sentences([tmp_path / "a.txt", tmp_path / "b.xz"])) == LINES[:3]
    assert not is_usable("Yes.")
    with pytest.raises(CorpusError, match=r"none\.txt: cannot be read"):
        list(read_sentences([tmp_path / "none.txt"]))


def test_a_stopped_run_translates_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is the same as that of a run that was not stopped."""
    monkeypatch.setattr(backtranslation, "CHUNK", 8)
    straight, stopped = tmp_path / "straight.tsv", tmp_path / "stopped.tsv"
    assert back_translate(LINES, StubEngine(), straight) == len(LINES)
    with pytest.raises(KeyboardInterrupt):
        back_translate(LINES, stopping(20), stopped)
    assert not stopped.exists()
    with (tmp_path / "stopped.tsv.part").open("a", encoding="utf-8") as part:
        part.write('[["torn')
    engine = StubEngine()
    back_translate(LINES, engine, stopped)
    assert engine.seen == LINES[16:]
    assert stopped.read_bytes() == straight.read_bytes()
    assert not (tmp_path / "stopped.tsv.part").exists()


def test_the_file_is_a_corpus(tmp_path: Path) -> None:
    """The English is the target, and the origin says how the German came about."""
    out = tmp_path / "back.tsv"
    back_translate(LINES[:1], StubEngine(), out)
    (pair,) = read_pairs(out)
    german = StubEngine().translate(LINES[:1])[0].text
    assert pair == Pair(german, LINES[0], "back-translation")


def test_other_sentences_do_not_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the file to remove."""
    monkeypatch.setattr(backtranslation, "CHUNK", 8)
    with pytest.raises(KeyboardInterrupt):
        back_translate(LINES, stopping(8), tmp_path / "a.tsv")
    with pytest.raises(CorpusError, match=r"a\.tsv\.part: holds other sentences"):
        back_translate(LINES[1:], StubEngine(), tmp_path / "a.tsv")
