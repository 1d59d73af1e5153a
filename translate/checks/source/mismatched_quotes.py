"""A quotation opens in one style and closes in another."""

from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.checks.repairs import hits
from translate.findings import Category, Severity
from translate.repair.quotes import match_quotes


@check(
    "S324",
    "mismatched-quotes",
    Category.PUNCTUATION,
    Severity.MINOR,
    bad=['Das ist „sehr gut["], sagte er.', "So soll es bleiben[„], sagte sie."],
    good=[
        "Das ist „sehr gut“, sagte er.",
        "Das ist »gut«.",
        'Ein "Wort"',
        "Sie rief: „Ja“ und „Nein“.",
    ],
)
def mismatched_quotes(source: Source) -> Iterator[Hit]:
    """A quotation opens in one style and closes in another."""
    return hits(
        source.text,
        match_quotes,
        "The quotation closes in another style than it opened in; use {right} here.",
    )
