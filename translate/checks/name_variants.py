"""One name in several spellings within a text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from translate.checks.base import Hit
from translate.checks.names import similar, sound
from translate.checks.tables import lines
from translate.findings import Side
from translate.spans import Span

_NAME = re.compile(r"(?<![\w-])[A-ZÄÖÜÁÉŁŠŽČ][a-zà-öø-ÿßąćęłńśźżčšžěř]{3,30}(?![\w])")
_NEXT = re.compile(r" ([A-ZÄÖÜÁÉŁŠŽČ][^\W\d_]+)")
_ENDINGS = re.compile(r"(?:s|es|n|en|er|e|ern|ische?[nrsm]?)$")

Places = Sequence[tuple[Span, str]]
"""Where a name stands, and with which ending."""


@cache
def _groups() -> dict[str, str]:
    """Spellings of one first name or place, each with the first of its group."""
    return {name: line.split()[0] for line in lines("name_groups.txt") for name in line.split()}


def hits(text: str, side: Side) -> Iterator[Hit]:
    """The rarer spellings of each name that ``text`` spells in several ways."""
    seen = [(match.group(), match.start()) for match in _NAME.finditer(text)]
    known = {name for name, _ in seen} | _groups().keys()
    places: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for name, start in seen:
        genitive = name.endswith("s") and name[:-1] in known
        base, ending = (name[:-1], "s") if genitive else (name, "")
        places[base].append((Span(start, start + len(name)), ending))
    by_key: dict[str, set[str]] = defaultdict(set)
    for name in places:
        by_key[_groups().get(name) or _key(name)].add(name)
    for names in by_key.values():
        if len(names) > 1:
            yield from _variants(names, places, text, side)


def _key(name: str) -> str:
    key = sound(name)
    return key if len(key) > 3 else name  # noqa: PLR2004 - short keys meet by chance


def _variants(
    names: set[str], places: Mapping[str, Places], text: str, side: Side
) -> Iterator[Hit]:
    """Hits on all of ``names`` but the main one: the most frequent, then the German, then first.

    Where two are equally frequent and neither is known as the German one, the article's own
    usage does not tell which is right: such hits come without a suggestion.
    """
    main = min(
        names,
        key=lambda name: (-len(places[name]), _groups().get(name) != name, places[name][0][0]),
    )
    for name in sorted(names - {main}):
        if _same_word(name, main) or _are_others(text, places[name], places[main]):
            continue
        clear = len(places[main]) > len(places[name]) or _groups().get(main) == main
        for span, ending in places[name]:
            yield Hit(
                span,
                f"“{name}{ending}” is spelt “{main}” elsewhere in the article.",
                main + ending if clear else None,
                side,
            )


def _are_others(text: str, here: Places, there: Places) -> bool:
    """Whether first names at these places are of different people, by their surnames."""
    one, other = _surnames(text, here), _surnames(text, there)
    known = other - {""}
    return bool(known) and "" not in one and not any(similar(a, b) for a in one for b in known)


def _surnames(text: str, places: Places) -> set[str]:
    """The surnames that follow a first name, an empty one where none does.

    Behind a genitive a capital is that of a noun: “Putins Leute”.
    """
    behind = (None if ending else _NEXT.match(text, span.end) for span, ending in places)
    return {match[1] if match else "" for match in behind}


def _same_word(one: str, other: str) -> bool:
    """Whether two spellings are forms of one German word rather than of one name."""
    if _ENDINGS.sub("", one) == _ENDINGS.sub("", other):
        return True
    return one in _groups() and other in _groups() and _groups()[one] != _groups()[other]
