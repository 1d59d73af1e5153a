"""A sentence that breaks off, or runs into the next one."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_BROKEN_OFF = re.compile(
    r"(?<=[a-zäöüß] )(?:und|oder|dass|weil|des|eines|im|beim|zum|zur|vom|am|zwischen|sowie|wegen"
    r"|ihres|seines)[.](?=\s|$)"
)
_GLUED = re.compile(
    r"(?<![\w./@:-])[a-zäöüßA-ZÄÖÜ]?[a-zäöüß]{3,30}[.!?](?P<next>(?!Com|Net|Org)[A-ZÄÖÜ][a-zäöüß]{2,})(?![\w.@/-])"
)

_SEAM = re.compile(r"[.!?][A-ZÄÖÜ]")  # every glued sentence has one; looking for it is quick


@check(
    "S344",
    "broken-sentence",
    Category.GRAMMAR,
    Severity.MAJOR,
    bad=["Er kam mit dem Zug [und.]", "Sie ging nach [Hause.Dann] schlief sie."],
    good=["Er sah sich um und ging.", "Das steht auf spiegel.de.", "z.B. und u.a.", "Node.js"],
)
def broken_sentence(source: Source) -> Iterator[Hit]:
    """A sentence breaks off before its end, or runs into the next one without a space."""
    for match in _BROKEN_OFF.finditer(source.text):
        yield Hit(Span(*match.span()), f"The sentence breaks off after “{match.group()[:-1]}”.")
    for match in _GLUED.finditer(source.text) if _SEAM.search(source.text) else ():
        start = match.start("next") - match.start()
        right = f"{match.group()[:start]} {match.group()[start:]}"
        yield Hit(Span(*match.span()), f"A space is missing: “{right}”.", right)
