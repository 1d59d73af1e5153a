"""Names that only one side of a pair has.

In English a name is a capitalised word that the lexicon does not know; in German, where every
noun is capitalised, one that is likelier a name than not (``name_odds.py``).
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from translate.checks.dictionary import rendering
from translate.checks.lexicon import known_english, links, means
from translate.checks.name_odds import lost_names
from translate.checks.names import distance, sound
from translate.checks.tables import rows, words
from translate.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CAPITAL = re.compile(
    r"(?<![\w’'.@/-])[A-ZÄÖÜÁÉÍÓÚŁŠŽČĆ][a-zà-öø-ÿßąćęłńśźżčšžěřğışőű]{3,24}(?![\w@-])"
)
_ENGLISH_NOUN = re.compile(
    r"(?:ing|ings|ed|ment|ments|tions?|sions?|ness|ships?|ities|ity|ism|ists?|[a-z]men|[a-z]man|women"
    r"|woman|ers|ors|ians?|ese|ish|ic|al|ous|ive|able|age|ance|ence|land|maidens)$"
)
_OPENING = re.compile(r"(?:^|[.!?:;…(„“”\"»«‘’'–—*•|/-])\s*[„“”\"»«‘'(]*$")
_REGION = re.compile(r"\b(?:nieder|ober|unter|mittel|nord|süd|ost|west)(\w{4,})")
_LONG = 4  # letters of a word that is more than of, the, and; so many words make a headline
_HEAD = 6  # letters
_NAMES = 200  # of a side; each is compared with the whole other side
_MANY = 0.6  # of the longer words; the text is a headline in capitals


@dataclass(frozen=True, slots=True)
class Strangers:
    """Names without a counterpart.

    missing: of the German; added: of the English, where the German lost one; doubtful: of the
    English, where it lost none (people put a name for a pronoun), or what may be no name.
    """

    missing: tuple[Span, ...]
    added: tuple[Span, ...]
    doubtful: tuple[Span, ...]


@cache
def _exonyms() -> dict[str, tuple[str, ...]]:
    """English names of places, with the German beginnings that they translate."""
    table: dict[str, list[str]] = {}
    for german, english in rows("exonyms.tsv"):
        for name in english.split("|"):
            table.setdefault(name, []).append(german)
    return {name: tuple(germans) for name, germans in table.items()}


@lru_cache(maxsize=2048)  # a sentence is judged when it is translated and checked later
def strangers(source: str, target: str) -> Strangers:
    """The names that only one of a German sentence and its translation has."""
    missing = lost_names(source, target)
    added = [s for s in _english_names(target) if not _stands(s.of(target), source)]
    if added:
        english = links(source, target).target
        places = zip(english.places, english.linked, strict=True)
        linked = {start for (start, _), is_linked in places if is_linked}
        regions = _regions(source)
        added = [
            span
            for span in added
            if span.start not in linked and span.of(target)[:_HEAD].lower() not in regions
        ]
    if not missing:
        return Strangers((), (), tuple(added))
    return Strangers(tuple(missing), tuple(added), () if added else _capitals(source, target))


@lru_cache(maxsize=4)
def _regions(source: str) -> frozenset[str]:
    """The beginnings of the English for what parts of places are named after: Niedersachsen."""
    return frozenset().union(*(means(place) for place in _REGION.findall(source.lower())))


def _capitals(source: str, target: str) -> tuple[Span, ...]:
    """The capitalised words of ``target`` that no word of ``source`` explains."""
    if _is_headline(target):
        return ()
    english = links(source, target).target
    found = (
        Span(*place)
        for place, is_linked in zip(english.places, english.linked, strict=True)
        if not is_linked and _may_be_name(target, *place)
    )
    return tuple(span for span in islice(found, _NAMES) if not _stands(span.of(target), source))


def _may_be_name(text: str, start: int, end: int) -> bool:
    """Whether a word has a capital, is no common word, and does not merely open a sentence."""
    word = text[start:end]
    if len(word) < _LONG or not word.istitle():
        return False
    small = word.lower()
    opens = _OPENING.search(text[max(0, start - 5) : start])
    return small not in words("english_words.txt") and not (
        opens and (small[:_HEAD] in known_english() or small in words("english_closed.txt"))
    )


def _english_names(text: str) -> list[Span]:
    known, common = known_english(), words("english_heads.txt")
    names, shared = words("english_names.txt"), words("shared_names.txt")
    found = []
    for match in _CAPITAL.finditer(text):
        name = match.group()
        head = name[:_HEAD].lower()
        if (
            head in names
            or name in shared
            or not (
                head in known
                or head in common
                or _ENGLISH_NOUN.search(name)
                or _OPENING.search(text[max(0, match.start() - 5) : match.start()])
            )
        ):
            found.append(Span(*match.span()))
    return [] if found and _is_headline(text) else found[:_NAMES]


def _is_headline(text: str) -> bool:
    """Whether most of the longer words of ``text`` begin with a capital."""
    longer = [word for word in _WORD.findall(text) if len(word) >= _LONG]
    capitals = sum(word[0].isupper() for word in longer)
    return capitals > _MANY * len(longer) and len(longer) >= _LONG


def _stands(name: str, text: str) -> bool:
    """Whether the German ``text`` has ``name``, another spelling or its exonym."""
    stem = name.rstrip("s")
    lowered = text.lower()
    if stem.lower()[:_HEAD] in lowered:
        return True
    if any(form[:_HEAD] in text for form in _exonyms().get(name, ())):
        return True
    key = sound(stem)
    limit = max(1, len(key) // 3)
    if any(distance(key, other, limit) <= limit for other in _sounds(text)):
        return True
    head = stem[:_HEAD].lower()
    return any(english.startswith(head) for english in _renderings(text))


@lru_cache(maxsize=4)
def _renderings(text: str) -> frozenset[str]:
    """What the words of a German ``text`` that begin with a capital are in English."""
    found = (rendering(word) or "" for word in _WORD.findall(text) if word[0].isupper())
    return frozenset(" ".join(found).lower().split())


@lru_cache(maxsize=4)
def _sounds(text: str) -> tuple[str, ...]:
    """The sounds of the words of ``text`` that begin with a capital."""
    return tuple(sound(word) for word in _WORD.findall(text) if word[0].isupper())
