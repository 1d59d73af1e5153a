"""Mends garbled German before it is translated: small pure fixers, run until nothing changes.

A fixer yields the edits it would make on a text; the reason of each edit is the code of the
source check that flags the same place. Clean German comes back untouched.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from translate.repair.characters import drop_invisible
from translate.repair.doubled_names import drop_doubled_names
from translate.repair.doubled_phrases import drop_doubled_phrases
from translate.repair.doubled_words import drop_doubled_words
from translate.repair.hyphens import close_hyphens
from translate.repair.letters import join_letters
from translate.repair.linebreaks import join_broken_words
from translate.repair.lost_letters import restore_lost_letters
from translate.repair.mojibake import decode_mojibake
from translate.repair.possessives import close_possessives
from translate.repair.punctuation import drop_doubled_punctuation
from translate.repair.quotes import match_quotes
from translate.repair.spacing import close_up_punctuation
from translate.repair.suspended import restore_suspended_hyphens
from translate.repair.umlauts import restore_umlauts
from translate.spans import Edit, apply_edits, compose, tidy

__all__ = ["FIXERS", "Fixer", "Repair", "repair_text"]

Fixer = Callable[[str], Iterator[Edit]]

FIXERS: tuple[Fixer, ...] = (
    decode_mojibake,
    drop_invisible,
    restore_lost_letters,
    join_letters,
    join_broken_words,
    close_hyphens,
    close_possessives,
    restore_suspended_hyphens,
    close_up_punctuation,
    drop_doubled_punctuation,
    match_quotes,
    restore_umlauts,
    drop_doubled_words,
    drop_doubled_phrases,
    drop_doubled_names,
)
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Repair:
    """A repaired text, and the edits that turn the original into it."""

    text: str
    edits: tuple[Edit, ...]


def repair_text(
    text: str,
    spares: Callable[[str, Edit], bool] = lambda *_: False,
    fixers: Sequence[Fixer] = FIXERS,
) -> Repair:
    """``text`` with every garble mended that can be mended with certainty.

    spares: whether a text is to keep what an edit would mend. Repairing twice changes nothing
    more. A text that the fixers never get done with comes back as it was: it is no garbled
    German but something else.
    """
    edits: tuple[Edit, ...] = ()
    repaired = text
    for _ in range(_ROUNDS):
        edited = (edit for fixer in fixers for edit in fixer(repaired))
        found = tidy(edit for edit in edited if not spares(repaired, edit))
        if not found:
            return Repair(repaired, edits)
        edits = compose(text, edits, found)
        repaired = apply_edits(text, edits)
    return Repair(text, ())
