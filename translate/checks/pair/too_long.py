"""A translation so long that something must have been added."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair, whole
from translate.checks.registry import check
from translate.findings import Category, Severity

_TIMES = 1.9  # the source's characters
_FREE = 25  # characters that a short sentence may gain


@check(
    "P102",
    "too-long",
    Category.ADDITION,
    Severity.MAJOR,
    bad=[
        ("Er kam.", "[He came to the house and said that it was very late and nobody was there.]")
    ],
    good=[("Er kam am Montag.", "He arrived on Monday morning.")],
)
def too_long(pair: Pair) -> Iterator[Hit]:
    """The translation is so much longer than its source that something must have been added."""
    source, target = len(pair.source.strip()), len(pair.target.strip())
    if source and target > _TIMES * source + _FREE:
        yield Hit(
            whole(pair.target),
            f"The translation has {target} characters for {source} of the source: "
            "something seems to have been added.",
        )
