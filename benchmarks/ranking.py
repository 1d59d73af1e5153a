"""Whether the source checks rank machine translations into German as people rank them.

    python -m benchmarks.ranking wmt21.tsv.gz [wmt22.tsv.gz ...] [--codes]

Each file is a gzipped table with the columns year, system, docid, line and source_mt_german. The
lines of a document are read as one text, since a quotation may run over several. Prints, for each
year, each system's findings per 100 words of its German (their number, and their MQM penalty by
the weights of WMT), with ``--codes`` the findings by code, and Spearman's rank correlation with the
human ranking of the WMT campaigns.
"""

import argparse
import csv
import gzip
import io
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from translate.checks import Source, check_source
from translate.findings import Finding, Severity
from translate.scores.mqm import penalty
from translate.segmenting import split

# Best to worst: official rankings of WMT21 and WMT22, English to German.
HUMAN = {
    "2021": ("Online-W", "Facebook-AI", "eTranslation", "VolcTrans-GLAT", "BUPT_rush"),
    "2022": ("Online-W", "JDExploreAcademy", "Online-A", "PROMT", "OpenNMT"),
}


def main() -> None:
    """Print the systems of each year."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path, help="gzipped tables")
    parser.add_argument("--codes", action="store_true", help="the findings by code too")
    options = parser.parse_args()
    for path in options.files:
        for year, systems in read(path).items():
            rank(year, systems, by_code=options.codes)


def read(path: Path) -> dict[str, dict[str, list[str]]]:
    """German documents by year and system."""
    lines: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    table = io.StringIO(gzip.decompress(path.read_bytes()).decode())
    for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
        lines[row["year"], row["system"], row["docid"]].append(row["source_mt_german"])
    texts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (year, system, _), document in lines.items():
        texts[year][system].append("\n".join(document))
    return texts


def rank(year: str, systems: Mapping[str, Sequence[str]], *, by_code: bool) -> None:
    """Print one year."""
    order = [system for system in HUMAN[year] if system in systems]
    counts, weights = [], []
    print(f"{year}, best to worst by people: findings (and MQM penalty) per 100 words")
    for system in order:
        documents = systems[system]
        words = sum(len(document.split()) for document in documents) / 100
        found = [f for f in findings(documents) if f.severity is not Severity.INFO]
        counts.append(len(found) / words)
        weights.append(sum(map(penalty, found)) / words)
        print(f"  {system:18} {counts[-1]:6.3f} {weights[-1]:7.3f}")
        if by_code:
            codes = Counter(f.code for f in found)
            print("   ", " ".join(f"{code}:{count}" for code, count in codes.most_common()))
    print(f"  Spearman: findings {spearman(counts):+.2f}, penalty {spearman(weights):+.2f}")


def findings(texts: Sequence[str]) -> list[Finding]:
    """The source findings of ``texts``, a block each."""
    return [f for text in texts for f in check_source(Source(text, split(text)))]


def spearman(values: Sequence[float]) -> float:
    """The rank correlation of ``values`` with 1, 2, 3, ...; ties share their mean rank.

    Returns 0 where all are equal.
    """
    ranks = [
        sum(other < value for other in values) + (values.count(value) + 1) / 2 for value in values
    ]
    mean = (len(values) + 1) / 2
    both = sum((rank - mean) * (i - mean) for i, rank in enumerate(ranks, 1))
    one = sum((rank - mean) ** 2 for rank in ranks) ** 0.5
    other = sum((i - mean) ** 2 for i in range(1, len(values) + 1)) ** 0.5
    return both / (one * other) if one else 0.0


if __name__ == "__main__":
    main()
