"""How many planted errors the checks find, and how exactly.

    SACREBLEU=/path/to/cache python -m benchmarks.planted [wmt19 ...] [--limit N] [--missed KIND]

Takes the human pairs of each sacreBLEU set (German-English) and plants one error a pair, kind by
kind, seeded. An error counts as found where the spoilt pair has a finding, of a check that may
rightly find it, that the pair did not have before; as exact where such a finding marks just
the planted place. ``--missed`` prints the spoilt pairs of one kind that went unnoticed.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from benchmarks import sets
from benchmarks.checks import share
from benchmarks.planting import KINDS, Example, Kind, Planted
from benchmarks.planting.base import tokens
from translate.checks import Pair, Selection, Source, check_pair, check_source
from translate.findings import Finding, Side
from translate.segmenting import split

SEED = 1
RULES = Selection(ignore=("P18", "S39"))  # the learned checks say little of a planted error


@dataclass(slots=True)
class Tally:
    """What became of one kind."""

    planted: int = 0
    found: int = 0
    placed: int = 0
    exact: int = 0
    codes: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Print a line for each kind of error, set by set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sets", nargs="*", default=["wmt19"], help="test sets as wmt19")
    parser.add_argument("--limit", type=int, help="only the first pairs")
    names = [kind.name for kind in KINDS]
    parser.add_argument("--missed", metavar="KIND", choices=names, help="print what goes unnoticed")
    options = parser.parse_args()
    for name in options.sets:
        examples = read(name)[: options.limit]
        before = {
            scope: [found(scope, e.source, e.target) for e in examples] for scope in ("S", "P")
        }
        print(f"{name}: {len(examples)} pairs, seed {SEED}")
        print(f"{'kind':34}{'planted':>8}{'found':>7}{'recall':>10}{'exact':>10}  codes")
        for kind in KINDS:
            if options.missed in {None, kind.name}:
                tell = options.missed is not None
                show(kind, measure(kind, examples, before[scope(kind)], tell=tell))


def read(name: str) -> list[Example]:
    """The pairs of a set, each with the next one."""
    sources, targets = sets.sources(name), sets.references(name)
    words = [span.of(text) for text in targets for span in tokens(text)]
    common = frozenset(word for word in words if word.islower())
    german = {span.of(text) for text in sources for span in tokens(text)}
    names = sorted(
        {
            word
            for word in german.intersection(words)
            if word.istitle() and word.isalpha() and len(word) > 3 and word.lower() not in common
        }
    )
    after_sources, after_targets = sources[1:] + sources[:1], targets[1:] + targets[:1]
    columns = zip(sources, targets, after_sources, after_targets, strict=True)
    return [Example(*row, common, tuple(names)) for row in columns]


def scope(kind: Kind) -> str:
    """Whether checks of the source (S) or of the pair (P) may find ``kind``."""
    return kind.codes[0][0]


def found(scope: str, source: str, target: str) -> list[tuple[Finding, str]]:
    """The findings of one scope, each with what it marks."""
    if scope == "S":
        findings = check_source(Source(source, split(source)), RULES)
    else:
        findings = check_pair(Pair(source, target), RULES)
    return [(f, f.span.of(source if f.side is Side.SOURCE else target)) for f in findings]


def measure(
    kind: Kind,
    examples: Sequence[Example],
    before: Sequence[Sequence[tuple[Finding, str]]],
    *,
    tell: bool,
) -> Tally:
    """Plant ``kind`` wherever it can be planted."""
    tally = Tally()
    for number, (example, old) in enumerate(zip(examples, before, strict=True)):
        random = Random(f"{SEED} {kind.name} {number}")  # noqa: S311 - repeatable, not secret
        planted = kind.plant(random, example)
        if planted is None:
            continue
        tally.planted += 1
        new = fresh(kind, found(scope(kind), planted.source, planted.target), old)
        tally.found += bool(new)
        tally.codes.update({finding.code for finding in new})
        if planted.spans and new:
            tally.placed += 1
            tally.exact += is_exact(planted, new)
        if tell and not new:
            print(f"- {planted.source}\n  {planted.target}")
        elif tell and planted.spans and not is_exact(planted, new):
            text = planted.source if planted.side is Side.SOURCE else planted.target
            marked = [(f.code, f.span.of(text)) for f in new if f.side is planted.side]
            print(f"~ {planted.spans[0].of(text)!r} {marked}")
    return tally


def fresh(
    kind: Kind, now: Sequence[tuple[Finding, str]], old: Sequence[tuple[Finding, str]]
) -> list[Finding]:
    """The findings of the right kind that were not there before."""
    known = Counter(f.code for f, _ in old)
    marked = {(f.code, text) for f, text in old}
    counts = Counter(f.code for f, _ in now)
    return [
        f
        for f, text in now
        if f.code.startswith(kind.codes)
        and counts[f.code] > known[f.code]
        and (f.code, text) not in marked
    ]


def is_exact(planted: Planted, findings: Sequence[Finding]) -> bool:
    """Whether a finding marks just the planted place."""
    return any(f.side is planted.side and f.span in planted.spans for f in findings)


def show(kind: Kind, tally: Tally) -> None:
    """Print one row."""
    if not tally.planted:
        return
    exact = share(tally.exact, tally.placed) if tally.placed else "-"
    codes = " ".join(f"{code}:{count}" for code, count in tally.codes.most_common(6))
    print(
        f"{kind.name:34}{tally.planted:8}{tally.found:7}"
        f"{share(tally.found, tally.planted):>10}{exact:>10}  {codes}"
    )


if __name__ == "__main__":
    main()
