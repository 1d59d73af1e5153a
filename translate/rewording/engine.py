"""An engine around another one, whose hypotheses it puts right."""

from collections.abc import Sequence
from dataclasses import replace

from translate.checks import left_out
from translate.engines import Engine
from translate.results import EngineInfo, Forced, Translation
from translate.rewording.made_up import without_made_up
from translate.rewording.slips import without_slips


class RewordingEngine:
    """An engine whose hypotheses have no made-up words and no slips, as far as can be helped.

    It also says what they left out.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.info: EngineInfo = replace(engine.info, reworded=True)
        self.limit: int = engine.limit

    def length(self, text: str) -> int:
        """See Engine."""
        return self._engine.length(text)

    def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
        """See Engine."""
        found = self._engine.translate(texts, align=True)
        return [
            _given(reword(text, translation), align=align)
            for text, translation in zip(texts, found, strict=True)
        ]

    def alternatives(self, texts: Sequence[str], *, align: bool = False) -> list[list[Translation]]:
        """See Engine."""
        found = self._engine.alternatives(texts, align=True)
        return [
            [_given(reword(text, translation), align=align) for translation in ranked]
            for text, ranked in zip(texts, found, strict=True)
        ]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Forced]:
        """See Engine."""
        return self._engine.score(pairs)


def reword(source: str, translation: Translation) -> Translation:
    """``translation`` of ``source``, which must be aligned, put right; and what it left out."""
    found = without_slips(source, without_made_up(source, translation))
    return replace(found, left_out=left_out(source, found.text, found.alignment))


def _given(found: Translation, *, align: bool) -> Translation:
    return found if align else replace(found, alignment=())
