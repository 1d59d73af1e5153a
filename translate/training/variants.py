"""More pairs from pairs: other names, quotation marks, short ones joined; each in a share."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from random import Random

from translate.training.corpus import Pair

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{3,}\b")
_QUOTES = (("„", "“"), ("„", "“"), ('"', '"'), ("»", "«"))
_LEAST_PARTS = 4  # letters of each half of an invented name
_MOST_JOINED = 3
_MOST_CHARACTERS = 240  # of the source of joined pairs


def shared_names(pair: Pair) -> list[str]:
    """The capitalised words inside the sentences that stand unchanged on both sides."""
    target = set(_NAME.findall(pair.target))
    return [name for name in dict.fromkeys(_NAME.findall(pair.source)) if name in target]


def invent_name(names: Sequence[str], rng: Random) -> str:
    """The front of one known name and the back of another: *Witkoff*, *Berlusconi*, *Witkoni*."""
    front, back = rng.choice(names), rng.choice(names)
    return front[: max(_LEAST_PARTS, len(front) // 2)] + back[-max(3, len(back) // 2) :]


def rename(pair: Pair, names: Sequence[str], rng: Random) -> Pair:
    """The pair with one of its names exchanged for another, known or invented, on both sides.

    It teaches to copy names that no text has shown yet. A pair without a name stays as it is.
    """
    own = shared_names(pair)
    if not own or not names:
        return pair
    old = rng.choice(own)
    new = rng.choice(names) if rng.randrange(2) else invent_name(names, rng)
    pattern = re.compile(rf"\b{old}(?=\b|s\b)")
    return replace(pair, source=pattern.sub(new, pair.source), target=pattern.sub(new, pair.target))


def renamed(pairs: Sequence[Pair], share: float, rng: Random) -> list[Pair]:
    """The pairs, ``share`` of those with names renamed; the names are the pairs' own."""
    if not share:
        return list(pairs)
    names = sorted({name for pair in pairs for name in shared_names(pair)})
    return [rename(pair, names, rng) if rng.random() < share else pair for pair in pairs]


def quote(pair: Pair, rng: Random) -> Pair:
    """The pair in quotation marks, or with only the opening or the closing ones.

    A quotation of several sentences has them only at its ends. A pair that has any stays.
    """
    if any(mark in side for side in (pair.source, pair.target) for mark in '"„“”»«'):
        return pair
    start, end = rng.choice(_QUOTES)
    opens, closes = rng.choice(((True, True), (True, False), (False, True)))
    return replace(
        pair,
        source=start * opens + pair.source + end * closes,
        target='"' * opens + pair.target + '"' * closes,
    )


def quoted(pairs: Iterable[Pair], share: float, rng: Random) -> list[Pair]:
    """The pairs, ``share`` of them in quotation marks."""
    return [quote(pair, rng) if rng.random() < share else pair for pair in pairs]


def joined(pairs: Iterable[Pair], share: float, rng: Random) -> Iterator[Pair]:
    """The pairs, and behind ``share`` of them the pair joined with one or two before it.

    It teaches to take a short paragraph whole. Only sentences with an end are joined.
    """
    before: list[Pair] = []
    for pair in pairs:
        yield pair
        before = [*before[1 - _MOST_JOINED :], pair]
        if share and rng.random() < share:
            rows = before[-rng.randint(2, _MOST_JOINED) :]
            sources, targets = [row.source for row in rows], [row.target for row in rows]
            ended = all(side.endswith((".", "!", "?")) for side in (*sources, *targets))
            if len(rows) > 1 and ended and sum(map(len, sources)) <= _MOST_CHARACTERS:
                yield replace(pair, source=" ".join(sources), target=" ".join(targets))
