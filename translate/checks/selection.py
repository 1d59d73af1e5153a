"""What a user wants of the checks: which run, how severe they are, which words are right."""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from translate.checks.glossary import NO_TERMS, Glossary
from translate.findings import Severity
from translate.spans import Edit, Span


@dataclass(frozen=True, slots=True)
class Selection:
    """Which checks run, by prefixes of their codes, and how their findings are judged.

    select: only these; empty for all but those that have to be asked for. ignore: not these,
    whatever ``select`` says; what they would flag is not repaired either. severities: the
    longest prefix of a code decides, else the check itself. allow: words and phrases that are
    right, by prefixes of the codes that would flag them. glossary: terms that translations
    have to use.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    allow: tuple[tuple[str, tuple[str, ...]], ...] = ()
    glossary: Glossary = NO_TERMS

    @property
    def digest(self) -> str:
        """12 hex digits that change with anything here; ``all`` where nothing is set."""
        return "all" if self == Selection() else _hash(repr(self))

    def keeps(self, code: str) -> bool:
        """Whether the check ``code`` runs."""
        return (not self.select or code.startswith(self.select)) and not self.ignores(code)

    def ignores(self, code: str) -> bool:
        """Whether ``code`` is to be left out."""
        return bool(self.ignore) and code.startswith(self.ignore)

    def severity(self, code: str, default: Severity) -> Severity:
        """How severe findings of ``code`` are."""
        fitting = [pair for pair in self.severities if code.startswith(pair[0])]
        return max(fitting, key=lambda pair: len(pair[0]))[1] if fitting else default

    def allows(self, code: str, text: str, span: Span) -> bool:
        """Whether ``span`` of ``text`` holds nothing but what is right for ``code``."""
        phrases = [
            word for prefix, words in self.allow if code.startswith(prefix) for word in words
        ]
        return bool(phrases) and _covered(text, span, tuple(phrases))

    def spares(self, text: str, edit: Edit) -> bool:
        """Whether ``text`` is to stay as it is where ``edit`` would repair it."""
        return self.ignores(edit.reason) or self.allows(edit.reason, text, edit.span)


def _covered(text: str, span: Span, phrases: tuple[str, ...]) -> bool:
    """Whether every letter of ``span`` (every mark, if it has no letter) is part of a phrase."""
    area = range(span.start, span.end)
    open_places = {i for i in area if text[i].isalnum()} or {
        i for i in area if not text[i].isspace()
    }
    if not open_places:
        return False
    pattern, longest = _pattern(phrases)
    for match in pattern.finditer(text, max(0, span.start - longest)):
        if match.start() >= span.end:
            break
        open_places.difference_update(range(*match.span(1)))
    return not open_places


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], int]:
    """Where a phrase begins; its end is that of group 1, so that phrases may overlap."""
    ordered = sorted(phrases, key=len, reverse=True)
    alternatives = "|".join(
        (r"(?<!\w)" if phrase[0].isalnum() else "")
        + r"\s+".join(map(re.escape, phrase.split()))
        + (r"(?!\w)" if phrase[-1].isalnum() else "")
        for phrase in ordered
    )
    return re.compile(f"(?=({alternatives}))", re.IGNORECASE), len(ordered[0])


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
