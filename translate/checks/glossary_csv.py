"""Glossaries in CSV, as spreadsheets write them."""

import csv
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from translate.checks.glossary import Glossary, Term, merged
from translate.errors import InputError

_NAMES = {
    "german": ("german", "deutsch", "de", "source"),
    "english": ("english", "englisch", "en", "target"),
    "note": ("note", "notes", "notiz", "comment", "bemerkung"),
    "forbidden": ("forbidden", "verboten", "deprecated"),
}
_KNOWN = {name: column for column, names in _NAMES.items() for name in names}
_BY_PLACE = ("german", "english", "note")
_REMEDY = "write German,English and, if you like, a note; or name the columns in the first row"


def parse_csv(text: str, name: str) -> Glossary:
    """The terms of a table; ``name`` is for errors.

    Columns: German, English, note; or any order under a first row that names them: german,
    english, note, forbidden. Several English terms are set apart by ``|``. Commas, semicolons
    or tabs between the columns. Raises InputError, which names the line.
    """
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    terms: list[Term] = []
    columns: Sequence[str] | None = None
    try:
        for row in reader:
            cells = [" ".join(cell.split()) for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if columns is None:
                columns = _heading(cells, f"{name}:{reader.line_num}")
                if columns is not None:
                    continue
                columns = _BY_PLACE
            terms.append(_term(columns, cells, f"{name}:{reader.line_num}"))
    except csv.Error as error:
        place = f"{name}:{reader.line_num}"
        raise InputError(place, f"is no row of a table ({error})", "mend its quotes") from error
    if not terms:
        raise InputError(name, "has no term", _REMEDY)
    return merged(terms)


def _heading(cells: Sequence[str], place: str) -> list[str] | None:
    """The columns that the first row names, if that is what it does."""
    columns = [_KNOWN.get(cell.lower(), "") for cell in cells]
    if "german" not in columns and "english" not in columns:
        return None
    for column in ("german", "english"):
        if columns.count(column) != 1:
            reason = f"has {columns.count(column)} columns called {column}"
            raise InputError(place, reason, "name one column german and one english")
    return columns


def _term(columns: Sequence[str], cells: Sequence[str], place: str) -> Term:
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        reason = f"has {len(cells)} columns, not {len(columns)}"
        raise InputError(place, reason, "put cells with commas in quotes")
    row = dict(zip_longest(columns, cells[: len(columns)], fillvalue=""))
    english, forbidden = (tuple(_split(row.get(key, ""))) for key in ("english", "forbidden"))
    if not any(map(str.isalnum, row["german"])):
        raise InputError(place, "has no German term", _REMEDY)
    if not english and not forbidden:
        raise InputError(place, "has no English term", _REMEDY)
    return Term(row["german"], english, forbidden, row.get("note", ""))


def _split(cell: str) -> Iterator[str]:
    return (part.strip() for part in cell.split("|") if any(map(str.isalnum, part)))
