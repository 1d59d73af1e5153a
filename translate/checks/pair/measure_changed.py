"""A currency, unit, percent sign, magnitude or fraction that is another one."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.measures import bare_percent, changed
from translate.checks.registry import check
from translate.findings import Category, Severity


@check(
    "P118",
    "measure-changed",
    Category.MISTRANSLATION,
    Severity.MAJOR,
    bad=[
        ("Das kostet 20 Euro.", "It costs 20 [dollars]."),
        ("Sie gingen 12 Kilometer.", "They walked 12 [miles]."),
        ("Die Zinsen stiegen um 2 Prozentpunkte.", "Rates rose by 2 [percent]."),
        ("Sie stiegen um 5 Prozent.", "They rose by [5]."),
        ("Es fehlen zwei Billionen Euro.", "Two [billion] euros are missing."),
    ],
    good=[
        ("Das kostet 20 Euro.", "It costs €20."),
        ("Sie gingen 12 Kilometer.", "They walked 7.5 miles."),
        ("Es wurde um 5 Prozentpunkte mehr.", "It grew by 5 points."),
        ("Es fehlen zwei Billionen Euro.", "Two trillion euros are missing."),
        ("Er wog zehn Pfund und zahlte £5.", "He weighed ten pounds and paid £5."),
    ],
)
def measure_changed(pair: Pair) -> Iterator[Hit]:
    """A currency, unit, percent sign, magnitude or fraction is another one in the translation.

    A length, area, weight or volume in another unit is right if its number fits.
    """
    for label, instead in changed(pair.source, pair.target):
        if label.group not in {"month", "day"}:
            yield Hit(
                label.span,
                f"The translation has “{label.text}” where the source has “{instead.text}”.",
            )
    for span, phrase in bare_percent(pair.source, pair.target):
        yield Hit(
            span,
            f"The translation has {span.of(pair.target)} alone where the source has {phrase}.",
        )
