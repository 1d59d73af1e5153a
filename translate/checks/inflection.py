"""The forms of German verbs, by rule and a list of the irregular ones.

Forms come in one fixed order, so that a form of one verb names the same form of another:
``niederspielte`` and ``herunterspielte`` stand at the same place of their lists.
"""

from functools import cache

from translate.checks.tables import lines

FINITE = 8  # the first forms of the list can be the verb of a main clause

_UNSTRESSED = ("be", "ent", "emp", "er", "ver", "zer", "miss")
_UMLAUTS = str.maketrans("aou", "äöü")
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


def _conjugated(base: str) -> _Parts:
    listed = _listed(base)
    if listed and len(listed) > len(("third", "past", "participle")):
        return listed
    stem = base.removesuffix("en") if base.endswith("en") else base.removesuffix("n")
    third, past, participle = listed or _weak(base, stem)
    second = third.removesuffix("t") + ("t" if third.endswith(("st", "ßt")) else "st")
    plural = past + ("n" if past.endswith("e") else "en")
    wish = past if past.endswith("e") else past + "e"
    wish = _umlauted(wish) if listed else wish
    finite = (third, past, plural, stem + "e", base, second, wish, wish + "n")
    return (*finite, participle, f"zu {base}", base)


@cache
def _irregular() -> dict[str, _Parts]:
    """Infinitive to third person singular, past and participle, or to all forms."""
    rows = (line.split() for line in lines("verbs.txt"))
    return {row[0]: tuple(form.replace("~", " ") for form in row[1:]) for row in rows}


def _listed(base: str) -> _Parts | None:
    """What the list has for ``base``, also where it has an unstressed prefix."""
    if base in _irregular():
        return _irregular()[base]
    for prefix in _UNSTRESSED:
        if base.startswith(prefix) and base.removeprefix(prefix) in _irregular():
            third, past, participle = _irregular()[base.removeprefix(prefix)][:3]
            return prefix + third, prefix + past, prefix + participle.removeprefix("ge")
    return None


def _weak(base: str, stem: str) -> _Parts:
    """Third person singular, past and participle of a regular verb."""
    link = "e" if stem.endswith(("t", "d", "chn", "ffn", "gn")) else ""
    prefix = "" if base.startswith(_UNSTRESSED) or base.endswith("ieren") else "ge"
    return f"{stem}{link}t", f"{stem}{link}te", f"{prefix}{stem}{link}t"


def _umlauted(form: str) -> str:
    """The past form with an umlaut, as in ``käme`` and ``brächte``."""
    for position in range(len(form) - 2, -1, -1):
        if form[position] in "aou" and form[position - 1 : position] not in {"a", "e"}:
            return form[:position] + form[position].translate(_UMLAUTS) + form[position + 1 :]
    return form
