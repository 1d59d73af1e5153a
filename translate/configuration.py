"""Settings from a file: ``reinschrift.toml``, or ``[tool.reinschrift]`` in a pyproject.toml.

A key that is not known, a value of the wrong type and a code that fits no check are errors:
a slip of the pen never turns a gate green.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from translate.checks import Glossary, Selection, all_checks
from translate.checks.glossary_csv import parse_csv
from translate.checks.glossary_tbx import parse_tbx
from translate.documents.decoding import decode
from translate.engines import EMBEDDED, ENGINES
from translate.errors import ConfigurationError, InputError, UsageError
from translate.files import read_bytes
from translate.findings import Severity

NAME, SHARED = "reinschrift.toml", "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the settings file says; what it leaves out has its usual value.

    path: the file, None without one. glossary, model: paths are those from the file's folder.
    fail_on: ``never`` or the name of a severity; None for the usual one of each command.
    """

    path: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    allow: tuple[tuple[str, tuple[str, ...]], ...] = ()
    glossary: Path | None = None
    model: str = EMBEDDED
    engine: str = ENGINES[0]
    beam: int = 4
    repair: bool = True
    reword: bool = True
    fail_on: str | None = None

    def selection(
        self,
        select: Sequence[str] | None = None,
        ignore: Sequence[str] | None = None,
        glossary: Path | None = None,
    ) -> Selection:
        """What the checks are to do; what is given here stands in for the file's.

        Raises UsageError for a code that fits no check, InputError for a bad glossary.
        """
        path = glossary or self.glossary
        return Selection(
            codes(select) if select else self.select,
            codes(ignore) if ignore else self.ignore,
            self.severity,
            self.allow,
            read_glossary(path) if path else Glossary(),
        )


def find_configuration(folder: Path) -> Path | None:
    """The settings file of ``folder`` or, if it has none, of the nearest folder above.

    A ``reinschrift.toml`` counts before a pyproject.toml beside it, and a pyproject.toml only
    where it has the table. Raises ConfigurationError for one that cannot be read.
    """
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
        shared = place / SHARED
        if shared.is_file() and _own(_parsed(shared)) is not None:
            return shared
    return None


def read_configuration(path: Path) -> Configuration:
    """The settings in ``path``. Raises ConfigurationError, which names the key."""
    table: Any = _parsed(path)
    if path.name == SHARED:
        table = _own(table)
        if not isinstance(table, dict):
            raise ConfigurationError(f"{path}: has no table [tool.reinschrift]; add it")
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _KEYS:
            known = get_close_matches(key, _KEYS, 1)
            remedy = f"did you mean {known[0]!r}?" if known else f"known are {', '.join(_KEYS)}"
            raise ConfigurationError(f"{path}: no setting is called {key!r}; {remedy}")
        parse, expected = _KEYS[key]
        try:
            values[key.replace("-", "_")] = parse(value)
        except UsageError as error:
            raise ConfigurationError(f"{path}: {key}: {error}") from error
        except (TypeError, ValueError) as error:
            raise ConfigurationError(f"{path}: {key} is {value!r}; give {expected}") from error
    if "glossary" in values:
        values["glossary"] = path.parent / values["glossary"]
    if "model" in values and (path.parent / values["model"]).is_dir():
        values["model"] = str(path.parent / values["model"])
    return Configuration(path, **values)


def read_glossary(path: Path) -> Glossary:
    """The glossary in ``path``, CSV or TBX by its suffix. Raises InputError, naming the line."""
    suffix = path.suffix.lower()
    if suffix in {".tbx", ".xml"}:
        return parse_tbx(read_bytes(path), str(path))
    if suffix in {".csv", ".tsv", ".txt"}:
        return parse_csv(decode(read_bytes(path), str(path))[0], str(path))
    raise InputError(path, f"is of an unknown kind {suffix!r}", "give a .csv or a .tbx glossary")


def codes(prefixes: Iterable[str]) -> tuple[str, ...]:
    """``prefixes``, each the beginning of a check's code. Raises UsageError otherwise."""
    for prefix in prefixes:
        if not prefix or not any(check.code.startswith(prefix) for check in all_checks()):
            raise UsageError(
                f"no check has a code that begins with {prefix!r}; "
                "`reinschrift checks` lists the codes"
            )
    return tuple(prefixes)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_bytes(path).decode())
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: is no UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: is no valid TOML ({error}); mend it") from error


def _own(table: Mapping[str, Any]) -> Any:
    """The table of this program in a pyproject.toml, or None."""
    tool = table.get("tool")
    return tool.get("reinschrift") if isinstance(tool, dict) else None


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))


def _codes(value: Any) -> tuple[str, ...]:
    return codes(_texts(value))


def _by_code(parse: Callable[[Any], Any]) -> Callable[[Any], tuple[tuple[str, Any], ...]]:
    """A parser of tables from codes to what ``parse`` reads."""

    def table(value: Any) -> tuple[tuple[str, Any], ...]:
        if not isinstance(value, dict):
            raise TypeError
        codes(value)
        return tuple((code, parse(entry)) for code, entry in sorted(value.items()))

    return table


def _one_of(*choices: str) -> Callable[[Any], str]:
    def choice(value: Any) -> str:
        if value not in choices:
            raise ValueError
        return str(value)

    return choice


def _beam(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise ValueError
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


_FAIL_ON = ("never", *(severity.value for severity in Severity if severity.rank))
_KEYS: Mapping[str, tuple[Callable[[Any], Any], str]] = {
    "select": (_codes, 'codes in a list, such as ["S", "P110"]'),
    "ignore": (_codes, 'codes in a list, such as ["S302"]'),
    "severity": (_by_code(Severity), 'a table such as { P311 = "info", S4 = "major" }'),
    "allow": (_by_code(_texts), 'a table of lists such as { S310 = ["Duran"] }'),
    "glossary": (_text, "the path of a .csv or .tbx file"),
    "model": (_text, "the name or the folder of a model"),
    "engine": (_one_of(*ENGINES), " or ".join(ENGINES)),
    "beam": (_beam, "a whole number from 1"),
    "repair": (_flag, "true or false"),
    "reword": (_flag, "true or false"),
    "fail-on": (_one_of(*_FAIL_ON), f"{', '.join(_FAIL_ON[:-1])} or {_FAIL_ON[-1]}"),
}
