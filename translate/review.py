"""Check a translation that exists already: no engine, the same checks as in the pipeline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate import checks, segmenting
from translate.documents import Block, Document
from translate.errors import InputError
from translate.findings import Finding, Side
from translate.results import DocumentResult, SegmentResult
from translate.spans import Span
from translate.version import __version__


def review(
    source: Document, target: Document | None, selection: checks.Selection = checks.Selection()
) -> DocumentResult:
    """Findings on ``source`` and, if given, on its translation ``target``.

    Paragraphs are paired in order, and their sentences too where both have as many.
    Raises InputError if the numbers of paragraphs differ.
    """
    findings = [finding for block in source.blocks for finding in _check_source(block, selection)]
    segments: tuple[SegmentResult, ...] = ()
    if target is not None:
        lines = list(_lines(source, target))
        findings += _check_pairs(lines, selection)
        segments = tuple(line.result for line in lines)
    placed = tuple(
        checks.Placed(s.source_span, s.target_span, s.source, s.target) for s in segments
    )
    text = target.text if target else ""
    findings += checks.check_article(checks.Article(source.text, text, placed), selection)
    return DocumentResult(
        source.name,
        source.text,
        text,
        segments,
        (),
        tuple(sorted(findings, key=lambda f: (f.side is Side.TARGET, f.span, f.code))),
        f"reinschrift:{__version__}|checked only",
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """Texts that belong together: ``left`` of a source block, ``right`` of a target block."""

    source: Block
    left: Span
    target: Block
    right: Span

    @property
    def pair(self) -> checks.Pair:
        return checks.Pair(self.left.of(self.source.text), self.right.of(self.target.text))

    @property
    def result(self) -> SegmentResult:
        pair = self.pair
        return SegmentResult(
            self.source.locate(self.left), pair.source, self.target.locate(self.right), pair.target
        )

    def locate(self, side: Side, span: Span) -> Span:
        """Where ``span`` of the pair's text of ``side`` stands in its document."""
        if side is Side.SOURCE:
            return self.source.locate(span.shift(self.left.start))
        return self.target.locate(span.shift(self.right.start))


def _lines(source: Document, target: Document) -> Iterator[_Line]:
    """What belongs together in two documents. Raises InputError."""
    if len(source.blocks) != len(target.blocks):
        raise InputError(
            target.name,
            f"has {len(target.blocks)} paragraphs where {source.name} has {len(source.blocks)}",
            "give a translation with the same paragraphs, headings and list items",
        )
    for block, other in zip(source.blocks, target.blocks, strict=True):
        for left, right in _paired(block.text, other.text):
            yield _Line(block, left, other, right)


def _paired(source: str, target: str) -> Iterator[tuple[Span, Span]]:
    """Sentences that belong together, or the two whole paragraphs."""
    left, right = segmenting.split(source), segmenting.split(target)
    if len(left) == len(right):
        yield from zip(left, right, strict=True)
    else:
        yield Span(0, len(source)), Span(0, len(target))


def _check_source(block: Block, selection: checks.Selection) -> Iterator[Finding]:
    text = checks.Source(block.text, segmenting.split(block.text))
    for finding in checks.check_source(text, selection):
        yield replace(finding, span=block.locate(finding.span))


def _check_pairs(lines: Sequence[_Line], selection: checks.Selection) -> Iterator[Finding]:
    found = checks.check_pairs([line.pair for line in lines], selection)
    for line, findings in zip(lines, found, strict=True):
        for finding in findings:
            yield replace(finding, span=line.locate(finding.side, finding.span))
