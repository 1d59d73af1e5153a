"""Names are told from nouns by words that translations keep and words that they render."""

from pathlib import Path

from translate.training.lexicon.names import make

NAMES = ("Janko", "Jelko", "Sanko", "Velko", "Zirko", "Zalko")
NOUNS = ("Gubelung", "Habelung", "Ribelung", "Wobelung", "Zebelung", "Dubelung")


def test_names_and_nouns_are_told_by_their_letters(tmp_path: Path) -> None:
    """Endings of words that stay as they are speak for a name, those of lost ones against it."""
    rows = [
        f"Gestern {verb} {name} die {noun}.\tYesterday {name} {did} it.\tx\t\t"
        for name in NAMES
        for noun in NOUNS
        for verb, did in (("sah", "saw"), ("nahm", "took"), ("fand", "found"), ("bot", "gave"))
    ]
    corpus, out = tmp_path / "pairs.tsv", tmp_path / "name_odds.tsv"
    corpus.write_text("\n".join(rows) + "\n", "utf-8")
    assert make([corpus], out, rarest=len(NAMES)) > 1
    lines = out.read_text("utf-8").splitlines()[2:]
    weights = {name: float(weight) for name, weight in (line.split("\t") for line in lines)}
    assert weights["ko$"] > 0 > weights["ung$"]
    assert weights["after article"] < 0
