"""False alarms and speed of the checks on clean human text.

    SACREBLEU=/path/to/cache python -m benchmarks.checks [wmt19 ...]

Prints, for each sacreBLEU set (German-English, human on both sides): the share of sentences
that repair changes, the share with a source finding, the share of pairs with a pair finding
(any, and major or worse), the findings by code, and source words a second on one core (the
last one with sentence vectors). The first 100 sentences are not timed: with them the tables are
read and the expressions compiled, which ``benchmarks.start`` measures.
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence

from benchmarks import sets
from translate.checks import Pair, Source, check_pair, check_source, measured
from translate.findings import Finding, Severity
from translate.repair import repair_text
from translate.spans import Span

WARM = 100  # sentences

Findings = list[list[Finding]]


def main() -> None:
    """Print the figures of each set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sets", nargs="*", default=["wmt19"], help="test sets as wmt19")
    for name in parser.parse_args().sets:
        sources, references = sets.sources(name), sets.references(name)
        warm = run(sources[:WARM], references[:WARM])
        rest = run(sources[WARM:], references[WARM:])
        words = sum(len(text.split()) for text in sources[WARM:])
        speeds = (words / seconds for seconds in rest[3])
        print(f"{name}: {len(sources)} sentences")
        print(f"  repair changes {share(sum(warm[0] + rest[0]), len(sources))}")
        report("source findings", warm[1] + rest[1])
        report("pair findings  ", warm[2] + rest[2])
        print(
            "  words/s: repair {:,.0f}, source {:,.0f}, pair {:,.0f}, all {:,.0f}, "
            "with the meaning {:,.0f}".format(*speeds)
        )


def run(
    sources: Sequence[str], references: Sequence[str]
) -> tuple[list[bool], Findings, Findings, tuple[float, ...]]:
    """Which sources are repaired, the findings on sources and on pairs, CPU seconds of each part.

    The parts: repair, source checks, pair checks, these together, these with sentence vectors.
    """
    start = time.process_time()
    repairs = [repair_text(text) for text in sources]
    repaired = time.process_time()
    on_sources = [check_source(Source(text, (Span(0, len(text)),))) for text in sources]
    checked = time.process_time()
    pairs = [Pair(r.text, reference) for r, reference in zip(repairs, references, strict=True)]
    for pair in pairs:
        check_pair(pair)
    end = time.process_time()
    pairs = measured(pairs)
    compared = time.process_time()
    seconds = (repaired - start, checked - repaired, end - checked, end - start, compared - start)
    on_pairs = [check_pair(pair) for pair in pairs]
    return [bool(repair.edits) for repair in repairs], on_sources, on_pairs, seconds


def report(title: str, found: Sequence[Sequence[Finding]]) -> None:
    """Print how many sentences have findings, and of which codes."""
    graded = [[f for f in findings if f.severity is not Severity.INFO] for findings in found]
    major = sum(any(f.severity.rank >= Severity.MAJOR.rank for f in g) for g in graded)
    codes = Counter(f.code for findings in found for f in findings)
    print(
        f"  {title}: any {share(sum(map(bool, graded)), len(found))}, "
        f"major {share(major, len(found))}; "
        + " ".join(f"{code}:{count}" for code, count in codes.most_common())
    )


def share(part: int, whole: int) -> str:
    """``part`` of ``whole`` in percent."""
    return f"{100 * part / whole:.2f} %"


if __name__ == "__main__":
    main()
