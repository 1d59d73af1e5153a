"""Glossaries in TBX (TermBase eXchange, ISO 30042:2019 and its 2008 forerunner)."""

from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from translate.checks.glossary import Glossary, Term, merged
from translate.errors import InputError

_ENTRIES = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_STATUS = "administrativeStatus"
_FORBIDDEN = ("deprecated", "superseded")


def parse_tbx(data: bytes, name: str) -> Glossary:
    """The German terms of a TBX file with the English ones of the same entry.

    A term whose administrative status is deprecated or superseded is forbidden. Nothing is
    loaded from elsewhere, and a file that declares entities is refused. Raises InputError,
    which names the line.
    """
    reader = _Reader(name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda tag, values: reader.start(tag, values, parser)
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = lambda *_: reader.refuse_entities(parser)
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat knows it by position alone
    except expat.ExpatError as error:
        place = f"{name}:{error.lineno}"
        raise InputError(
            place, f"is no valid XML ({expat.errors.messages[error.code]})", "mend it"
        ) from error
    if not reader.terms:
        remedy = "give entries with a term under xml:lang de and one under en"
        raise InputError(name, "has no German term with an English one", remedy)
    return merged(reader.terms)


@dataclass
class _Entry:
    """What is known of the entry that is being read: terms, each with its status."""

    german: list[tuple[str, str]] = field(default_factory=list)
    english: list[tuple[str, str]] = field(default_factory=list)


class _Reader:
    """Collects terms while expat walks through the file."""

    def __init__(self, name: str) -> None:
        self.terms: list[Term] = []
        self._name = name
        self._path: list[str] = []
        self._entry = _Entry()
        self._language = self._term = self._status = ""
        self._in_status = False

    def start(self, tag: str, values: dict[str, str], parser: Any) -> None:
        """An element begins."""
        local = tag.rpartition(" ")[2]
        if not self._path and local not in {"tbx", "martif"}:
            place = f"{self._name}:{parser.CurrentLineNumber}"
            raise InputError(place, f"is no TBX but <{local}>", "give a TBX or a CSV file")
        self._path.append(local)
        if local in _ENTRIES:
            self._entry = _Entry()
        elif local in _LANGUAGES:
            language = values.get("http://www.w3.org/XML/1998/namespace lang", "")
            self._language = language.lower().replace("_", "-").partition("-")[0]
        elif local in _TERMS:
            self._term = self._status = ""
        self._in_status = local == _STATUS or values.get("type") == _STATUS

    def characters(self, text: str) -> None:
        """Text stands here."""
        if self._in_status:
            self._status += text
        elif "term" in self._path:
            self._term += text

    def end(self, tag: str) -> None:
        """An element ends."""
        local = tag.rpartition(" ")[2]
        self._path.pop()
        self._in_status = False
        if local in _TERMS and self._term.strip():
            pair = (" ".join(self._term.split()), self._status.strip().lower())
            if self._language == "de":
                self._entry.german.append(pair)
            elif self._language == "en":
                self._entry.english.append(pair)
        elif local in _ENTRIES:
            self._finish(self._entry)

    def refuse_entities(self, parser: Any) -> None:
        """An entity is declared."""
        place = f"{self._name}:{parser.CurrentLineNumber}"
        raise InputError(place, "declares an entity", "write its text where it stands")

    def _finish(self, entry: _Entry) -> None:
        good = tuple(term for term, status in entry.english if not status.startswith(_FORBIDDEN))
        bad = tuple(term for term, status in entry.english if status.startswith(_FORBIDDEN))
        if good or bad:
            self.terms += [Term(german, good, bad) for german, _ in entry.german]
