"""What a report says at its top: how much there is, and how much was found."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from translate.findings import Severity
from translate.results import DocumentResult


@dataclass(slots=True)
class Totals:
    """Counts over any number of documents.

    severities, codes: findings by each. signatures: every signature that occurs, in order.
    """

    documents: int = 0
    sentences: int = 0
    words: int = 0
    repairs: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    signatures: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, results: Iterable[DocumentResult]) -> "Totals":
        """The totals of ``results``, which are read once and not kept."""
        totals = cls()
        for result in results:
            totals.add(result)
        return totals

    def add(self, result: DocumentResult) -> None:
        """Count one more document."""
        self.documents += 1
        self.sentences += len(result.segments)
        self.words += result.words
        self.repairs += len(result.repairs)
        self.severities.update(finding.severity for finding in result.findings)
        self.codes.update(finding.code for finding in result.findings)
        if result.signature not in self.signatures:
            self.signatures.append(result.signature)

    @property
    def findings(self) -> int:
        """All findings."""
        return self.severities.total()
