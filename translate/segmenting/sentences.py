"""German text to sentences.

For each place where a sentence might end the rules of ``rules.py`` are asked; where they have
no opinion (short words without a vowel, ellipses) sentencex decides.
"""

import re

import sentencex

from translate.segmenting.rules import Candidate, verdict
from translate.spans import Span

_CANDIDATE = re.compile(
    r"""(?<![.!?…])(?P<mark>[.!?…]+)(?P<closers>["“”»«‘’'›‹)\]]{1,4}|\s["“”](?=\s)|)\s+
      | (?P<paragraph>\n[^\S\n]*\n\s*)""",
    re.VERBOSE,
)
_BEFORE = 300
_BEHIND = 60


def split(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` without the white space between them, in order.

    Sentences and gaps concatenate to ``text``. A closing quote stays with its sentence.
    """
    sentences = []
    start = 0
    for match in _CANDIDATE.finditer(text):
        if match["paragraph"] is None:
            candidate = Candidate(
                text, start, match.start(), match.end("mark"), match.end("closers"), match.end()
            )
            opinion = verdict(candidate)
            if opinion is None:
                opinion = _proposed(text, start, match.end())
            if not opinion:
                continue
            end = match.end("closers")
        else:
            end = match.start()
        sentences.append(_stripped(text, start, end))
        start = match.end()
    sentences.append(_stripped(text, start, len(text)))
    return tuple(span for span in sentences if len(span))


def _proposed(text: str, start: int, begins: int) -> bool:
    """Whether sentencex, shown a window round it, lets a sentence begin at ``begins``."""
    position = max(start, begins - _BEFORE)
    for sentence in sentencex.segment("de", text[position : begins + _BEHIND]):
        position += len(sentence)
        if position >= begins:
            break
    return position == begins


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    lead = len(part) - len(part.lstrip())
    return Span(start + min(lead, len(part)), start + max(len(part.rstrip()), lead))
