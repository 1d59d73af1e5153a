"""Makes the dictionary that stands in for words which the model made up.

    python -m translate.training.lexicon.dictionary OUT CORPUS... [--without NAME...]

OUT: ``translate/checks/data/dictionary.tsv`` for the one that the package ships. CORPUS: files of
pairs. ``--without``: parts of origins and labels whose pairs are not read.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from translate.checks.english import is_english
from translate.checks.lexicon import WORD
from translate.checks.names import similar
from translate.files import write_atomic
from translate.training.corpus import Pair, read_pairs
from translate.training.lexicon.make import fit
from translate.training.lexicon.model import Association, Limits, associate

MOST = 300_000  # pairs of a file
_LIMITS = Limits(commonest=120, rarest=2, worth=0.05, count=1.0, most=1)
_SURE = 0.12  # worth from which one expected meeting is enough
_TWICE = 1.5  # expected meetings otherwise
_OFTEN = 6.0  # meetings from which a name may be unlike its German form
_CLEARLY = 1.3  # times that a rendering has to be worth more than keeping the German word
_COMMENT = "# German words, what they are in English, and how sure that is (percent)."


def renderings(pairs: Iterable[Pair]) -> Iterator[tuple[str, str, int]]:
    """German words, the English word for each, and its worth in percent; in order."""
    german, english = [], []
    for pair in pairs:
        german.append(WORD.findall(pair.source))
        english.append(WORD.findall(pair.target))
    found: dict[str, list[Association]] = {}
    ours, theirs = _cased(german, openings=True), _cased(english, openings=False)
    for one in associate(ours, theirs, _LIMITS):
        found.setdefault(one.german, []).append(one)
    for word in sorted(found):
        best = next(filter(_is_good, found[word]), None)
        kept = next((one for one in found[word] if one.english == word), None)
        if best and not (kept and best.worth <= _CLEARLY * kept.worth):
            yield word, best.english, round(100 * best.worth)


def _is_good(one: Association) -> bool:
    """Whether a rendering is sure enough, and no name that merely stood near another."""
    return (
        one.english != one.german
        and (one.times >= _TWICE or one.worth >= _SURE)
        and is_english(one.english)
        and (one.english.islower() or one.times >= _OFTEN or similar(one.german, one.english))
    )


def _cased(sentences: Sequence[Sequence[str]], *, openings: bool) -> list[set[str]]:
    """The different words of each sentence, small where that is commoner inside of sentences.

    openings: only the first word is looked at, since German writes nouns with a capital.
    """
    inside = Counter(word for words in sentences for word in words[1:])

    def cased(word: str) -> str:
        small = word.lower()
        return small if inside[small] and inside[small] >= inside[word] else word

    if openings:
        return [{*map(cased, words[:1]), *words[1:]} for words in sentences]
    return [set(map(cased, words)) for words in sentences]


def make(
    corpora: Sequence[Path], out: Path, *, most: int = MOST, without: Sequence[str] = ()
) -> int:
    """Learn from ``corpora``, write ``out``, return the number of words.

    Raises CorpusError, OutputError.
    """
    pairs = (pair for path in corpora for pair in islice(fit(read_pairs(path), without), most))
    rows = [f"{word}\t{english}\t{worth}\n" for word, english, worth in renderings(pairs)]
    write_atomic(out, [f"{_COMMENT}\ngerman\tenglish\tworth\n", *rows])
    return len(rows)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    end = arguments.index("--without") if "--without" in arguments else len(arguments)
    target, *files = map(Path, arguments[:end])
    sys.stderr.write(f"{make(files, target, without=arguments[end + 1 :])} words\n")
