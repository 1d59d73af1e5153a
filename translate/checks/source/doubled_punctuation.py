"""A punctuation mark stands twice."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.punctuation import drop_doubled_punctuation


@check(
    "S323",
    "doubled-punctuation",
    Category.PUNCTUATION,
    Severity.MINOR,
    bad=["Das ist gut[..]", "Er kam[,,] sah und siegte.", "Er sagte: [,,Hallo]“"],
    good=["Und dann ...", "Wirklich??", "usw., usf.", "../pfad"],
)
def doubled_punctuation(source: Source) -> Iterator[Hit]:
    """A punctuation mark stands twice."""
    return hits(
        source.text,
        drop_doubled_punctuation,
        "Two punctuation marks where one belongs: “{right}”.",
    )
