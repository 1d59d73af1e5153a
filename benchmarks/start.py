"""Print how long ``reinschrift`` takes to start, model converted and cached already.

python -m benchmarks.start [ARTICLE]
"""

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
    """Time three starts; the first has no product in it."""
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLE
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
