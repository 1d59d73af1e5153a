"""Time and memory of ``reinschrift translate`` against the number of articles.

    python -m benchmarks.scaling wmt08 wmt09 wmt10 wmt11 wmt12 wmt13 wmt14 wmt15 wmt16 wmt17 wmt18
    python -m benchmarks.scaling sentences.txt --sizes 1 10 100 --options "--beam 1"

Sentences, all different, make articles of three; where they run out, they come again with a
number behind their last word, which makes them harder, and the last column says which share. The
command runs in a process of its own for each size. Memory is its peak of resident memory; seconds
are from its call to its end, report included. The speeds of the first and of the last tenth are
read off the times at which the articles were written.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

from benchmarks import sets

SIZES = (1, 10, 100, 1_000, 10_000)
ARTICLE = 3  # sentences


def main() -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", nargs="+", help="files of sentences, or test sets as wmt08")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of articles")
    parser.add_argument("--options", default="", help="more options of reinschrift translate")
    options = parser.parse_args()
    read = (line.strip() for name in options.data for line in sets.sources(name))
    sentences = list(dict.fromkeys(filter(None, read)))
    heads = [
        "articles",
        "words",
        "seconds",
        "words/s",
        "peak MB",
        "first tenth",
        "last tenth",
        "varied",
    ]
    print(" ".join(f"{head:>11}" for head in heads))
    for size in options.sizes:
        lines = list(islice(endless(sentences), size * ARTICLE))
        articles = [lines[n * ARTICLE : (n + 1) * ARTICLE] for n in range(size)]
        varied = f"{max(0, len(lines) - len(sentences)) / len(lines):.0%}"
        print(f"{row(articles, options.options.split())} {varied:>11}", flush=True)


def endless(sentences: Sequence[str]) -> Iterator[str]:
    """The sentences, then again and again with the number of the round behind the last word."""
    yield from sentences
    for number in count(2):
        for sentence in sentences:
            words = sentence.rstrip(".!?")
            yield f"{words} ({number}){sentence[len(words) :]}"


def row(articles: Sequence[Sequence[str]], options: Sequence[str]) -> str:
    """Translate ``articles`` and say what it took."""
    counts = [sum(len(line.split()) for line in lines) for lines in articles]
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "in", Path(folder) / "out"
        source.mkdir()
        for number, lines in enumerate(articles):
            (source / f"{number:06}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
        command = [sys.executable, "-m", "translate", "translate", str(source), "-o", str(out)]
        begin = time.perf_counter()
        process = subprocess.Popen([*command, "--quiet", *options])
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"reinschrift translate ended with {process.returncode}")
        times = [path.stat().st_mtime for path in sorted(out.glob("*.txt"))]
    words = sum(counts)
    numbers = [f"{len(articles):,}", f"{words:,}", f"{seconds:.1f}", f"{words / seconds:,.0f}"]
    numbers += [f"{usage.ru_maxrss / 1000:,.0f}", *tenths(times, counts)]
    return " ".join(f"{number:>11}" for number in numbers)


def tenths(times: Sequence[float], counts: Sequence[int]) -> tuple[str, str]:
    """Words a second in the first and in the last tenth, as the articles were written.

    The first window of articles is when the clock starts; too few articles say nothing.
    """
    tenth = len(times) // 10
    if tenth < 100:
        return "–", "–"
    start = next(n for n, when in enumerate(times) if when - times[0] > 0.1)
    first = sum(counts[start : start + tenth]) / (times[start + tenth] - times[start])
    last = sum(counts[-tenth:]) / (times[-1] - times[-tenth - 1])
    return f"{first:,.0f}", f"{last:,.0f}"


if __name__ == "__main__":
    main()
