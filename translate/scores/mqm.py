"""What findings cost by the weights of MQM, and per 1,000 words."""

from collections.abc import Iterable, Mapping

from translate.findings import Category, Finding, Severity, Side

_NON_TRANSLATION = 25.0
_MINOR_PUNCTUATION = 0.1
_WEIGHTS = {
    Severity.INFO: 0.0,
    Severity.MINOR: 1.0,
    Severity.MAJOR: 5.0,
    Severity.CRITICAL: 5.0,
}
_PAIR = "P"  # the first letter of the codes of checks on a sentence and its translation


def penalty(finding: Finding) -> float:
    """What one finding costs, by the weights of the WMT campaigns.

    Minor 1, major 5, minor punctuation 0.1, non-translation 25 (Freitag et al. 2021,
    "Experts, Errors, and Context", table 4; github.com/google/wmt-mqm-human-evaluation).
    Critical counts as major, as in mt-metrics-eval. Info is free.
    """
    if finding.severity.rank >= Severity.MAJOR.rank and (
        finding.category is Category.NON_TRANSLATION
    ):
        return _NON_TRANSLATION
    if finding.severity is Severity.MINOR and finding.category is Category.PUNCTUATION:
        return _MINOR_PUNCTUATION
    return _WEIGHTS[finding.severity]


def penalties(findings: Iterable[Finding]) -> Mapping[Side, float]:
    """What each text has to answer for.

    What a pair check finds counts against the translation, wherever its place is marked: an
    omission shows only in the source.
    """
    sums = dict.fromkeys(Side, 0.0)
    for finding in findings:
        blamed = Side.TARGET if finding.code.startswith(_PAIR) else finding.side
        sums[blamed] += penalty(finding)
    return sums


def per_thousand(points: float, words: int) -> float:
    """Penalty points per 1,000 words; 0 is best.

    A text without words counts as one word, so that the result is always a finite number.
    Raises ValueError for a negative number of words.
    """
    if words < 0:
        raise ValueError(f"a text cannot have {words} words")
    return 1000 * points / max(words, 1)
