"""What a report says at its top: how much there is, and how much was found."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from translate.findings import Severity, Side
from translate.results import DocumentResult
from translate.scores.mqm import penalties, per_thousand


@dataclass(slots=True)
class Totals:
    """Counts over any number of documents.

    severities, codes: findings by each. penalties: MQM points of each side. bilingual: whether
    a document has a translation. retried: sentences that were translated again. estimated: the
    words that have an estimate, and the sum of theirs. signatures: every signature that
    occurs, in order.
    """

    documents: int = 0
    sentences: int = 0
    words: int = 0
    repairs: int = 0
    retried: int = 0
    bilingual: bool = False
    estimated: tuple[int, float] = (0, 0.0)
    severities: Counter[Severity] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    penalties: dict[Side, float] = field(default_factory=lambda: dict.fromkeys(Side, 0.0))
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
        self.retried += sum(segment.retried for segment in result.segments)
        words, total = self.estimated
        for value, own in result.estimates:
            words, total = words + own, total + own * value
        self.estimated = words, total
        self.bilingual = self.bilingual or bool(result.target)
        self.severities.update(finding.severity for finding in result.findings)
        self.codes.update(finding.code for finding in result.findings)
        for side, points in penalties(result.findings).items():
            self.penalties[side] += points
        if result.signature not in self.signatures:
            self.signatures.append(result.signature)

    @property
    def findings(self) -> int:
        """All findings."""
        return self.severities.total()

    @property
    def estimate(self) -> float | None:
        """The mean over words of their sentences' estimates; None where there are none."""
        words, total = self.estimated
        return total / words if words else None

    @property
    def mqm(self) -> dict[Side, float]:
        """MQM penalty points per 1,000 words of German, for each side that there is."""
        sides = Side if self.bilingual else (Side.SOURCE,)
        return {side: per_thousand(self.penalties[side], self.words) for side in sides}
