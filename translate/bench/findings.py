"""What the checks find in each system's translations, alike for all of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from translate import checks
from translate.bench.breakdown import by_document
from translate.findings import Severity, Side
from translate.spans import Span


def findings_by_code(
    systems: Mapping[str, Sequence[str]], sources: Sequence[str], documents: Sequence[str]
) -> dict[str, Counter[str]]:
    """How often each check of pairs and documents speaks, by system.

    Checks that need the model's own probabilities are silent: outputs from elsewhere have
    none. Remarks that are only information are not counted.
    """
    found = {}
    for name, lines in systems.items():
        codes: Counter[str] = Counter()
        for source, line in zip(sources, lines, strict=True):
            codes.update(
                finding.code
                for finding in checks.check_pair(checks.Pair(source, line))
                if finding.severity is not Severity.INFO
            )
        for group in by_document(documents):
            codes.update(_document(group.segments, sources, lines))
        found[name] = codes
    return found


def _document(
    segments: Sequence[int], sources: Sequence[str], lines: Sequence[str]
) -> Iterator[str]:
    """Codes that speak on the translated document of ``segments``, each on a line."""
    placed, source, target = [], "", ""
    for number in segments:
        left = Span(len(source), len(source) + len(sources[number]))
        right = Span(len(target), len(target) + len(lines[number]))
        placed.append(checks.Placed(left, right, sources[number], lines[number]))
        source += sources[number] + "\n"
        target += lines[number] + "\n"
    article = checks.Article(source, target, tuple(placed))
    for finding in checks.check_article(article, checks.Selection()):
        if finding.severity is not Severity.INFO and finding.side is Side.TARGET:
            yield finding.code
