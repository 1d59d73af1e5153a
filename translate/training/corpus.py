"""Read German-English pairs from TSV files and keep those worth training on."""

import lzma
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TextIO

from translate.errors import CorpusError
from translate.training.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Pair:
    """A source, its target, and what the corpus says of them (cosine is None if unmeasured)."""

    source: str
    target: str
    origin: str = ""
    cosine: float | None = None
    label: str = ""


Keep = Callable[[Pair], bool]

_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_GERMAN = frozenset(
    "der die das und ist nicht ein eine den dem des mit sich auf für von zu auch wird sind im".split()
)
_ENGLISH = frozenset(
    "the and is not a an of to in that it for with on are was be this have from by as at".split()
)


def domain_of(path: Path) -> str:
    """Name the domain of a corpus file: its name up to the first dot."""
    return path.name.split(".", 1)[0]


def _open(path: Path) -> TextIO:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8", newline="\n")
    return path.open(encoding="utf-8", newline="\n")


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a TSV file (plain or .xz): source, target, origin, cosine, label.

    Columns after the second may be missing. Raises `CorpusError` at a malformed line.
    """
    with _open(path) as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 2:
                raise CorpusError(f"{path}:{number}: expected source<TAB>target, found one column")
            try:
                cosine = float(cells[3]) if len(cells) > 3 and cells[3] else None
            except ValueError:
                raise CorpusError(f"{path}:{number}: cosine {cells[3]!r} is not a number") from None
            origin = cells[2] if len(cells) > 2 else ""
            label = cells[4] if len(cells) > 4 else ""
            yield Pair(cells[0].strip(), cells[1].strip(), origin, cosine, label)


def is_labelled(pair: Pair, labels: tuple[str, ...]) -> bool:
    """Tell whether the pair's label names one of `labels` (sets held out for development)."""
    return any(label in pair.label for label in labels)


def is_filled(pair: Pair) -> bool:
    """Both sides hold letters, and letters are at least half of what is not a space."""
    return all(
        2 * len(_LETTER.findall(text)) >= len(text.replace(" ", "")) > 0
        for text in (pair.source, pair.target)
    )


def is_translated(pair: Pair) -> bool:
    """The sides differ, unless they are at most three words (names, terms)."""
    return pair.source.casefold() != pair.target.casefold() or pair.source.count(" ") < 3


def has_like_length(pair: Pair, ratio: float) -> bool:
    """Neither side is more than `ratio` times as long as the other, 15 characters aside."""
    source, target = len(pair.source) + 15, len(pair.target) + 15
    return source <= ratio * target and target <= ratio * source


def has_cosine(pair: Pair, least: float) -> bool:
    """The measured cosine of the sides, if there is one, is at least `least`."""
    return pair.cosine is None or pair.cosine >= least


def has_like_numbers(pair: Pair) -> bool:
    """Numbers of two or more digits: at least half of each side's stand on the other side."""
    source = {n for n in _NUMBER.findall(pair.source) if len(n) > 1}
    target = {n for n in _NUMBER.findall(pair.target) if len(n) > 1}
    shared = len(source & target)
    return 2 * shared >= max(len(source), len(target)) or max(len(source), len(target)) < 2


def has_languages(pair: Pair) -> bool:
    """Function words do not say that the source is English or the target German."""
    source = [w.lower() for w in _WORD.findall(pair.source)]
    target = [w.lower() for w in _WORD.findall(pair.target)]
    swapped = sum(w in _ENGLISH for w in source) > 1 + sum(w in _GERMAN for w in source)
    foreign = sum(w in _GERMAN for w in target) > 1 + sum(w in _ENGLISH for w in target)
    return not swapped and not foreign


def filters(recipe: Recipe) -> tuple[Keep, ...]:
    """List the tests a pair must pass, cheapest first."""
    return (
        lambda pair: not is_labelled(pair, recipe.excluded_labels),
        partial(has_cosine, least=recipe.min_cosine),
        partial(has_like_length, ratio=recipe.max_length_ratio),
        is_filled,
        is_translated,
        has_like_numbers,
        has_languages,
    )


def clean_pairs(path: Path, recipe: Recipe) -> Iterator[Pair]:
    """Yield the pairs of `path` that pass every filter of the recipe, in the file's order."""
    tests = filters(recipe)
    return (pair for pair in read_pairs(path) if all(test(pair) for test in tests))
