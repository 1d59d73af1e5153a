"""What checks look at, and what they answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from inspect import cleandoc
from typing import Any

from translate.checks.glossary import NO_TERMS, Glossary
from translate.findings import Category, Severity, Side
from translate.results import Rewording
from translate.spans import Span


class Scope(StrEnum):
    """What a check sees; the value is the first letter of its code."""

    SOURCE = "S"
    PAIR = "P"
    DOCUMENT = "D"

    @property
    def side(self) -> Side:
        """The side that its hits stand on unless they say otherwise."""
        return Side.SOURCE if self is Scope.SOURCE else Side.TARGET


@dataclass(frozen=True, slots=True)
class Source:
    """One block of the original German, unrepaired, and where its sentences stand."""

    text: str
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence, after repair, and its translation.

    log_probability: mean per target token as the engine saw it, None where unknown.
    truncated: the engine stopped before the end of the sentence. glossary: terms that the
    translation has to use. cosine: how close the two are in meaning, see embedding.cosines;
    None where it was not measured. reworded: what the engine did not write so.
    left_out: words of the source that the engine has nothing for.
    """

    source: str
    target: str
    log_probability: float | None = None
    truncated: bool = False
    glossary: Glossary = NO_TERMS
    cosine: float | None = None
    reworded: tuple[Rewording, ...] = ()
    left_out: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A pair and where its two sides stand in the article."""

    source_span: Span
    target_span: Span
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article: both texts, and its pairs in order."""

    source: str
    target: str
    pairs: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found. side: None for the scope's own side."""

    span: Span
    message: str
    suggestion: str | None = None
    side: Side | None = None


Subject = Source | Pair | Article
Function = Callable[[Any], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Check:
    """A registered check.

    bad, good: examples; brackets in the bad ones mark what the check has to hit. A source
    example is a text, a pair example a pair of texts, a document example a list of pairs.
    meaning: whether it reads ``Pair.cosine``. asked: whether it runs only if it is selected by
    its whole code.
    """

    code: str
    name: str
    category: Category
    severity: Severity
    scope: Scope
    function: Function
    bad: tuple[Any, ...]
    good: tuple[Any, ...]
    meaning: bool = False
    asked: bool = False

    @property
    def description(self) -> str:
        """What the check reports, in one sentence: the first line of its docstring."""
        return cleandoc(self.function.__doc__ or "").partition("\n")[0]

    @property
    def details(self) -> tuple[str, ...]:
        """The lines of its docstring behind the first: limits and reasons."""
        return tuple(cleandoc(self.function.__doc__ or "").splitlines()[1:])


def whole(text: str) -> Span:
    """The span of all of ``text``."""
    return Span(0, len(text))


Examples = Sequence[Any]
