"""From corpus files to the garble detector's own file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from translate.checks.garble.words import split
from translate.training.corpus import Pair, read_pairs
from translate.training.garble.counting import count
from translate.training.garble.examples import (
    LONGEST,
    SHORTEST,
    Example,
    clean,
    machine,
    read_tagged,
)
from translate.training.garble.export import calibrate, runnable, save
from translate.training.garble.refit import refit
from translate.training.garble.train import Material, Plan, train

CLEAN = {  # share of each origin's pairs whose German is human
    "news-wmt0818": 0.8,
    "news-europarl5k": 0.4,
    "news-nc-sample": 0.7,
    "news-pud": 1.0,
    "news-wmt17-idioms": 0.4,
    "news-opennmt10k": 0.5,
}
MACHINE = "news-mtde-wmt0818"
_MACHINE_SHARE = 0.3
_HUMAN = "news-wmt0818"  # has human translations of the English that MACHINE translates
_HELD_OUT = ("newstest2017", "newstest2018", "wmt17", "wmt18")
_LONGEST = 280  # characters of a sentence to learn from
_LONGEST_COUNTED = 600
_NOT_COUNTED = ("-mtde-", "-kd-", "mlqepe")  # machine-translated, doubled, or holding the tests


def make(
    corpora: Sequence[Path],
    folder: Path,
    out: Path,
    plan: Plan | None = None,
    report: Callable[[str], None] = lambda _: None,
) -> None:
    """Trains on ``corpora`` and MLQE-PE's train split in ``folder``, calibrates on its dev split.

    Raises CorpusError, InputError, OutputError.
    """
    plan = plan or Plan()
    edited, dev = (read_tagged(folder / f"mlqe-pe.en-de.{s}.jsonl.gz") for s in ("train", "dev"))
    counted = count(
        split(pair.source) for path in corpora for pair in read_pairs(path) if _counts(pair)
    )
    pairs = [pair for path in corpora for pair in read_pairs(path) if _teaches(pair)]
    clean, poor = gather(pairs, Random(plan.seed))  # noqa: S311 - nothing secret
    trained = train(Material(clean, poor, edited, counted), plan, report)
    save(trained, calibrate(runnable(trained), dev), out)
    refit(folder, out)


def gather(pairs: Sequence[Pair], random: Random) -> tuple[list[Example], list[Example]]:
    """Human German and machine-translated German to learn from, drawn from ``pairs``."""
    references = {pair.target: pair.source for pair in pairs if pair.origin == _HUMAN}
    good, poor = [], []
    for pair in pairs:
        if not _teaches(pair) or len(pair.source) > _LONGEST:
            continue
        if pair.origin == MACHINE and random.random() < _MACHINE_SHARE:
            poor.append(machine(pair, references))
        elif random.random() < CLEAN.get(pair.origin, 0):
            good.append(clean(pair))
    return (
        [example for example in good if _fits(example)],
        [example for example in poor if example and _fits(example)],
    )


def _held_out(pair: Pair) -> bool:
    return any(label in pair.label for label in _HELD_OUT)


def _counts(pair: Pair) -> bool:
    poor = any(part in pair.origin for part in _NOT_COUNTED)
    return not poor and not _held_out(pair) and len(pair.source) <= _LONGEST_COUNTED


def _teaches(pair: Pair) -> bool:
    return (pair.origin == MACHINE or pair.origin in CLEAN) and not _held_out(pair)


def _fits(example: Example) -> bool:
    return SHORTEST <= len(example.german) <= LONGEST
