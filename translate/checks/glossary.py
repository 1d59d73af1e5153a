"""The terms that a translation has to use: found in German with their inflections."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from translate.checks.declension import forms
from translate.spans import Span

_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"\s{0,3}[-\u2010\u2011–]?\s{0,3}")


@dataclass(frozen=True, slots=True)
class Term:
    """A German term in its dictionary form, and how English has to say it.

    english: any of these will do; none where the term only forbids. forbidden: what must not
    stand for it. note: for the reader of a finding.
    """

    german: str
    english: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Glossary:
    """Terms; of two that fit the same words the longer one counts."""

    terms: tuple[Term, ...] = ()

    def find(self, text: str) -> Iterator[tuple[Span, Term]]:
        """Where German ``text`` has a term: inflected, or as a part of a hyphenated compound."""
        if not self.terms:
            return
        words = list(_WORD.finditer(text))
        index = 0
        while index < len(words):
            length, terms = self._at(text, words, index)
            span = Span(words[index].start(), words[index + max(length, 1) - 1].end())
            yield from ((span, term) for term in terms)
            index += max(length, 1)

    def _at(
        self, text: str, words: list[re.Match[str]], index: int
    ) -> tuple[int, tuple[Term, ...]]:
        """How many words the longest term that begins at ``index`` has, and all such terms."""
        entries = self._index.get(words[index].group().lower(), ())
        lengths = [
            (len(parts), term)
            for parts, term in entries
            if _fits(parts, text, words[index : index + len(parts)])
        ]
        longest = max((length for length, _ in lengths), default=0)
        return longest, tuple(term for length, term in lengths if length == longest)

    @cached_property
    def _index(self) -> Mapping[str, list[tuple[tuple[str, ...], Term]]]:
        """The terms, and their words, by each form of their first word in lower case."""
        index: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for term in self.terms:
            parts = tuple(_WORD.findall(term.german))
            for form in forms(parts[0]) if parts else ():
                index.setdefault(form.lower(), []).append((parts, term))
        return index


NO_TERMS = Glossary()


def _fits(parts: tuple[str, ...], text: str, words: list[re.Match[str]]) -> bool:
    """Whether ``words`` of ``text`` are ``parts``, inflected, with nothing between them."""
    return (
        len(words) == len(parts)
        and all(_is_form(word.group(), part) for word, part in zip(words, parts, strict=True))
        and all(
            _JOINT.fullmatch(text, left.end(), right.start()) for left, right in pairwise(words)
        )
    )


def _is_form(word: str, base: str) -> bool:
    """Whether ``word`` is a form of ``base``; nouns keep their capital, acronyms all of them."""
    accepted = forms(base)
    if word in accepted:
        return True
    if base.isupper() and len(base) > 1:
        return False
    lowered = word.lower() in {form.lower() for form in accepted}
    return lowered and (base[0].islower() or word[0].isupper())


def mentions(text: str, phrases: tuple[str, ...]) -> list[Span]:
    """Where English ``text`` has one of ``phrases``, in any inflection, sorted by place."""
    return sorted(
        Span(*match.span()) for phrase in phrases for match in _english(phrase).finditer(text)
    )


def is_free(span: Span, spans: list[Span]) -> bool:
    """Whether ``span`` lies inside none of ``spans``, which are sorted."""
    last = bisect_left(spans, Span(span.start + 1, span.start + 1))
    return not any(other.contains(span) for other in spans[:last])


@lru_cache(maxsize=8192)
def _english(phrase: str) -> re.Pattern[str]:
    words = phrase.replace("-", " ").split()
    inflected = r"[\s\u00a0-]+".join(map(_inflected, words))
    return re.compile(rf"(?<![^\W_]){inflected}(?![^\W_])", re.IGNORECASE)


def _inflected(word: str) -> str:
    """A pattern for an English word with its regular endings."""
    stem = re.escape(word)
    if not word[-1].isalpha():
        return stem
    if word.endswith("y"):
        return rf"{re.escape(word[:-1])}(?:y(?:['’]s|ing)?|ies|ied)"
    if word.endswith("e"):
        return rf"(?:{stem}(?:s|d|['’]s)?|{re.escape(word[:-1])}ing)"
    return rf"{stem}(?:s|es|ed|ing|['’]s|s['’])?"


def merged(terms: list[Term]) -> Glossary:
    """A glossary of ``terms``, where those with the same German are one: any of theirs will do."""
    found: dict[str, Term] = {}
    for term in terms:
        other = found.get(term.german, Term(term.german, ()))
        found[term.german] = Term(
            term.german,
            tuple(dict.fromkeys(other.english + term.english)),
            tuple(dict.fromkeys(other.forbidden + term.forbidden)),
            other.note or term.note,
        )
    return Glossary(tuple(found.values()))
