"""False alarms and speed of the checks on clean human text.

    SACREBLEU=/path/to/cache python -m benchmarks.checks wmt19 [wmt20 ...]

Prints, for each sacreBLEU set (German-English, human on both sides): the share of sentences
that repair changes, the share with a source finding, the share of pairs with a pair finding
(any, and major or worse), the findings by code, and source words a second on one core (the
last one with sentence vectors).
"""

import sys
import time
from collections import Counter
from collections.abc import Sequence

from translate.checks import Pair, Source, check_pair, check_source, measured
from translate.findings import Finding, Severity
from translate.repair import repair_text
from translate.spans import Span


def main(names: Sequence[str]) -> None:
    """Measure the sets ``names``."""
    for name in names:
        sources, references = load(name)
        words = sum(len(text.split()) for text in sources)
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
        on_pairs = [check_pair(pair) for pair in pairs]
        changed = sum(bool(repair.edits) for repair in repairs)
        print(f"{name}: {len(sources)} sentences, {words} source words")
        print(f"  repair changes {share(changed, len(sources))}")
        report("source findings", on_sources)
        report("pair findings  ", on_pairs)
        print(
            f"  words/s: repair {words / (repaired - start):,.0f}, "
            f"source {words / (checked - repaired):,.0f}, pair {words / (end - checked):,.0f}, "
            f"all {words / (end - start):,.0f}, with the meaning {words / (compared - start):,.0f}"
        )


def load(name: str) -> tuple[list[str], list[str]]:
    """Sources and first references of a set."""
    from sacrebleu.utils import get_reference_files, get_source_file

    def read(path: str) -> list[str]:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - sacreBLEU gives strings
            return file.read().rstrip("\n").split("\n")

    return read(get_source_file(name, "de-en")), read(get_reference_files(name, "de-en")[0])


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
    main(sys.argv[1:] or ["wmt19"])
