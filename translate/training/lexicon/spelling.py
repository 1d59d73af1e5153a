"""Lists the words of English texts, so that a word that nobody ever wrote can be told.

    python -m translate.training.lexicon.spelling OUT FILE... [--without NAME...]

OUT: ``translate/checks/data/english_words.txt`` for the list that the package ships. FILE: English
sentences, or pairs, of which the English is read. ``--without``: parts of origins and labels
whose pairs are not read.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from translate.files import write_atomic
from translate.training.backtranslation import read_sentences
from translate.training.corpus import read_pairs
from translate.training.lexicon.make import wrapped

SHORTEST = 5  # letters; shorter ones are too often names, codes and foreign
_WORD = re.compile(r"(?<![\w'’-])[a-z]{5,}(?!['’]?\w|-)")
_COMMENT = "Words of English texts, in lower case, of five letters and more."


def english_words(texts: Iterable[str]) -> list[str]:
    """The different words in lower case of at least ``SHORTEST`` letters, in order."""
    return sorted({word for text in texts for word in _WORD.findall(text)})


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
    out, *files = map(Path, arguments[:end])
    read = (text for path in files for text in _texts(path, arguments[end + 1 :]))
    write_atomic(out, wrapped(_COMMENT, english_words(read)))
