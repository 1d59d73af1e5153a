"""The spine: bytes of articles in, translated and checked articles out.

    read -> repair -> segment -> translate -> restore -> check

Everything here is a pure function of its arguments. One call of ``Pipeline.run`` translates
the sentences of all its articles in one stream, each different sentence once.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property

from translate import checks, documents
from translate.documents import Document
from translate.engines import Engine
from translate.errors import ReinschriftError
from translate.estimating import with_estimates
from translate.findings import Finding, Side
from translate.passage import (
    Passage,
    Piece,
    Restored,
    Translations,
    mend,
    prepare,
    restore,
)
from translate.results import DocumentResult, SegmentResult, Signature
from translate.retry import translate_well
from translate.spans import Edit, Span, apply_edits
from translate.version import __version__


@dataclass(frozen=True, slots=True)
class Output:
    """A translated article: the bytes to write, and everything that is known about it."""

    result: DocumentResult
    data: bytes


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be translated, and why."""

    name: str
    error: ReinschriftError


Article = tuple[Document, list[Passage]]
Articles = tuple[Article | Failure, ...]
"""Articles as they were read."""


@dataclass(frozen=True, slots=True)
class Translated:
    """Articles, the translations of their sentences, and what is garbled in each article."""

    articles: Articles
    translations: Translations
    garbles: tuple[list[Finding], ...]


