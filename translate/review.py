"""Check a translation that exists already: no engine, the same checks as in the pipeline."""

from collections.abc import Iterator
from dataclasses import replace

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
    segments: list[SegmentResult] = []
    if target is not None:
        if len(source.blocks) != len(target.blocks):
            raise InputError(
                target.name,
                f"has {len(target.blocks)} paragraphs where {source.name} has {len(source.blocks)}",
                "give a translation with the same paragraphs, headings and list items",
            )
        for block, other in zip(source.blocks, target.blocks, strict=True):
            for left, right in _paired(block.text, other.text):
                findings += _check_pair(block, other, left, right, selection)
                segments.append(
                    SegmentResult(
                        block.locate(left),
                        left.of(block.text),
                        other.locate(right),
                        right.of(other.text),
                    )
                )
        placed = tuple(
            checks.Placed(s.source_span, s.target_span, s.source, s.target) for s in segments
        )
        findings += checks.check_article(
            checks.Article(source.text, target.text, placed), selection
        )
    return DocumentResult(
        source.name,
        source.text,
        target.text if target else "",
        tuple(segments),
        (),
        tuple(sorted(findings, key=lambda f: (f.side is Side.TARGET, f.span, f.code))),
        f"reinschrift:{__version__}|checked only",
    )


def _check_source(block: Block, selection: checks.Selection) -> Iterator[Finding]:
    text = checks.Source(block.text, segmenting.split(block.text))
    for finding in checks.check_source(text, selection):
        yield replace(finding, span=block.locate(finding.span))


def _paired(source: str, target: str) -> Iterator[tuple[Span, Span]]:
    """Sentences that belong together, or the two whole paragraphs."""
    left, right = segmenting.split(source), segmenting.split(target)
    if len(left) == len(right):
        yield from zip(left, right, strict=True)
    else:
        yield Span(0, len(source)), Span(0, len(target))


def _check_pair(
    block: Block, other: Block, left: Span, right: Span, selection: checks.Selection
) -> Iterator[Finding]:
    pair = checks.Pair(left.of(block.text), right.of(other.text))
    for finding in checks.check_pair(pair, selection):
        if finding.side is Side.SOURCE:
            yield replace(finding, span=block.locate(finding.span.shift(left.start)))
        else:
            yield replace(finding, span=other.locate(finding.span.shift(right.start)))
