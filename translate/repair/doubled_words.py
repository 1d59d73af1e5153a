"""The same word twice in a row: ``mit mit`` for ``mit``."""

import re
from collections.abc import Iterator

from translate.repair.wordlists import words
from translate.spans import Edit, Span

REASON = "S310"

_CODE = 3  # letters of codes and chants: ABC ABC
_BEFORE = 40  # characters
_DOUBLED = re.compile(
    r"(?<![\w’'./@&-])([^\W\d_]{2,40}+)((?:(?:[ \u00a0]+| ?\r?\n)\1)+)(?![\w/@&]|[-’'.]\w)"
)
_ARTICLES = frozenset({"die", "der", "das", "den", "dem", "des", "denen"})
_SINCE = re.compile(r"\b[Vv]on \S+(?: \S+)? $")  # von Anfang an an der Spitze
_PRONOUNS = frozenset({"sie", "ihr", "ihm", "ihn", "ihnen", "deren", "dessen", "wer", "wo"})
_NO_NOUN = re.compile(r" (?:ich|er|sie|es|wir|man|sich|mir|uns|ist|sind|war|waren|hat|haben)\b")
# Behind these a relative or pointing pronoun may stand, and its article after it: ", die die
# Stadt kennen", "mit der der Bund", "wenn das das Ende ist".
_LINK = re.compile(
    r"(?:^|[,;:(–—„“”\"»«…/-]|\b(?:dass|weil|wenn|ob|als|wie|denn|und|oder|aber|also|sondern|außer"
    r"|statt|bevor|nachdem|ist|war|sind|waren|wäre|wären|sei|seien))\s*$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:ab|an|auf|aus|bei|bis|durch|für|gegen|gegenüber|hinter|in|mit|nach|neben|ohne|seit|über"
    r"|um|unter|von|vor|wegen|zu|zwischen)\s*$",
    re.IGNORECASE,
)

_COMPARED = frozenset({"von", "mit", "zu"})  # anders als mit der der Nachbarn


def drop_doubled_words(text: str) -> Iterator[Edit]:
    """Leaves one of a run of equal words, unless German may double that word there."""
    for match in _DOUBLED.finditer(text):
        word = match.group(1)
        if word.lower() in _ARTICLES:
            before = text[: match.start()][-_BEFORE:]
            followed = not _NO_NOUN.match(text, match.end())
            if word.islower() and followed and _may_be_pronoun(word, before):
                continue
        elif word == word.lower():
            itself = text.startswith(" selbst", match.end())  # dass ich ich selbst bin
            since = word in {"an", "aus"} and _SINCE.search(text[: match.start()][-_BEFORE:])
            if itself or since or word in words("may_double.txt"):
                continue
        elif (
            "\n" in match.group(2)  # the next line of a list or table
            or word.lower() in words("doubled_names.txt")
            or word.lower() in words("may_double.txt") - _PRONOUNS
            or (word.isupper() and len(word) <= _CODE)
        ):
            continue
        yield Edit(Span(*match.span(2)), "", REASON)


def _may_be_pronoun(word: str, before: str) -> bool:
    """Whether the first of two equal articles behind ``before`` may be a pronoun."""
    preposition = _PREPOSITION.search(before)
    if preposition:
        pointing = word == "der" and preposition.group().split()[0].lower() in _COMPARED
        return pointing or bool(_LINK.search(before[: preposition.start()]))
    return bool(_LINK.search(before))
