"""What a check reports: one issue at an exact place, in MQM terms.

MQM: Multidimensional Quality Metrics, themqm.org. The weights are those of the WMT
campaigns (Freitag et al. 2021, "Experts, Errors, and Context").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from translate.spans import Span


class Category(StrEnum):
    """MQM error types, as ``dimension/type``."""

    ADDITION = "accuracy/addition"
    OMISSION = "accuracy/omission"
    MISTRANSLATION = "accuracy/mistranslation"
    UNTRANSLATED = "accuracy/untranslated"
    NON_TRANSLATION = "accuracy/non-translation"
    TERMINOLOGY = "terminology/inconsistent"
    WRONG_TERM = "terminology/wrong-term"
    GRAMMAR = "linguistic/grammar"
    SPELLING = "linguistic/spelling"
    PUNCTUATION = "linguistic/punctuation"
    ENCODING = "linguistic/character-encoding"
    UNINTELLIGIBLE = "linguistic/unintelligible"
    DUPLICATION = "linguistic/duplication"
    AWKWARD = "style/awkward"
    UNIDIOMATIC = "style/unidiomatic"
    INCONSISTENT_STYLE = "style/inconsistent"
    NUMBER_FORMAT = "locale/number-format"
    MARKUP = "markup/markup"
    INTERNAL = "internal/check-crashed"


class Severity(StrEnum):
    """How much an issue hurts the reader. ``INFO`` states a fact and costs nothing."""

    INFO = "info"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for info to 3 for critical; severities compare by it."""
        return list(Severity).index(self)


class Side(StrEnum):
    """Which text the span counts in."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Finding:
    """One issue.

    span: code points in the original document (side source) or in the translated document
    (side target). suggestion: the text that should stand there, or None where only a
    person can tell; for a finding of a pair check in the source, what should stand for it in
    the translation.
    """

    code: str
    category: Category
    severity: Severity
    side: Side
    span: Span
    message: str
    suggestion: str | None = None

    def to_json(self) -> dict[str, Any]:
        """A plain dictionary; ``from_json`` reads it back."""
        return {
            "code": self.code,
            "category": self.category.value,
            "severity": self.severity.value,
            "side": self.side.value,
            "start": self.span.start,
            "end": self.span.end,
            "message": self.message,
            "suggestion": self.suggestion,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Finding":
        """The inverse of ``to_json``."""
        return cls(
            data["code"],
            Category(data["category"]),
            Severity(data["severity"]),
            Side(data["side"]),
            Span(data["start"], data["end"]),
            data["message"],
            data["suggestion"],
        )
