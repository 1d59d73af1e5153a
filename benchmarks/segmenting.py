"""Boundary precision, recall and F1 of sentence splitters on gold sentences, joined by tens.

    python -m benchmarks.segmenting wmt19 path/to/sentences.txt

An argument is a file with one sentence a line, or the name of a sacreBLEU test set (its
German source is used). WMT lines hold headlines without a full stop, so recall is capped
there.
"""

import argparse
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise

import sentencex

from benchmarks import sets
from translate.segmenting import split

Splitter = Callable[[str], Iterable[str]]


def main() -> None:
    """Print one table for each argument."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", nargs="+", help="file, or test set as wmt19")
    parser.add_argument("--errors", action="store_true", help="print our false boundaries")
    arguments = parser.parse_args()
    for name in arguments.data:
        lines = [" ".join(line.split()) for line in sets.sources(name) if line.strip()]
        print(f"{name}: {len(lines)} lines")
        print(f"{'splitter':12} {'P':>6} {'R':>6} {'F1':>6} {'sentences/s':>12}")
        for label, splitter in _splitters():
            print(_row(label, splitter, lines))
        if arguments.errors:
            _print_errors(lines)


def _splitters() -> Iterator[tuple[str, Splitter]]:
    yield "ours", lambda text: [span.of(text) for span in split(text)]
    yield "sentencex", lambda text: sentencex.segment("de", text)
    if find_spec("pysbd"):
        pysbd = import_module("pysbd")

        yield "pysbd", pysbd.Segmenter(language="de", clean=False).segment
    yield "bare regex", re.compile(r"(?<=[.!?])\s+(?=[^a-zäöü])").split


def _tens(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(lines), 10):
        yield lines[start : start + 10]


def _boundaries(parts: Iterable[str]) -> set[int]:
    """Ends of the parts in code points that are no white space, but the last."""
    ends = []
    position = 0
    for part in parts:
        position += len("".join(part.split()))
        ends.append(position)
    return set(ends) - {position, 0}


def _row(label: str, splitter: Splitter, lines: Sequence[str]) -> str:
    right = found = gold = 0
    seconds = 0.0
    for group in _tens(lines):
        text = " ".join(group)
        begin = time.perf_counter()
        parts = list(splitter(text))
        seconds += time.perf_counter() - begin
        expected, actual = _boundaries(group), _boundaries(parts)
        right += len(expected & actual)
        found += len(actual)
        gold += len(expected)
    precision, recall = right / max(found, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    speed = len(lines) / max(seconds, 1e-9)
    return f"{label:12} {precision:6.2%} {recall:6.2%} {f1:6.2%} {speed:12,.0f}"


def _print_errors(lines: Sequence[str]) -> None:
    for group in _tens(lines):
        text = " ".join(group)
        expected = _boundaries(group)
        spans = split(text)
        for first, second in pairwise(spans):
            if len("".join(text[: first.end].split())) not in expected:
                print(f"  + {first.of(text)[-60:]} | {second.of(text)[:40]}")
        ends = {len("".join(text[: span.end].split())) for span in spans}
        position = 0
        for line, following in pairwise(group):
            position += len("".join(line.split()))
            if position not in ends and line[-1] in '.!?…“"':
                print(f"  - {line[-60:]} | {following[:40]}")


if __name__ == "__main__":
    main()
