"""What comes out: translations, segments, documents, and how they were made."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from translate.findings import Finding, Side
from translate.spans import Edit, Span


@dataclass(frozen=True, slots=True)
class Link:
    """One target piece and the source piece it was mostly read from (attention's peak)."""

    target: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Rewording:
    """Words put in the place of others that the model made up, or that were a slip.

    span: where they stand in the translation. made_up: what the model wrote. german: the word
    that it was to say; empty if it was a slip of form.
    """

    span: Span
    made_up: str
    german: str


@dataclass(frozen=True, slots=True)
class Translation:
    """One hypothesis of an engine.

    log_probability: mean natural log-probability per target token, end of sentence included.
    truncated: the length cap stopped it before the end of the sentence.
    alignment: links from target to source text, empty unless asked for. retried: an earlier
    hypothesis was rejected. cosine: how close in meaning to its source, where that was measured.
    reworded: what does not stand there as the model wrote it. left_out: the words of the source
    that nothing in it was read from.
    """

    text: str
    log_probability: float
    tokens: int
    truncated: bool = False
    alignment: tuple[Link, ...] = ()
    retried: bool = False
    cosine: float | None = None
    reworded: tuple[Rewording, ...] = ()
    left_out: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Forced:
    """How probable a model finds a given translation (forced decoding).

    log_probabilities: natural, one for each target token; the end of sentence comes last.
    """

    log_probabilities: tuple[float, ...]

    @property
    def mean(self) -> float:
        """Per token; what ``Translation.log_probability`` is for the model's own hypothesis."""
        return sum(self.log_probabilities) / len(self.log_probabilities)

    @property
    def lowest(self) -> float:
        """That of the most surprising token."""
        return min(self.log_probabilities)


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """Which engine translates, with what.

    model: name and the first 12 hex digits of the hash over its files. quantisation: the
    number format of the weights (int8, float32). beam: its size; 1 is greedy search. reworded:
    words that the model made up are replaced.
    """

    name: str
    model: str
    quantisation: str
    beam: int
    reworded: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """What was done, so that it can be done again; part of every resume key.

    checks: ``all``, or a digest of what the user set for them. estimate: whether sentences got
    estimates.
    """

    version: str
    engine: EngineInfo
    repair: bool
    checks: str = "all"
    estimate: bool = False

    def __str__(self) -> str:
        engine = self.engine
        return (
            f"reinschrift:{self.version}|engine:{engine.name}|model:{engine.model}"
            f"|quantisation:{engine.quantisation}|beam:{engine.beam}"
            f"{'|reworded:yes' if engine.reworded else ''}"
            f"|repair:{'yes' if self.repair else 'no'}|checks:{self.checks}"
            f"{'|estimate:yes' if self.estimate else ''}"
        )


@dataclass(frozen=True, slots=True)
class SegmentResult:
    """One sentence and its translation.

    source_span: where it stands in the original document. source: the text as sent to the
    engine, after repair. target_span: where its translation stands in the translated
    document. log_probability: None where the text was copied through (symbols, numbers).
    retried: the first hypothesis looked hallucinated and was replaced. estimate: how good the
    translation is, 0 to 100 (``translate.scores.estimate``); None where nobody asked.
    """

    source_span: Span
    source: str
    target_span: Span
    target: str
    log_probability: float | None = None
    retried: bool = False
    estimate: float | None = None

    @property
    def copied(self) -> bool:
        """Whether the text was copied through rather than translated."""
        return self.log_probability is None


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One article, whole.

    source, target: the full texts. repairs: edits on ``source`` made before translation.
    findings: sorted by side and place.
    """

    name: str
    source: str
    target: str
    segments: tuple[SegmentResult, ...]
    repairs: tuple[Edit, ...]
    findings: tuple[Finding, ...]
    signature: str

    @property
    def words(self) -> int:
        """Whitespace-separated words of the source segments, of all where there are none."""
        sources = (segment.source for segment in self.segments)
        return sum(len(text.split()) for text in (sources if self.segments else (self.source,)))

    @property
    def estimates(self) -> list[tuple[float, int]]:
        """The estimate of each segment that has one, and its source words."""
        return [
            (segment.estimate, max(1, len(segment.source.split())))
            for segment in self.segments
            if segment.estimate is not None
        ]

    @property
    def estimate(self) -> float | None:
        """The mean of the segments' estimates, weighted by source words; None without any."""
        words = sum(count for _, count in self.estimates)
        total = sum(value * count for value, count in self.estimates)
        return round(total / words, 1) if words else None

    def text(self, side: Side) -> str:
        """The text that findings of ``side`` count in."""
        return self.source if side is Side.SOURCE else self.target

    def to_json(self) -> dict[str, Any]:
        """A plain dictionary of JSON types; ``from_json`` reads it back."""
        return {
            "name": self.name,
            "signature": self.signature,
            "estimate": self.estimate,
            "source": self.source,
            "target": self.target,
            "segments": [asdict(segment) for segment in self.segments],
            "repairs": [asdict(edit) for edit in self.repairs],
            "findings": [finding.to_json() for finding in self.findings],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "DocumentResult":
        """The inverse of ``to_json``."""
        return cls(
            data["name"],
            data["source"],
            data["target"],
            tuple(
                SegmentResult(
                    Span(**row["source_span"]),
                    row["source"],
                    Span(**row["target_span"]),
                    row["target"],
                    row["log_probability"],
                    row["retried"],
                    row["estimate"],
                )
                for row in data["segments"]
            ),
            tuple(
                Edit(Span(**row["span"]), row["replacement"], row["reason"])
                for row in data["repairs"]
            ),
            tuple(Finding.from_json(row) for row in data["findings"]),
            data["signature"],
        )
