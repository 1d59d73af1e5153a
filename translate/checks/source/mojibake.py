"""Letters show wrongly decoded bytes, such as Ã¼ for ü."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.mojibake import decode_mojibake


@check(
    "S301",
    "mojibake",
    Category.ENCODING,
    Severity.MAJOR,
    bad=["Der [grÃ¶ÃŸte] Windpark", "bei minus 31 [Â°C]", "Er kam [fÃ¼r] uns"],
    good=["Der größte Windpark für uns", "São Paulo und Åre", "Ein Café in Angoulême"],
)
def mojibake(source: Source) -> Iterator[Hit]:
    """Letters show wrongly decoded bytes, such as Ã¼ for ü."""
    return hits(
        source.text,
        decode_mojibake,
        "“{wrong}” is wrongly decoded; it should read “{right}”.",
    )
