"""The manifest: what a batch has done so far, one JSON line at a time, only ever appended to.

A line is either a chunk of translated sentences or one finished article. A run that was
killed leaves at most one cut line. Lines that cannot be read are ignored, and what they held
is done again; everything else is used again. Nothing in it depends on the time or on how often
the run was interrupted.
"""

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from translate.errors import OutputError
from translate.files import append_line
from translate.results import (
    DocumentResult,
    EngineInfo,
    Link,
    Rewording,
    Signature,
    Translation,
)
from translate.spans import Span

_CHUNKS = 64  # that are kept in memory once they were read
_FIELDS = 7  # of a recorded sentence, behind its key


def sentence_key(info: EngineInfo, text: str, *, align: bool, rank: int | None = None) -> str:
    """The key of a sentence: the same text has it wherever the same engine translates it.

    rank: of one of its alternatives, from 0.
    """
    return _hash(repr(info), str(align), str(rank), text)


def article_key(signature: Signature, name: str, data: bytes) -> str:
    """The key of an article: the same bytes, name and signature give the same output."""
    return _hash(str(signature), name, hashlib.sha256(data).hexdigest())


class Manifest:
    """The manifest file of one output folder. Raises OutputError if it cannot be used."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._sentences: dict[str, tuple[int, int, int]] = {}  # key: window, offset, row
        self._articles: dict[str, tuple[str, str, int]] = {}  # name: key, output hash, offset
        self._line = lru_cache(maxsize=_CHUNKS)(self._read_line)
        try:
            self._load()
        except OSError as error:
            raise OutputError(
                f"{path}: cannot be read ({error.strerror}); choose another output folder"
            ) from error

    def window(self, key: str) -> int | None:
        """The window of articles whose run recorded the sentence ``key``, if any did."""
        entry = self._sentences.get(key)
        return entry[0] if entry else None

    def translation(self, key: str) -> Translation:
        """The recorded translation of ``key``. Raises KeyError."""
        _, offset, row = self._sentences[key]
        _, *fields = self._line(offset)["sentences"][row]
        text, score, tokens, truncated, links, words, lost = fields
        return Translation(
            text,
            score,
            tokens,
            truncated,
            tuple(Link(Span(a, b), Span(c, d)) for a, b, c, d in links),
            reworded=tuple(Rewording(Span(a, b), *said) for a, b, *said in words),
            left_out=tuple(Span(a, b) for a, b in lost),
        )

    def record_sentences(self, window: int, rows: Mapping[str, Translation]) -> None:
        """Append one chunk of translated sentences, all or none."""
        data = {"window": window, "sentences": [_row(key, row) for key, row in rows.items()]}
        offset = self._append(data)
        for number, key in enumerate(rows):
            self._sentences[key] = (window, offset, number)

    def is_done(self, name: str, key: str, output: Path) -> bool:
        """Whether the article ``name`` was finished under ``key`` and its output still stands."""
        entry = self._articles.get(name)
        if entry is None or entry[0] != key:
            return False
        try:
            return hashlib.sha256(output.read_bytes()).hexdigest() == entry[1]
        except OSError:
            return False

    def record_article(self, key: str, output: bytes, result: DocumentResult) -> None:
        """Append one finished article; its output must have been written before."""
        if key == self._articles.get(result.name, ("",))[0]:
            return
        digest = hashlib.sha256(output).hexdigest()
        offset = self._append({"article": key, "output": digest, "result": result.to_json()})
        self._articles[result.name] = (key, digest, offset)

    def results(self, names: Sequence[str]) -> Iterator[DocumentResult]:
        """The results of the finished articles ``names``, read one by one."""
        for name in names:
            if name in self._articles:
                yield DocumentResult.from_json(self._read_line(self._articles[name][2])["result"])

    def _append(self, data: Mapping[str, Any]) -> int:
        return append_line(self.path, json.dumps(data, ensure_ascii=False))

    def _load(self) -> None:
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            offset = 0
            for line in file:
                if not line.endswith(b"\n"):
                    break  # the next line that is appended will overwrite it
                with contextlib.suppress(ValueError, LookupError, TypeError):
                    self._index(json.loads(line), offset)
                offset += len(line)

    def _index(self, data: Any, offset: int) -> None:
        if not isinstance(data, Mapping):
            raise TypeError
        for number, row in enumerate(data.get("sentences", ())):
            key, *fields = row
            if len(fields) != _FIELDS:
                raise ValueError
            self._sentences[key] = (data["window"], offset, number)
        if "article" in data:
            name = DocumentResult.from_json(data["result"]).name  # or it cannot be used
            self._articles[name] = (data["article"], data["output"], offset)

    def _read_line(self, offset: int) -> dict[str, Any]:
        with self.path.open("rb") as file:
            file.seek(offset)
            data: dict[str, Any] = json.loads(file.readline())
            return data


def _row(key: str, translation: Translation) -> list[Any]:
    links = [
        [link.target.start, link.target.end, link.source.start, link.source.end]
        for link in translation.alignment
    ]
    words = [[r.span.start, r.span.end, r.made_up, r.german] for r in translation.reworded]
    return [
        key,
        translation.text,
        translation.log_probability,
        translation.tokens,
        translation.truncated,
        links,
        words,
        [[place.start, place.end] for place in translation.left_out],
    ]


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
