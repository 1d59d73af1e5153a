"""The list of English words holds what English texts have, and nothing else."""

import subprocess
import sys
from pathlib import Path

from translate.training.lexicon.spelling import english_words


def test_words_in_lower_case_are_listed_once_in_order() -> None:
    """Names, short words, and parts of compounds and contractions are left out."""
    texts = ["The burglars couldn't open it.", "Burglars from Leipzig: well-known burglars!"]
    assert english_words(texts) == (["burglars"], [])


def test_words_with_a_capital_must_come_three_times() -> None:
    """Neither slips nor codes nor words that merely opened a sentence are listed."""
    texts = ["The KGB met Lavrov, and Lavrov’s wife.", "Lavrov saw Minsk.", "Lavrvo left the pub."]
    texts += ["Burglars!", "Some burglars.", "Burglars?", "Burglars."]
    assert english_words(texts)[1] == ["Lavrov"]


def test_the_command_reads_texts_and_the_english_of_pairs(tmp_path: Path) -> None:
    """Pairs whose label has a name after --without are not read."""
    text, pairs, out = tmp_path / "a.en", tmp_path / "b.tsv", tmp_path / "lists"
    out.mkdir()
    text.write_text("She opened the window of her little house again.\n", "utf-8")
    pairs.write_text(
        "Er lachte.\tHe laughed loudly.\tnews\t\tset1\nEr weinte.\tHe sobbed.\tnews\t\tset2\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "translate.training.lexicon.spelling", str(out)]
    subprocess.run([*command, str(text), str(pairs), "--without", "set2"], check=True)
    words = (out / "english_words.txt").read_text("utf-8").splitlines()[1].split()
    assert words == ["again", "house", "laughed", "little", "loudly", "opened", "window"]
