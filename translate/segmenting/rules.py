"""Where a German sentence ends, and where a full stop is only an abbreviation's or ordinal's."""

import re
from dataclasses import dataclass

from translate.segmenting.lists import words

_OPENERS = "„“”\"»«›‹‚‘'([–—- "
_FIRST_WORD = re.compile(r"\w+(?:[-.]\w+)*")
_LAST_WORD = re.compile(r"[^\s(\[„“”\"»«/]{1,40}$")
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.\s?){2,}$")
_LETTERS = re.compile(r"(?:\b[^\W\d_]{1,2}\.\s?){1,4}$")
_QUOTED = re.compile(r"[„“”\"»«][^„“”\"»«]*$")
_VOWEL = re.compile("[aeiouyäöü]", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+")
_WINDOW = 400
_LONGEST_WORD = 40
_YEAR_DIGITS = 3
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a sentence may end.

    start: of the sentence so far. mark, mark_end: its punctuation. closers_end: behind the
    quotes and brackets that follow. next: the first code point of what comes then.
    """

    text: str
    start: int
    mark: int
    mark_end: int
    closers_end: int
    next: int

    @property
    def punctuation(self) -> str:
        """The closing punctuation: ".", "?!", "..."."""
        return self.text[self.mark : self.mark_end]

    @property
    def closers(self) -> str:
        """Quotes and brackets that close behind it."""
        return self.text[self.mark_end : self.closers_end]

    @property
    def following(self) -> str:
        """The next word, without quotes before it; empty if there is none."""
        rest = self.text[self.next : self.next + 60].lstrip(_OPENERS)
        match = _FIRST_WORD.match(rest)
        return match.group() if match else ""


def verdict(candidate: Candidate) -> bool | None:
    """Whether a sentence ends there; None where these rules have no opinion."""
    following = candidate.following
    if candidate.next >= len(candidate.text):
        return True
    begins = following in words("starters")
    if (
        not following
        or (following[0].islower() and not begins)
        or candidate.text[candidate.next] in ",;:)]&/"
    ):
        return False
    if candidate.closers:
        return _closed(candidate, begins=begins)
    if candidate.punctuation == ".":
        return _full_stop(candidate, starts=begins)
    if set(candidate.punctuation) <= {".", "…"}:
        return begins or None
    return True


def _closed(candidate: Candidate, *, begins: bool) -> bool:
    """Behind a closing quote or bracket: not if that was opened within the sentence.

    A title such as „Wetten, dass?“ is quoted without a colon or comma before it.
    """
    earliest = max(candidate.start, candidate.mark - _WINDOW)
    if ")" in candidate.closers or "]" in candidate.closers:
        opening = candidate.text.rfind("(", earliest, candidate.mark)
        return opening < 0 or opening <= candidate.start
    if begins or candidate.punctuation == ".":
        return True
    before = _QUOTED.sub("", candidate.text[earliest : candidate.mark]).rstrip()
    return not before or before[-1] in ":,.!?–-"


def _full_stop(candidate: Candidate, *, starts: bool) -> bool | None:
    text, mark = candidate.text, candidate.mark
    match = _LAST_WORD.search(text, max(0, mark - _LONGEST_WORD), mark)
    word = match.group() if match else ""
    letters = _LETTERS.search(text, max(0, mark - 20), mark + 1)
    for name in (letters.group().replace(" ", "") if letters else "", f"{word}."):
        if name in words("perhaps_final"):
            return starts
        if name in words("never_final"):
            return False
    if word.isdigit() or _ROMAN.fullmatch(word):
        return _number(candidate, word, starts=starts)
    if (len(word) == 1 and word.isalpha()) or _INITIALS.search(text, max(0, mark - 20), mark + 1):
        return starts
    return starts or len(word) > _SHORT or _VOWEL.search(word) is not None or None


def _number(candidate: Candidate, word: str, *, starts: bool) -> bool:
    """Behind a number: an ordinal unless what follows can only begin a sentence."""
    end = candidate.mark - len(word)
    before = candidate.text[max(candidate.start, end - _LONGEST_WORD) : end].rstrip()
    if not before:
        return False
    if starts:
        return True
    noun = before.split()[-1]
    return noun in words("cardinal_nouns") or (len(word) >= _YEAR_DIGITS and word.isdigit())
