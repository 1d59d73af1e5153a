"""A translation so short that part of the source must be missing."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair, whole
from translate.checks.registry import check
from translate.findings import Category, Severity

_SHARE = 0.45  # of the source's characters; human English has 0.6 to 1.3
_FROM = 60  # characters; short sentences vary more


@check(
    "P101",
    "too-short",
    Category.OMISSION,
    Severity.MAJOR,
    bad=[
        (
            "Der Minister sagte am Montag in Berlin, dass die Verhandlungen weitergehen werden.",
            "[The minister said on Monday.]",
        )
    ],
    good=[("Der Minister sagte am Montag, dass es weitergeht.", "It goes on, the minister said.")],
)
def too_short(pair: Pair) -> Iterator[Hit]:
    """The translation is so much shorter than its source that something must be missing."""
    source, target = len(pair.source.strip()), len(pair.target.strip())
    if target and source >= _FROM and target < _SHARE * source:
        yield Hit(
            whole(pair.target),
            f"The translation has {target} characters for {source} of the source: "
            "a part seems to be missing.",
        )
