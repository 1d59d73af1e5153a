"""How likely a translation is hallucinated: a number where checks say yes or no.

Four kinds of failure have a logistic model each over a few signals that need nothing but the
two texts and their cosine. The kinds are those of Guerreiro et al. 2023, "Looking for a Needle
in a Haystack"; weights in ``data/suspicion.tsv``, fitted by ``benchmarks/detectors.py``.
"""

import math
import re
from dataclasses import dataclass
from functools import cache

from translate.checks.base import Pair
from translate.checks.coverage import LONGER, stranger
from translate.checks.lexicon import links
from translate.checks.named import strangers
from translate.checks.tables import rows

KINDS = ("detached", "loop", "omission", "name")
_WHOLE, _LOST = -2.0, 8.0  # odds of a lost part beyond which they say no more
_GRAM = 6  # characters
_MOST = 4  # strange names and numbers that count
_FAR, _GROWTH = 0.5, 0.12  # the cosine of a poor translation of 30 characters; see distance.py
_NEAR = -0.1  # the distance of a pair that did not have to be measured
_NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<![\"“„(])\b[A-ZÄÖÜ][\w'’-]{2,}")
_STEM = 4  # letters by which a name is known again
_NUMBER = re.compile(r"\d+")
_FINISHED = re.compile(r"[.!?:;…][\"“”’')]*$")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Probabilities that a translation failed in a way; among news, few exceed a half."""

    detached: float
    loop: float
    omission: float
    name: float

    @property
    def any(self) -> float:
        """That it failed in any of these ways, as if they were independent."""
        rest = 1.0
        for kind in KINDS:
            rest *= 1 - getattr(self, kind)
        return 1 - rest


def suspicion(pair: Pair) -> Suspicion:
    """How likely ``pair`` is to be hallucinated. Without a cosine it counts as close in meaning."""
    found = signals(pair)
    odds = (
        sum(weight * found.get(name, 1.0) for name, weight in _weights()[kind]) for kind in KINDS
    )
    return Suspicion(*(1 / (1 + math.exp(-max(-50.0, min(50.0, value)))) for value in odds))


def signals(pair: Pair) -> dict[str, float]:
    """What suspicion is computed from, by name; about 0 for a usual pair.

    distance: in meaning, beyond what is usual at this length. loop: the share of six-letter
    strings that came before. short, long: how far the lengths are apart. unfinished: 1 where
    only the source ends with a mark, -1 where only the translation does. names, numbers: how
    many the source does not have (numbers: or the translation). unknown: names that no spelling
    or exonym of the source explains. lost: the odds that a part of the source is missing.
    """
    source, target = pair.source.strip(), pair.target.strip()
    size = max(1, len(source))
    length = math.log(max(1, len(target)) / size) * size**0.3
    usual = _FAR + _GROWTH * math.log(min(max(size, 20), 250) / 30)
    numbers = set(_NUMBER.findall(source)) ^ set(_NUMBER.findall(target))
    return {
        "distance": _NEAR if pair.cosine is None else usual - pair.cosine,
        "loop": _repeated(target) - _repeated(source),
        "short": min(max(-length, -2.0), 6.0),
        "long": min(max(length, 0.0), 8.0),
        "unfinished": float(_is_finished(source) - _is_finished(target)),
        "names": float(min(_strangers(source, target), _MOST)),
        "numbers": float(min(len(numbers), _MOST)),
        "unknown": _unknown(source, target),
        "lost": _lost(source, target),
    }


def _repeated(text: str) -> float:
    """The share of strings of six characters that occurred before."""
    text = text.lower()
    count = len(text) - _GRAM + 1
    return 1 - len({text[i : i + _GRAM] for i in range(count)}) / count if count > 0 else 0.0


def _is_finished(text: str) -> bool:
    """Whether ``text`` ends with a mark that ends a sentence or clause."""
    return bool(_FINISHED.search(text[-9:]))


def _strangers(source: str, target: str) -> int:
    """Names of the target that begin like nothing in the source."""
    known = source.lower()
    return sum(name[:_STEM].lower() not in known for name in _NAME.findall(target))


def _unknown(source: str, target: str) -> float:
    """Names of the target without a counterpart in the source."""
    found = strangers(source, target)
    return float(min(len(found.added) + len(found.doubtful), _MOST - 1))


def _lost(source: str, target: str) -> float:
    """The odds that the target lacks a part of the source."""
    part = stranger(source, links(source, target).source, len(target), 1 / LONGER, _WHOLE)
    return min(max(part.odds, _WHOLE), _LOST) if part else _WHOLE


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each kind its signals, and ``bias``, with their weights."""
    table = [(kind, name, float(weight)) for kind, name, weight in rows("suspicion.tsv")]
    return {kind: tuple((n, w) for k, n, w in table if k == kind) for kind in KINDS}
