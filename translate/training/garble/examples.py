"""What the garble detector learns from: sentences with a label a word, and their English."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

from translate.checks.garble.words import split
from translate.errors import CorpusError
from translate.files import read_bytes
from translate.training.corpus import Pair

SHORTEST, LONGEST = 4, 45  # words of a German sentence to learn from


@dataclass(frozen=True, slots=True)
class Example:
    """A German sentence in words, which of them are bad, and its English in words.

    counted: the sentence as it was counted (see ``counting``); empty if it was not.
    """

    german: tuple[str, ...]
    bad: tuple[bool, ...]
    english: tuple[str, ...]
    counted: tuple[str, ...] = ()


def read_tagged(path: Path) -> list[Example]:
    """The sentences of a word-level quality file: JSON lines with mt_tok, mt_tags, src_tok.

    The form of MLQE-PE (Fomicheva et al. 2022). Raises InputError, and CorpusError, which
    names the line.
    """
    data = read_bytes(path)
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(line)
            german, tags, english = row["mt_tok"].split(), row["mt_tags"], row["src_tok"].split()
        except (ValueError, KeyError, AttributeError) as error:
            raise CorpusError(
                f"{path}:{number}: give JSON with mt_tok, mt_tags and src_tok ({error})"
            ) from error
        if len(german) != len(tags):
            raise CorpusError(f"{path}:{number}: {len(german)} words but {len(tags)} tags")
        bad = tuple(tag == "BAD" for tag in tags)
        found.append(Example(tuple(german), bad, tuple(english)))
    return found


def clean(pair: Pair) -> Example:
    """A pair with good German."""
    german = split(pair.source)
    return Example(german, (False,) * len(german), split(pair.target), german)


def machine(pair: Pair, references: Mapping[str, str]) -> Example | None:
    """A pair with machine-translated German; None without a human translation of its English.

    What the human translation lacks is bad. references: human German by its English.
    """
    reference = references.get(pair.target)
    if reference is None:
        return None
    german = split(pair.source)
    return Example(german, unlike(german, split(reference)), split(pair.target))


def unlike(german: Sequence[str], reference: Sequence[str]) -> tuple[bool, ...]:
    """Which words stand in no block that both sentences have, in the same order."""
    bad = [True] * len(german)
    for block in SequenceMatcher(None, german, reference, autojunk=False).get_matching_blocks():
        bad[block.a : block.a + block.size] = [False] * block.size
    return tuple(bad)


def in_batches(examples: Sequence[Example], size: int, random: Random) -> list[list[Example]]:
    """All examples in a new order, alike in length within a batch of about ``size`` words."""
    found: list[list[Example]] = []
    width = 0
    for example in sorted(examples, key=lambda e: len(e.german) + 4 * random.random()):
        width = max(width, len(example.german))
        if not found or width * (len(found[-1]) + 1) > size:
            found.append([])
            width = len(example.german)
        found[-1].append(example)
    random.shuffle(found)
    return found
