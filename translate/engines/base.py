"""What an engine is: sentences in, hypotheses out, in the same order."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from translate.results import EngineInfo, Forced, Translation


class Engine(Protocol):
    """A translation model that is ready to use.

    Every engine keeps the order of its input, never returns fewer hypotheses than it got
    sentences, and caps a hypothesis by the length of its source (``Translation.truncated``
    says where the cap was hit). Several threads may call one at the same time.
    """

    @property
    def info(self) -> EngineInfo:
        """What it is, for signatures."""

    @property
    def limit(self) -> int:
        """The most source tokens that a sentence may have, end of sentence included."""

    def length(self, text: str) -> int:
        """The source tokens of ``text``, end of sentence included."""

    def translate(self, texts: Sequence[str], *, align: bool = False) -> Iterable[Translation]:
        """The best hypothesis of each sentence. align: with its alignment."""

    def alternatives(self, texts: Sequence[str], *, align: bool = False) -> list[list[Translation]]:
        """Other hypotheses of sentences whose best one was rejected, the likeliest first.

        At most ``wider(info.beam)`` each, from a beam of that size in which no ``NO_REPEAT``
        pieces come twice; that rules out loops, and some honest repetitions too.
        """

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Forced]:
        """How probable given translations are, whoever made them: (source, translation) pairs.

        Of a side that is longer than ``limit`` only the first ``limit`` tokens count.
        """


NO_REPEAT = 4


def wider(beam: int) -> int:
    """The beam of another try after a first one of ``beam``: twice as wide, at least 4."""
    return max(4, 2 * beam)


def length_cap(source_tokens: int) -> int:
    """The most target tokens for a source of ``source_tokens``.

    German-English references of the WMT news sets stay below 2.2 times their source from
    ten tokens up; short sentences need some room. A hypothesis that is longer is looping.
    """
    return 2 * source_tokens + 20


def by_length(lengths: Sequence[int], tokens: int) -> list[list[int]]:
    """Indices of sentences in batches of similar length, longest first.

    Each batch holds at most ``tokens`` source tokens, padding included, or one sentence.
    """
    batches: list[list[int]] = []
    room = 0
    for index in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
        if not batches or room < lengths[batches[-1][0]]:
            batches.append([])
            room = tokens
        batches[-1].append(index)
        room -= lengths[batches[-1][0]]
    return batches
