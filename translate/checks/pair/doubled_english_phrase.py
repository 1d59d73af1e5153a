"""The same phrase twice in the English: “in capitals in capitals”."""

import re
from collections.abc import Iterator
from operator import and_, eq

from translate.checks.base import Hit, Pair
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.spans import Span

_WORD = r"[^\W_]+(?:['’-][^\W_]+)*"
_MARKS = str.maketrans("", "", ',.;:!?…“”"()')
_JOINED = 2  # words from “men” to “men” in “men and men”
_END = r"(?![\w’'/@-]|\.\w)"
_PHRASE = rf"(?P<first>{_WORD}) (?!(?P=first)\b){_WORD}(?: {_WORD})?"
_DOUBLED = re.compile(
    rf"(?<![\w’'./@-])(?:(?P<phrase>{_PHRASE}),?(?: and)? (?P=phrase)"
    rf"|(?P<word>[^\W\d_]{{2,}}), (?P=word)"
    rf"|(?P<plural>[A-Za-z][a-z]{{3,}}s) and (?P=plural)){_END}",
    re.IGNORECASE,
)


@check(
    "P305",
    "doubled-english-phrase",
    Category.DUPLICATION,
    Severity.MINOR,
    bad=[
        ("Er schrieb in Großbuchstaben.", "He wrote [in capitals in capitals]."),
        ("Sie verlor 39 Waffen und Teile.", "It lost [39 weapons, 39 weapons] and parts."),
        ("Auch sie will das, laut HRW.", "She wants it, too, according to [HRW, HRW]."),
        ("Forscherinnen und Forscher sahen es.", "[Researchers and researchers] saw it."),
    ],
    good=[
        ("Nein, nein, das nicht.", "No, no, not that."),
        ("Er kam immer wieder.", "He came again and again."),
        ("Man sah mehr und mehr.", "One saw more and more."),
        ("Er gewann 1:0 und 1:0.", "He won 1-0 and 1-0."),
    ],
)
def doubled_english_phrase(pair: Pair) -> Iterator[Hit]:
    """The same phrase stands twice in a row in the translation, and none does in the source."""
    for match in _DOUBLED.finditer(pair.target) if _may_double(pair.target) else ():
        once = match["phrase"] or match["word"] or match["plural"]
        if not _DOUBLED.search(pair.source):
            yield Hit(Span(*match.span()), f"“{once}” stands there twice.", once)


def _may_double(text: str) -> bool:
    """Whether a word comes back after one, or two words after two to four; quicker to tell."""
    said = text.lower().translate(_MARKS).split()
    if any(map(eq, said, said[1:])):
        return True
    for apart in (2, 3, 4):
        again = list(map(eq, said, said[apart:]))
        if any(map(and_, again, again[1:])) or (apart == _JOINED and any(again) and "and" in said):
            return True
    return False