class Pipeline:
    """Translates and checks articles with one engine.

    repair: mend garbled German before it is translated. selection: which checks run.
    estimate: say of each sentence how good its translation is; costs a second look at each.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        repair: bool = True,
        selection: checks.Selection = checks.Selection(),
        estimate: bool = False,
    ) -> None:
        self.engine = engine
        self.repair = repair
        self.selection = selection
        self.estimate = estimate

    @cached_property
    def signature(self) -> Signature:
        """How this pipeline translates."""
        return Signature(
            __version__, self.engine.info, self.repair, self.selection.digest, self.estimate
        )

    def run(self, articles: Iterable[tuple[str, bytes]]) -> list[Output | Failure]:
        """Translate ``articles`` (name and bytes), in order; a failure never stops the others."""
        return self.finish(self.translate(self.read(articles)))

    def read(self, articles: Iterable[tuple[str, bytes]]) -> Articles:
        """The first part of ``run``: read, repair and cut into sentences."""
        checks.prepare(self.selection)
        return tuple(self._read(name, data) for name, data in articles)

    def translate(self, articles: Articles) -> Translated:
        """The second part of ``run``: translate the sentences, and check the German meanwhile."""
        with ThreadPoolExecutor(1) as thread:
            garbles = thread.submit(lambda: tuple(map(self._check_source, articles)))
            translations = self._translate(
                item for item in articles if not isinstance(item, Failure)
            )
            return Translated(articles, translations, garbles.result())

    def finish(self, translated: Translated) -> list[Output | Failure]:
        """The third part of ``run``: put the articles together and check their English."""
        return [
            item
            if isinstance(item, Failure)
            else self._finish(*item, translated.translations, garbles)
            for item, garbles in zip(translated.articles, translated.garbles, strict=True)
        ]

    def _read(self, name: str, data: bytes) -> Article | Failure:
        try:
            document = documents.read(data, name)
            length, limit = self.engine.length, self.engine.limit
            return document, [
                prepare(block, mend(block, self.selection) if self.repair else (), length, limit)
                for block in document.blocks
            ]
        except ReinschriftError as error:
            return Failure(name, error)

    def _translate(self, articles: Iterable[Article]) -> Translations:
        """The translation of each different sentence, aligned where markup has to be placed.

        What looks hallucinated is translated again, and the best is kept.
        """
        wanted = dict.fromkeys(
            sentence.request
            for _, passages in articles
            for passage in passages
            for sentence in passage.sentences
            if sentence.translatable
        )
        return translate_well(self.engine, wanted, self.selection)

    def _finish(
        self,
        document: Document,
        passages: Sequence[Passage],
        translations: Translations,
        garbles: Sequence[Finding],
    ) -> Output | Failure:
        """Put one article together and check its English."""
        try:
            restored = [restore(document, passage, translations) for passage in passages]
            data = documents.restore(document, [item.rendered.raw for item in restored])
        except ReinschriftError as error:
            return Failure(document.name, error)
        target = apply_edits(
            document.text, [Edit(item.passage.block.span, item.rendered.raw) for item in restored]
        )
        lines = list(_lines(restored))
        segments = tuple(line.result for line in lines)
        findings = [
            *garbles,
            *self._check_pairs([line for line in lines if line.piece.translation]),
            *checks.check_article(_article(document, target, segments), self.selection),
        ]
        result = DocumentResult(
            document.name,
            document.text,
            target,
            segments,
            tuple(edit for passage in passages for edit in passage.document_repairs),
            tuple(sorted(findings, key=lambda f: (f.side is Side.TARGET, f.span, f.code))),
            str(self.signature),
        )
        return Output(with_estimates(result, self.engine) if self.estimate else result, data)

    def _check_source(self, article: Article | Failure) -> list[Finding]:
        if isinstance(article, Failure):
            return []
        return [
            replace(finding, span=passage.block.locate(finding.span))
            for passage in article[1]
            for finding in checks.check_source(
                checks.Source(passage.block.text, passage.plain_sentences), self.selection
            )
        ]

    def _check_pairs(self, lines: Sequence["_Line"]) -> Iterator[Finding]:
        found = checks.check_pairs([line.pair for line in lines], self.selection)
        for line, findings in zip(lines, found, strict=True):
            for finding in findings:
                locate = line.to_source if finding.side is Side.SOURCE else line.to_target
                yield replace(finding, span=locate(finding.span))


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence in its translated document; ``start`` is where the raw block starts there."""

    restored: Restored
    piece: Piece
    start: int

    def to_source(self, span: Span) -> Span:
        """Where ``span`` of the source sentence stands in the original document."""
        return self.restored.passage.locate(span.shift(self.piece.sentence.span.start))

    def to_target(self, span: Span) -> Span:
        """Where ``span`` of the translated sentence stands in the translated document."""
        return self.restored.rendered.locate(span.shift(self.piece.start)).shift(self.start)

    @property
    def pair(self) -> checks.Pair:
        """What the pair checks look at; some of it holds only if markup did not change the text."""
        sentence, translation, text = self.piece.sentence, self.piece.translation, self.piece.text
        if translation is None:
            return checks.Pair(sentence.text, text)
        as_it_was = text == translation.text
        return checks.Pair(
            sentence.text,
            text,
            translation.log_probability,
            translation.truncated,
            cosine=translation.cosine if as_it_was else None,
            reworded=translation.reworded if as_it_was else (),
            left_out=translation.left_out if as_it_was else (),
        )

    @property
    def result(self) -> SegmentResult:
        piece = self.piece
        return SegmentResult(
            self.to_source(Span(0, len(piece.sentence.text))),
            piece.sentence.text,
            self.to_target(Span(0, len(piece.text))),
            piece.text,
            piece.translation.log_probability if piece.translation else None,
            retried=piece.translation is not None and piece.translation.retried,
        )


def _lines(restored: Iterable[Restored]) -> Iterator[_Line]:
    """All sentences of the translated document, in order."""
    position = start = 0
    for item in restored:
        span = item.passage.block.span
        start += span.start - position
        position = span.end
        for piece in item.pieces:
            yield _Line(item, piece, start)
        start += len(item.rendered.raw)


def _article(document: Document, target: str, segments: Sequence[SegmentResult]) -> checks.Article:
    placed = tuple(
        checks.Placed(segment.source_span, segment.target_span, segment.source, segment.target)
        for segment in segments
    )
    return checks.Article(document.text, target, placed)
