"""Reading and restoring articles: are the bytes the same, and how fast is it?

    python -m benchmarks.documents [FILE_OR_FOLDER ...]

Each article is read into blocks and put together again with its own text; it has to come out
byte for byte. Without arguments the seed articles are taken.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from translate import documents, segmenting
from translate.errors import ReinschriftError

SEEDS = Path(__file__).parent.parent / "seeds" / "articles"


def main() -> None:
    """Print one line a kind of document."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", nargs="*", type=Path, default=[SEEDS], help="files or folders")
    kinds: dict[str, list[Path]] = defaultdict(list)
    for path in articles(parser.parse_args().articles):
        kinds[path.suffix.lower()].append(path)
    print(f"{'kind':10} {'articles':>8} {'same':>8} {'refused':>8} {'sentences':>10} {'MB/s':>7}")
    for kind, paths in sorted(kinds.items()):
        same = refused = sentences = size = 0
        seconds = 0.0
        for path in paths:
            data = path.read_bytes()
            size += len(data)
            start = time.perf_counter()
            try:
                document = documents.read(data, path.name)
                raw = [block.span.of(document.text) for block in document.blocks]
                same += documents.restore(document, raw) == data
                sentences += sum(len(segmenting.split(block.text)) for block in document.blocks)
            except ReinschriftError as error:
                refused += 1
                print(f"  {error}")
            seconds += time.perf_counter() - start
        speed = size / 1e6 / max(seconds, 1e-9)
        print(f"{kind:10} {len(paths):>8,} {same:>8,} {refused:>8,} {sentences:>10,} {speed:>7.2f}")


def articles(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among ``paths``, and those of a known kind in the folders."""
    for path in paths:
        if path.is_dir():
            found = (entry for entry in sorted(path.rglob("*")) if entry.is_file())
            yield from (entry for entry in found if entry.suffix.lower() in documents.SUFFIXES)
        else:
            yield path


if __name__ == "__main__":
    main()
