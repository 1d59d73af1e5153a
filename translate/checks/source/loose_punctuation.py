"""A space stands before a punctuation mark."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.spacing import close_up_punctuation


@check(
    "S322",
    "loose-punctuation",
    Category.PUNCTUATION,
    Severity.MINOR,
    bad=[
        "Das sagte er[ .]",
        "Er kam[ ,] sah und siegte.",
        "Sie siegten mit [2: 0] in Bonn.",
    ],
    good=["Er kam ... und ging :-)", "Es stand 2 : 1.", "Er nutzt .NET", "Ach\u00a0!"],
)
def loose_punctuation(source: Source) -> Iterator[Hit]:
    """A stray space stands before a punctuation mark or inside a score."""
    return hits(
        source.text,
        close_up_punctuation,
        "There is a stray space in or before “{right}”.",
    )
