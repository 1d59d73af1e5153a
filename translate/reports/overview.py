"""A batch at a glance: its totals, a line for each document, and how its page is divided."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from translate.findings import Severity, Side
from translate.reports.totals import Totals
from translate.results import DocumentResult

MOST_DOCUMENTS = 100  # on one page
MOST_WORDS = 30_000  # of German on one page, unless one document alone has more: about 3 MB


@dataclass(frozen=True, slots=True)
class Line:
    """A document's line in the table of contents; ``number`` counts from 1."""

    number: int
    name: str
    sentences: int
    words: int
    severities: Counter[Severity]
    repairs: int
    mqm: Mapping[Side, float]


@dataclass(slots=True)
class Part:
    """Documents that stand on one page."""

    totals: Totals = field(default_factory=Totals)
    lines: list[Line] = field(default_factory=list)

    def has_room(self, words: int) -> bool:
        """Whether a document of so many words may join."""
        full = len(self.lines) == MOST_DOCUMENTS or self.totals.words + words > MOST_WORDS
        return not (self.lines and full)


@dataclass(slots=True)
class Overview:
    """What is known of a batch once its results were read; the results are not kept."""

    totals: Totals = field(default_factory=Totals)
    parts: list[Part] = field(default_factory=list)

    @classmethod
    def of(cls, results: Iterable[DocumentResult]) -> "Overview":
        """The overview of ``results``."""
        overview = cls()
        for _ in overview.watch(results):
            pass
        return overview

    def watch(self, results: Iterable[DocumentResult]) -> Iterator[DocumentResult]:
        """Pass ``results`` on, and take them in."""
        for result in results:
            self._add(result)
            yield result

    @property
    def lines(self) -> list[Line]:
        """The lines of all documents."""
        return [line for part in self.parts for line in part.lines]

    def _add(self, result: DocumentResult) -> None:
        self.totals.add(result)
        if not self.parts or not self.parts[-1].has_room(result.words):
            self.parts.append(Part())
        part = self.parts[-1]
        part.totals.add(result)
        part.lines.append(
            Line(
                self.totals.documents,
                result.name,
                len(result.segments),
                result.words,
                Counter(finding.severity for finding in result.findings),
                len(result.repairs),
                Totals.of([result]).mqm,
            )
        )
