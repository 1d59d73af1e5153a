"""Where a translation begins with a small letter and its source with a capital."""

import re

from translate.spans import Span

_FIRST = re.compile(r"[^\w.…]*(?P<word>[^\W\d_]+)(?![\w.@/&])")
_WORD = re.compile(r"\w+")
_FEWEST = 4  # words; less is a heading or an entry of a list


def small_beginning(source: str, target: str) -> Span | None:
    """The first word of ``target`` if it lacks the capital that a sentence begins with."""
    german, english = _FIRST.match(source), _FIRST.match(target)
    if not (german and english and german["word"][0].isupper()):
        return None
    word = english["word"]
    if not word.islower() or len(source.split()) < _FEWEST or word in _WORD.findall(source):
        return None
    return Span(*english.span("word"))
