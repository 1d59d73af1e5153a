"""How close the two texts of a pair are in meaning, measured in one batch for all checks."""

from collections.abc import Sequence
from dataclasses import replace

from translate.checks.base import Pair
from translate.checks.lexicon import links
from translate.checks.registry import all_checks, check_pair
from translate.checks.selection import Selection
from translate.embedding import cosines, load
from translate.findings import Category, Finding, Severity, Side
from translate.spans import Span

_CRASHED = "P900"
_LINKED, _FEWEST = 0.6, 4  # share and number of words; see _is_linked
_LONGEST = 2000  # characters; of longer texts the beginnings are compared, to bound memory


def prepare(selection: Selection) -> None:
    """Begin to load what ``measured`` needs, in a thread."""
    if _is_read(selection):
        load()


def measured(
    pairs: Sequence[Pair], select: Selection | None = None, *, thorough: bool = False
) -> list[Pair]:
    """``pairs`` with their cosines, if a check that ``select`` keeps reads them.

    A pair that has its cosine already, or nothing on one side, stays as it is; so does, unless
    ``thorough``, one whose words mostly translate each other: that is not detached, and a
    look into the lexicon is cheaper than two sentence vectors.
    """
    selection = select or Selection()
    if not _is_read(selection):
        return list(pairs)
    wanted = [
        i
        for i, pair in enumerate(pairs)
        if pair.cosine is None and _has_both(pair) and (thorough or not _is_linked(pair))
    ]
    found = list(pairs)
    values = cosines((pairs[i].source[:_LONGEST], pairs[i].target[:_LONGEST]) for i in wanted)
    for i, cosine in zip(wanted, values, strict=True):
        found[i] = replace(pairs[i], cosine=cosine)
    return found


def _is_read(selection: Selection) -> bool:
    """Whether a check that ``selection`` keeps reads cosines."""
    return any(check.meaning and selection.keeps(check.code) for check in all_checks())


def _has_both(pair: Pair) -> bool:
    return bool(pair.source.strip() and pair.target.strip())


def _is_linked(pair: Pair) -> bool:
    """Whether the words that the lexicon knows have their counterparts in ``pair``."""
    both = links(pair.source, pair.target)
    known = [yes for yes in (*both.source.linked, *both.target.linked) if yes is not None]
    return sum(known) >= _LINKED * max(_FEWEST, len(known))


def check_pairs(pairs: Sequence[Pair], select: Selection | None = None) -> list[list[Finding]]:
    """What is wrong in each of ``pairs``, meaning included; see check_pair.

    If the meaning cannot be measured, a finding on the first pair says so, and the checks that
    read it are silent.
    """
    selection = select or Selection()
    crash: list[Finding] = []
    try:
        pairs = measured(pairs, selection)
    except Exception as error:  # noqa: BLE001 - whatever the encoder does, the checks go on
        if selection.keeps(_CRASHED):
            crash.append(_crash(error))
    found = [check_pair(pair, selection) for pair in pairs]
    return [crash + found[0], *found[1:]] if found else []


def _crash(error: Exception) -> Finding:
    message = (
        "The meanings of source and translation could not be compared: "
        f"{type(error).__name__}: {error}."
    )
    place = Span(0, 0)
    return Finding(_CRASHED, Category.INTERNAL, Severity.INFO, Side.TARGET, place, message)
