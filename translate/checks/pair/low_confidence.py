"""A translation that the model itself doubts."""

from collections.abc import Iterator

from translate.checks.base import Hit, Pair, whole
from translate.checks.registry import check
from translate.findings import Category, Severity

_DOUBT = -1.5  # mean natural log-probability per token


@check(
    "P107",
    "low-confidence",
    Category.MISTRANSLATION,
    Severity.MINOR,
    bad=[Pair("Das ist gut.", "[This is good.]", log_probability=-2.0)],
    good=[Pair("Das ist gut.", "This is good.", log_probability=-0.3)],
)
def low_confidence(pair: Pair) -> Iterator[Hit]:
    """The model gave its own translation a low probability."""
    if pair.log_probability is not None and pair.log_probability < _DOUBT and pair.target:
        yield Hit(
            whole(pair.target),
            "The model was unsure of this translation "
            f"(mean log-probability {pair.log_probability:.2f} per token).",
        )
