"""A sentence that begins small."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_FIRST = re.compile(r"[^\w.…]*(?P<word>[^\W\d_]+)(?![\w.@/&])")
_WORD = re.compile(r"\w+")
_FEWEST = 4  # words; less is a heading or an entry of a list


@check(
    "P313",
    "small-start",
    Category.SPELLING,
    Severity.MINOR,
    bad=[("Putin traf sich mit ihm.", "[met] with him.")],
    good=[
        ("Putin traf sich mit ihm.", "Putin met with him."),
        ("Gustav Meier ruft bei uns an.", "iPhones ring here."),
        ("„Komm“, sagte er zu ihr.", "“Come,” he said to her."),
        ("Ruhe und ein freies Bett", "... quiet and a free bed"),
    ],
)
def small_start(pair: Pair) -> Iterator[Hit]:
    """The translation begins with a small letter and its source with a capital."""
    german, english = _FIRST.match(pair.source), _FIRST.match(pair.target)
    if not (german and english and german["word"][0].isupper()):
        return
    word = english["word"]
    if (
        word.islower()
        and len(pair.source.split()) >= _FEWEST
        and word not in _WORD.findall(pair.source)
    ):
        yield Hit(
            Span(*english.span("word")),
            "The sentence begins with a small letter: something before it may be lost.",
            word.capitalize(),
        )
