"""A small language for phrases by lemmas and word order, read into variants of pieces.

A pattern is a row of tokens, separated by spaces:

    word            itself; a small first letter of the phrase may be a capital
    a_b             words that stand together
    (a|b)  (a|b)?   one of several; a token that may be missing
    stem/e/en       a stem with one of these endings; “stem//s” for none or “s”
    weiß~           an adjective with any ending
    Atom+wachhund   “Atomwachhund” or “Atom-Wachhund”
    =spielen        a verb in any form, “zu spielen” included
    =nieder+spielen a verb that parts: “niedergespielt”, or “spielte” … “nieder”
    wort*  *        any more letters; any word
    #               a year
    …  …3           up to eight (three) more words of the clause
    A & B  A &3 B   both in either order, up to six (three) words apart
    >(a|b)  >!(a|b) before, not before these;  <(a|b)  <!(a|b)  after, not after these
    $               at the end of a clause

Free order, and the two ways in which a verb that parts can stand, make the variants.
"""

import re
from dataclasses import dataclass
from itertools import product

from translate.checks.inflection import FINITE, forms

_SPACE = r"\s{1,2}"
_WORD = r"(?!(?:und|oder|aber|sondern|als|dass)\b)[^\s.,;:!?„“”\"»«()]{1,40}"
_LETTERS = r"[\w-]{0,40}"
_ADJECTIVE = ("e", "en", "er", "es", "em", "")
_ORDER = re.compile(r" &(\d*) ")
_GROUP = re.compile(r"\(([^)]*)\)")
_GAP = 8  # words
_APART = 6  # words
_MARKS = {
    "$": r"(?=\s?[.,;:!?“”\"»«)–]|\s?$)",
    "#": r"((?:19|20)\d\d)",
    "*": f"({_WORD})",
}
_OPEN = frozenset({"…", "#", "*"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One token of a variant.

    forms: what it can be, in an order that pairs it with a piece of a replacement; empty for
    a gap, a year or a wild card. expression: what matches it, in one group, spaces apart.
    """

    token: str
    forms: tuple[str, ...]
    expression: str
    optional: bool = False

    @property
    def kind(self) -> str:
        """``verb``, ``forms``, ``context`` or an open token's mark: pieces of one kind pair up."""
        if self.token[0] in "<>$":
            return "context"
        if self.token[0] == "=":
            return "verb"
        return "forms" if self.forms else next(c for c in self.token if c in _OPEN)


Variant = tuple[Piece, ...]


def variants(pattern: str) -> tuple[Variant, ...]:
    """The orders in which the pieces of ``pattern`` can stand."""
    halves = _ORDER.split(pattern)
    if len(halves) == 1:
        return tuple(_row(pattern.split()))
    first, apart, second = halves
    gap = f"…{apart or _APART}"
    if not second.startswith("="):
        return tuple(
            row
            for one, other in ((first, second), (second, first))
            for row in _row([*one.split(), gap, *other.split()])
        )
    verb, *rest = second.split()
    particle = verb[1:].rpartition("+")[0]
    last = [particle] if particle else []
    before, after = first.split(), [gap] if particle else []
    rows = [[*before, gap, verb + "!", *rest], [verb + "?", gap, *before, *rest, *after, *last]]
    if particle:
        rows.append([*before, gap, verb + "?", *rest, gap, *last])
    return tuple(tuple(_piece(token) for token in row) for row in rows)


def _row(tokens: list[str]) -> list[Variant]:
    """One variant, or two where a verb parts: in one word, and with its particle at the end."""
    parting = next((t for t in tokens if t.startswith("=") and "+" in t), None)
    if parting is None:
        return [tuple(_piece(token) for token in tokens)]
    place = tokens.index(parting)
    before, after = tokens[:place], tokens[place + 1 :]
    particle = parting[1:].rpartition("+")[0]
    after = [token for token in after if not token.startswith("…")]
    context = [token for token in after if token[0] in "<>$"]
    after = [token for token in after if token[0] not in "<>$"]
    together = [*before, parting + "!", *after, *context]
    apart = [*before, parting + "?", *after, "…", particle, *context]
    return [tuple(_piece(token) for token in row) for row in (together, apart)]


def _piece(token: str) -> Piece:
    if token[0] in "<>":
        return Piece(token, (), _context(token))
    if token[0] == "…":
        return Piece(token, (), f"((?:{_WORD}{_SPACE}){{0,{token[1:] or _GAP}}}?)")
    if token in _MARKS:
        return Piece(token, (), _MARKS[token])
    if token[0] == "=":
        return _verb(token)
    optional = token.endswith(")?")
    choices = _expand(token.removesuffix("?"))
    wild = any("*" in choice for choice in choices)
    expression = "|".join(_literal(choice) for choice in sorted(choices, key=len, reverse=True))
    return Piece(token, () if wild else choices, f"({expression})", optional)


def _verb(token: str) -> Piece:
    """A verb: ``=sein!`` in all forms in one word, ``=sein?`` finite and without particle."""
    infinitive = token[1:].rstrip("!?")
    if token.endswith("?"):
        shapes = forms(infinitive.rpartition("+")[2])[:FINITE]
    else:
        shapes = forms(infinitive)
    expression = "|".join(_literal(form) for form in sorted(set(shapes), key=len, reverse=True))
    return Piece(token, shapes, f"({expression})")


def _expand(token: str) -> tuple[str, ...]:
    """Every spelling of a token, “_” put back to a space."""
    if token.endswith("~"):
        token = token[:-1] + "/" + "/".join(_ADJECTIVE)
    stem, *endings = token.split("/")
    parts = [
        part.split("|") if number % 2 else [part] for number, part in enumerate(_GROUP.split(stem))
    ]
    found = []
    for choice in product(*parts, endings or [""]):
        word = "".join(choice).replace("_", " ")
        left, plus, right = word.partition("+")
        found.append(left + right)
        if plus:
            found.append(f"{left}-{right[0].upper()}{right[1:]}")
    return tuple(found)


def _literal(form: str) -> str:
    return re.escape(form).replace(r"\ ", _SPACE).replace(r"\*", _LETTERS)


def _context(token: str) -> str:
    """A look around: ``>(a|b)``, ``>!a``, ``<(a|b)``, ``<!a``."""
    body = token[1:].removeprefix("!")
    negative = token[1] == "!"
    words = [_literal(word) for word in _expand(body)]
    if token[0] == ">":
        return f"(?{'!' if negative else '='}{_SPACE}(?:{'|'.join(words)})(?![\\w-]))"
    if negative:
        return "".join(rf"(?<!\b{word}\s)" for word in words)
    return "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in words) + ")"
