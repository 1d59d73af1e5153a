"""Makes the tables of words that the pair checks look into.

    python -m translate.training.lexicon FOLDER CORPUS... [--without NAME...]

FOLDER: ``translate/checks/data`` for those that the package ships. CORPUS: files of pairs with
their origins and cosines. ``--without``: parts of origins and labels whose pairs are not read.
"""

import sys
from pathlib import Path

from translate.training.lexicon.make import make


def _report(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    end = arguments.index("--without") if "--without" in arguments else len(arguments)
    folder, *corpora = map(Path, arguments[:end])
    make(corpora, folder, without=arguments[end + 1 :], report=_report)
