"""The dictionary is learned from pairs, each German word with its commonest translation."""

from itertools import product
from pathlib import Path

from translate.training.lexicon.dictionary import make

NOUNS = {"Zaun": "fence", "Hund": "dog", "Brief": "letter", "Baum": "tree", "Stuhl": "chair"}
PLACES = ("Garten", "garden"), ("Hof", "yard"), ("Wald", "forest"), ("Park", "park")
VERBS = ("steht", "stands"), ("liegt", "lies"), ("fehlt", "lacks")
FILLING = [
    "".join(letters) for letters in product("abcdefghijkl", repeat=2)
]  # the commonest words are left out


def test_words_are_learned_with_their_case(tmp_path: Path) -> None:
    """Nouns keep their capital in German, English words get theirs only if they need it."""
    rows = [
        f"Der {german} {verb} im {place}.\tThe {english} {does} in the {where}.\tx\t\t"
        for german, english in NOUNS.items()
        for place, where in PLACES
        for verb, does in VERBS
    ]
    rows += [f"{word}\t{word}\tx\t\t" for word in FILLING * 99]
    corpus, out = tmp_path / "pairs.tsv", tmp_path / "dictionary.tsv"
    corpus.write_text("\n".join(rows) + "\n", "utf-8")
    assert make([corpus], out) >= len(NOUNS)
    learned = dict(line.split("\t")[:2] for line in out.read_text("utf-8").splitlines()[2:])
    assert {noun: learned.get(noun) for noun in NOUNS} == NOUNS
