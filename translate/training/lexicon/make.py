"""From corpus files to the tables of words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from zlib import crc32

from translate.files import write_atomic
from translate.training.corpus import Pair, read_pairs
from translate.training.lexicon.model import Limits, Table, learn
from translate.training.lexicon.reliability import Reliability, measure
from translate.training.lexicon.vocabulary import Lists, collect

MOST = 160_000  # pairs of a file
_LONGEST = 220  # characters of a sentence; in longer ones everything meets everything
_NEAR = 0.6  # cosine of sentence vectors, where it was measured
_TENTH = 10  # one pair in so many is kept for measuring
MACHINE = ("-mtde-", "-kd-")  # origins whose one side no human wrote
_LINE = 98  # characters of a line of words
_HEADS = {
    "english_heads": "Beginnings of English words in lower case that the lexicon does not know.",
    "german_heads": "Beginnings of German nouns, no names, that the lexicon does not know.",
    "english_names": "Beginnings that the lexicon knows and English writes with a capital.",
    "shared_names": "Names that German and English spell alike.",
    "german_nouns": "German nouns that English does not keep.",
    "shared_words": "English words in lower case that German has too or might seem to have.",
}


def make(
    corpora: Sequence[Path],
    folder: Path,
    *,
    limits: Limits | None = None,
    most: int = MOST,
    without: Sequence[str] = (),
    report: Callable[[str], None] = lambda _: None,
) -> None:
    """Learns from ``corpora`` and writes ``lexicon.tsv`` and its companions into ``folder``.

    most: pairs of a file. without: origins that are not read, and parts of labels of test sets.
    Raises CorpusError, OutputError.
    """
    pairs = [pair for path in corpora for pair in islice(fit(read_pairs(path), without), most)]
    table = learn((pair for pair in pairs if not _is_kept(pair)), limits)
    kept = [p for p in pairs if _is_kept(p) and not any(name in p.origin for name in MACHINE)]
    report(f"{len(pairs)} pairs, {len(table)} German keys")
    write(table, measure(table, kept), collect(pairs, table), folder)


def fit(pairs: Iterable[Pair], without: Sequence[str]) -> Iterator[Pair]:
    """The pairs that words can be learned from; those with ``without`` in origin or label not."""
    for pair in pairs:
        near = pair.cosine is None or pair.cosine >= _NEAR
        short = max(len(pair.source), len(pair.target)) <= _LONGEST
        if near and short and not any(w in pair.origin or w in pair.label for w in without):
            yield pair


def _is_kept(pair: Pair) -> bool:
    """Whether a pair is kept from learning; all pairs with its English are, or none."""
    return crc32(pair.target.encode()) % _TENTH == 0


def write(table: Table, reliability: Reliability, lists: Lists, folder: Path) -> None:
    """Write the tables. Raises OutputError."""
    write_atomic(folder / "lexicon.tsv", _lexicon(table, reliability))
    write_atomic(folder / "lexicon_english.tsv", _english(reliability))
    for name, comment in _HEADS.items():
        write_atomic(folder / f"{name}.txt", wrapped(comment, getattr(lists, name)))


def _lexicon(table: Table, reliability: Reliability) -> Iterator[str]:
    yield (
        "# Beginnings of German words (~: ends of long ones), percent without a counterpart in a"
        " good translation and with one by chance, beginnings of their English translations.\n"
        "german\tloose\tchance\tenglish\n"
    )
    for key, true in reliability.german_true.items():
        means = " ".join(table.get(key, ()))
        yield f"{key}\t{100 - true}\t{reliability.german_chance[key]}\t{means}\n"


def _english(reliability: Reliability) -> Iterator[str]:
    yield (
        "# Beginnings of English words, percent without a counterpart in a good translation's"
        " source and with one by chance.\nenglish\tloose\tchance\n"
    )
    for key, true in reliability.english_true.items():
        yield f"{key}\t{100 - true}\t{reliability.english_chance[key]}\n"


def wrapped(comment: str, words: Sequence[str]) -> Iterator[str]:
    """The lines of a file of words under a comment."""
    yield f"# {comment}\n"
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > _LINE:
            yield f"{line}\n"
            line = ""
        line = f"{line} {word}".strip()
    yield f"{line}\n"
