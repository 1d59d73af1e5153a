"""Makes pairs from English alone: an English-German model writes the German side.

The strongest use of English text for a German-English model (Sennrich et al. 2016, "Improving
Neural Machine Translation Models with Monolingual Data"): the English stays human, and German
that a machine wrote is what users have. The model comes from a training run with ``reverse``.
"""

import json
import lzma
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from translate.engines import Engine
from translate.errors import CorpusError
from translate.files import append_line, write_atomic

CHUNK = 1024  # sentences between two records
ORIGIN = "back-translation"
_LEAST_WORDS, _MOST_WORDS = 3, 60
_LETTER = re.compile(r"[^\W\d_]")


def read_sentences(paths: Sequence[Path]) -> Iterator[str]:
    """The different usable sentences of text files, one a line (also ``.xz``), in order.

    Usable: 3 to 60 words, at least two thirds letters. Raises CorpusError, which names the file.
    """
    seen: set[int] = set()
    for path in paths:
        for line in _lines(path):
            text = " ".join(line.split())
            if is_usable(text) and hash(text) not in seen:
                seen.add(hash(text))
                yield text


def is_usable(text: str) -> bool:
    """Whether a line is a sentence worth translating rather than a heading, a table or a list."""
    words = len(text.split())
    letters = len(_LETTER.findall(text))
    return (
        _LEAST_WORDS <= words <= _MOST_WORDS
        and 3 * letters >= 2 * len(text.replace(" ", ""))
        and "\t" not in text
        and not text.isupper()
    )


def _lines(path: Path) -> Iterator[str]:
    opener = lzma.open if path.suffix == ".xz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from lines
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: is not UTF-8; convert the file first") from error
    except (OSError, lzma.LZMAError, EOFError) as error:
        raise CorpusError(f"{path}: cannot be read ({error}); give a text file") from error


def back_translate(
    sentences: Iterable[str],
    engine: Engine,
    out: Path,
    *,
    report: Callable[[int], None] | None = None,
) -> int:
    """Writes German, English and origin to ``out``, a TSV file; returns the number of pairs.

    A run that was stopped goes on where it was: what is done stands in ``OUT.part``, as long
    as the same sentences come in. Sentences whose German was cut off are left out. report: gets
    the number of sentences done. Raises CorpusError, OutputError.
    """
    part = out.with_name(f"{out.name}.part")
    rest = iter(sentences)
    done = 0
    for english, _ in _recorded(part):
        if list(islice(rest, len(english))) != english:
            raise CorpusError(f"{part}: holds other sentences than these; remove it to start anew")
        done += len(english)
    while chunk := list(islice(rest, CHUNK)):
        answers = engine.translate(chunk)
        german = [answer.text if not answer.truncated else "" for answer in answers]
        append_line(part, json.dumps([chunk, german], ensure_ascii=False))
        done += len(chunk)
        if report:
            report(done)
    write_atomic(out, (f"{german}\t{english}\t{ORIGIN}\n" for german, english in _pairs(part)))
    count = sum(1 for _ in _pairs(part))
    part.unlink(missing_ok=True)
    return count


def _recorded(part: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The chunks of an earlier run; a line cut short by a crash counts for nothing."""
    if part.is_file():
        with part.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if line.endswith("\n"):
                    yield json.loads(line)


def _pairs(part: Path) -> Iterator[tuple[str, str]]:
    for english, german in _recorded(part):
        yield from (pair for pair in zip(german, english, strict=True) if pair[0].strip())
