"""Makes the garble detector's file: see ``make``.

    python -m translate.training.garble FOLDER OUT CORPUS...

FOLDER: has MLQE-PE's train and dev splits. OUT: ``translate/checks/data/garble.npz`` for the
one that the package ships, from the CORPUS files news, general, web, software and terms, in
this order. CORPUS: TSV files of pairs with their origins. Under eight minutes of one core.
"""

import sys
from pathlib import Path

from translate.training.garble.make import make


def _report(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    folder, out, *corpora = map(Path, sys.argv[1:])
    make(corpora, folder, out, report=_report)
