"""A name that only the translation has."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.named import strangers
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P121",
    "name-changed",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=[
        ("Er traf gestern Witkoff in Oman.", "He met [Rubio] in Oman yesterday."),
        ("Sie flog mit Witkoff nach Oman.", "She flew to Oman with [Lavrov]."),
    ],
    good=[
        ("Er traf Selenskyj in Kiew.", "He met Zelensky in Kyiv."),
        ("Sie flog nach München.", "She flew to Munich."),
        ("Die Trump-Regierung schwieg.", "The Trump administration was silent."),
    ],
)
def name_changed(pair: Pair) -> Iterator[Hit]:
    """A name of the translation does not stand in the source."""
    if not pair.source.strip():
        return
    found = strangers(pair.source, pair.target)
    for index, span in enumerate(found.added):
        name = span.of(pair.target)
        instead = found.missing[index : index + 1]
        where = f"; the source has “{instead[0].of(pair.source)}”" if instead else ""
        yield Hit(span, f"The source does not name “{name}”{where}.")
