"""Lists the words of English texts, so that a word that nobody ever wrote can be told.

    python -m translate.training.lexicon.spelling FOLDER FILE... [--without NAME...]

FOLDER: ``translate/checks/data`` for the lists that the package ships. FILE: English sentences, or
pairs, of which the English is read. ``--without``: parts of origins and labels whose pairs are
not read.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from translate.files import write_atomic
from translate.training.backtranslation import read_sentences
from translate.training.corpus import read_pairs
from translate.training.lexicon.make import wrapped

SHORTEST = 5  # letters; shorter ones are too often names, codes and foreign
RAREST = 3  # times that a word with a capital must stand somewhere: many are slips
_WORD = re.compile(r"(?<![\w'’-])[a-z]{5,}(?!['’]?\w|-)")
_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W\d_]{2,}")
_COMMENTS = {
    "english_words": "Words of English texts, in lower case, of five letters and more.",
    "english_capitals": "Words that English texts write with a capital only.",
}


def english_words(texts: Iterable[str]) -> tuple[list[str], list[str]]:
    """The different words in lower case of at least ``SHORTEST`` letters, and those with a capital.

    Of the latter, of three letters and more, only those are listed that stand there ``RAREST``
    times and are not in the first list, or in capitals throughout.
    """
    small: set[str] = set()
    capital: Counter[str] = Counter()
    for text in texts:
        small.update(_WORD.findall(text))
        capital.update(_CAPITAL.findall(text))
    names = [
        word
        for word, times in capital.items()
        if times >= RAREST and word.lower() not in small and not word.isupper()
    ]
    return sorted(small), sorted(names)


def _texts(path: Path, without: Sequence[str]) -> Iterator[str]:
    if not {".tsv", ".parquet"} & set(path.suffixes):
        yield from read_sentences([path])
        return
    for pair in read_pairs(path):
        if not any(name in pair.origin or name in pair.label for name in without):
            yield pair.target


if __name__ == "__main__":
    arguments = sys.argv[1:]
    end = arguments.index("--without") if "--without" in arguments else len(arguments)
    folder, *files = map(Path, arguments[:end])
    lists = english_words(text for path in files for text in _texts(path, arguments[end + 1 :]))
    for (name, comment), found in zip(_COMMENTS.items(), lists, strict=True):
        write_atomic(folder / f"{name}.txt", wrapped(comment, found))
