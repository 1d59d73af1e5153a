"""One number for a list of findings: the MQM penalty per 1,000 words."""

from collections.abc import Iterable

from translate.findings import Category, Finding, Severity

_NON_TRANSLATION = 25.0
_MINOR_PUNCTUATION = 0.1
_WEIGHTS = {
    Severity.INFO: 0.0,
    Severity.MINOR: 1.0,
    Severity.MAJOR: 5.0,
    Severity.CRITICAL: 5.0,
}


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


def mqm(findings: Iterable[Finding], words: int) -> float:
    """The penalties of ``findings`` per 1,000 words; 0 is best.

    Both sides count alike: pass the findings of one side to judge that side. A text without
    words counts as one word, so that the result is always a finite number.
    Raises ValueError for a negative number of words.
    """
    if words < 0:
        raise ValueError(f"a text cannot have {words} words")
    return 1000 * sum(map(penalty, findings)) / max(words, 1)
