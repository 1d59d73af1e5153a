"""How long ``reinschrift`` takes to start, its model converted and cached already.

    python -m benchmarks.start [ARTICLE]

Prints medians of five runs after one to warm up; the first line has no product in it.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

RUNS = 5
ARTICLE = Path(__file__).parent.parent / "seeds" / "articles" / "politik-haushalt.txt"


def seconds(command: Sequence[str]) -> float:
    """The median wall time of ``command`` after one run to warm up."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def translate(article: Path) -> float:
    """The median wall time of translating ``article`` into a new folder each time."""
    times = []
    for _ in range(RUNS + 1):
        with tempfile.TemporaryDirectory() as out:
            command = [sys.executable, "-m", "translate", "translate", str(article), "-o", out]
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def main() -> None:
    """Print one line a start."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("article", nargs="?", type=Path, default=ARTICLE)
    article = parser.parse_args().article
    python = sys.executable
    print(f"{'bare Python':<36} {seconds([python, '-c', '']):6.2f} s")
    print(f"{'import translate':<36} {seconds([python, '-c', 'import translate']):6.2f} s")
    print(f"{'reinschrift --help':<36} {seconds([python, '-m', 'translate', '--help']):6.2f} s")
    print(f"{'reinschrift check ARTICLE':<36} ", end="")
    check = [python, "-m", "translate", "check", str(article), "--fail-on", "never"]
    print(f"{seconds(check):6.2f} s")
    print(f"{f'reinschrift translate {article.name}':<36} {translate(article):6.2f} s")


if __name__ == "__main__":
    main()
