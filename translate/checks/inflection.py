"""The forms of German verbs, by rule and a list of the irregular ones.

Forms come in one fixed order, so that a form of one verb names the same form of another:
``niederspielte`` and ``herunterspielte`` stand at the same place of their lists.
"""

import re
from functools import cache

from translate.checks.tables import lines

FINITE = 8  # the first forms of the list can be the verb of a main clause
PARTICIPLE = 8  # the place of the participle

_UNSTRESSED = (
    "be", "ge", "ent", "emp", "er", "ver", "zer", "miss",
    "unter", "über", "wider", "hinter", "um", "durch", "voll",
)  # fmt: skip
# Verbs that only look as if they began with one of these.
_STRESSED = frozenset(
    ("beten", "bellen", "beben", "betteln", "ernten", "erben", "erden", "enden", "zerren", "missen")
)
_LINKED = ("t", "d", "tm", "chn", "ckn", "ffn", "gn", "dn", "bn")  # “öffnet”, not “öffnt”
_SIBILANTS = ("s", "ß", "z", "x")
_STEM_VOWEL = re.compile(r"(?<![aeiouäöü])[aou](?=[^aeiouäöüy]*te$|[^aeiouäöüy]*e$)")
_UMLAUTS = str.maketrans("aou", "äöü")
_WITH_SEIN = frozenset((
    "bleiben", "fahren", "fallen", "fliegen", "fliehen", "gehen", "geraten", "kommen", "laufen",
    "passieren", "reiten", "rennen", "sein", "sinken", "springen", "steigen", "sterben", "treten",
    "wachsen", "werden",
))  # fmt: skip
_Parts = tuple[str, ...]


@cache
def forms(infinitive: str) -> tuple[str, ...]:
    """The forms of a verb: eight finite ones, the participle, the infinitive with ``zu``, without.

    A ``+`` marks a verb that parts: the forms of ``nieder+spielen`` are those that stand in
    one word (``niederspielte``, ``niedergespielt``, ``niederzuspielen``).
    """
    particle, _, base = infinitive.rpartition("+")
    return tuple(
        f"{particle}zu{base}" if particle and form.startswith("zu ") else particle + form
        for form in _conjugated(base)
    )


def takes_sein(infinitive: str) -> bool:
    """Whether the perfect of a verb is made with “sein” and not with “haben”."""
    return infinitive.rpartition("+")[2] in _WITH_SEIN


def _conjugated(base: str) -> _Parts:
    listed = _listed(base)
    if listed and len(listed) > len(("third", "past", "participle", "wish")):
        return listed
    stem = base.removesuffix("en") if base.endswith("en") else base.removesuffix("n")
    third, past, participle, *wishes = listed or (*_weak(base, stem), "")
    plural = past + ("n" if past.endswith("e") else "en")
    wish = wishes[0] if wishes else _umlauted(past if past.endswith("e") else past + "e")
    wish = wish or past
    finite = (third, past, plural, stem + "e", base, _second(third, stem), wish, wish + "n")
    return (*finite, participle, f"zu {base}", base)


def _second(third: str, stem: str) -> str:
    """The second person, as in “du hältst”, “du gibst”, “du liest”."""
    if third == "wird":
        return "wirst"
    whole = stem.endswith("t") and not third.endswith("et")  # “hält” ends with its stem
    base = third if whole else third.removesuffix("t")
    return base + ("t" if base.endswith(_SIBILANTS) else "st")


@cache
def _irregular() -> dict[str, _Parts]:
    """Infinitive to third person singular, past, participle and perhaps wish, or all forms."""
    rows = (line.split() for line in lines("verbs.txt"))
    return {row[0]: tuple(form.replace("~", " ") for form in row[1:]) for row in rows}


def _listed(base: str) -> _Parts | None:
    """What the list has for ``base``, also where it has an unstressed prefix."""
    if base in _irregular():
        return _irregular()[base]
    for prefix in _UNSTRESSED:
        if base.startswith(prefix) and base.removeprefix(prefix) in _irregular():
            third, past, participle, *wish = _irregular()[base.removeprefix(prefix)][:4]
            participle = participle.removeprefix("ge")
            return tuple(prefix + form for form in (third, past, participle, *wish))
    return None


def _weak(base: str, stem: str) -> _Parts:
    """Third person singular, past and participle of a regular verb."""
    link = "e" if stem.endswith(_LINKED) else ""
    unstressed = base.startswith(_UNSTRESSED) and base not in _STRESSED
    prefix = "" if unstressed or base.endswith("ieren") else "ge"
    return f"{stem}{link}t", f"{stem}{link}te", f"{prefix}{stem}{link}t"


def _umlauted(form: str) -> str:
    """The past form with an umlaut on its last vowel, as in ``käme`` and ``brächte``."""
    match = _STEM_VOWEL.search(form)
    return (
        form[: match.start()] + match.group().translate(_UMLAUTS) + form[match.end() :]
        if match
        else form
    )
