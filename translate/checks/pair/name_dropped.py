"""A word of the source that looks like a name and that the translation lacks."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.named import strangers
from translate.checks.registry import check
from translate.findings import Category, Severity, Side


@check(
    "P122",
    "name-dropped",
    Category.OMISSION,
    Severity.INFO,
    bad=[
        ("Gestern traf er in Oman [Witkoff].", "Yesterday he met him in Oman."),
        ("Das Trump-[Putin]-Treffen begann.", "A Trump meeting began."),
        ("Der Witkoff-[Putin]-Dialog begann.", "The Witkoff dialogue began."),
    ],
    good=[
        ("Das Trump-Putin-Treffen begann.", "The meeting of Trump and Putin began."),
        ("Gestern traf er Witkoff.", "Yesterday he met Witkoff."),
        ("Gestern traf er Witkoff.", "Yesterday he met Rubio."),
        ("Gestern traf er Jurij Lukaschenko.", "Yesterday he met Yuri Lukashenko."),
    ],
)
def name_dropped(pair: Pair) -> Iterator[Hit]:
    """A word of the source looks like a name and has no counterpart in the translation."""
    if not pair.target.strip():
        return
    found = strangers(pair.source, pair.target)
    if found.added:
        return
    for span in found.missing:
        yield Hit(
            span,
            f"“{span.of(pair.source)}” has no counterpart in the translation.",
            side=Side.SOURCE,
        )
