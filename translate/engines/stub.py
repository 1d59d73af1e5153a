"""An engine without a model, for tests: it answers at once and always the same."""

from collections.abc import Callable, Sequence

from translate.results import EngineInfo, Forced, Link, Translation
from translate.spans import Span


class StubEngine:
    """Answers with ``answer(text)`` (default: the text in upper case); remembers its calls."""

    info = EngineInfo("stub", "stub@0", "none", 1)

    def __init__(self, answer: Callable[[str], str] = str.upper, *, limit: int = 512) -> None:
        self.limit = limit
        self.seen: list[str] = []
        self.rejected: list[str] = []
        self._answer = answer

    def length(self, text: str) -> int:
        """Words, and one for the end of the sentence."""
        return len(text.split()) + 1

    def translate(self, texts: Sequence[str], *, align: bool = False) -> list[Translation]:
        """See Engine; characters are aligned one to one."""
        self.seen += texts
        return [self._translation(text, align=align) for text in texts]

    def alternatives(self, texts: Sequence[str], *, align: bool = False) -> list[list[Translation]]:
        """See Engine; the stub has one answer only."""
        self.rejected += texts
        return [[self._translation(text, align=align)] for text in texts]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Forced]:
        """Minus one for each word, and for the end."""
        return [Forced((-1.0,) * (len(target.split()) + 1)) for _, target in pairs]

    def _translation(self, text: str, *, align: bool) -> Translation:
        target = self._answer(text)
        places = (Span(i, i + 1) for i in range(min(len(text), len(target)) if align else 0))
        links = tuple(Link(place, place) for place in places)
        return Translation(target, -1.0, len(target.split()), alignment=links)
