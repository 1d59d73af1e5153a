"""From corpus files to a vocabulary and arrays of ids, once for each run folder."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from translate.errors import CorpusError
from translate.files import write_atomic
from translate.training.cleaning import clean
from translate.training.corpus import Pair, domain_of, read_pairs
from translate.training.recipe import Recipe
from translate.training.spacing import spaced
from translate.training.tokens import Tokens, tokenize
from translate.training.vocabulary import Vocabulary, train_vocabulary


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a run trains on. used: pairs of each origin, by domain."""

    vocabulary: Vocabulary
    domains: Mapping[str, Tokens]
    used: Mapping[str, Mapping[str, int]]


def prepare(
    recipe: Recipe, corpus: Sequence[Path], folder: Path, *, vocabulary: Vocabulary | None = None
) -> Prepared:
    """The corpus as ids; each domain is kept in ``folder`` and taken from there if unchanged.

    vocabulary: one to use instead of training one.
    Raises CorpusError, which names file and line, or says that no pair is left.
    """
    files: dict[str, list[Path]] = {}
    for path in corpus:
        files.setdefault(domain_of(path), []).append(path)
    pairs = {name: _Pairs(recipe, paths, i) for i, (name, paths) in enumerate(files.items())}
    vocabulary = vocabulary or _vocabulary(recipe, pairs, folder)
    domains, used = {}, {}
    for domain, source in sorted(pairs.items()):
        domains[domain], used[domain] = _domain(
            recipe, source, vocabulary, folder / f"{domain}.npz"
        )
    if not any(map(len, domains.values())):
        names = ", ".join(str(path) for path in corpus) or "the corpus"
        raise CorpusError(f"{names}: no pair passes the cleaning; are the columns German, English?")
    return Prepared(vocabulary, domains, used)


class _Pairs:
    """A domain's good pairs in an order drawn by the seed, at most so many as it may have.

    They are read when they are first asked for. key: changes whenever they would.
    """

    def __init__(self, recipe: Recipe, paths: Sequence[Path], number: int) -> None:
        self._recipe, self._paths, self.seed = recipe, paths, recipe.seed + number
        try:
            sizes = [(str(path.resolve()), path.stat().st_size) for path in paths]
        except OSError as error:
            raise CorpusError(
                f"{error.filename}: no such file; give TSV or Parquet files"
            ) from error
        numbers = (recipe.min_cosine, recipe.max_length_ratio, recipe.max_pairs_per_domain)
        self.key = repr((self.seed, numbers, recipe.held_out, sizes))

    @cached_property
    def rows(self) -> list[Pair]:
        rows = [pair for path in self._paths for pair in clean(read_pairs(path), self._recipe)]
        Random(self.seed).shuffle(rows)  # noqa: S311 - nothing secret
        return rows[: self._recipe.max_pairs_per_domain]


def _vocabulary(recipe: Recipe, pairs: Mapping[str, _Pairs], folder: Path) -> Vocabulary:
    """The vocabulary that an earlier run trained on the same pairs, or a new one."""
    numbers = (recipe.vocabulary_size, sorted(recipe.vocabulary_pairs.items()))
    key = _digest(repr(numbers), *(source.key for source in pairs.values()))
    path = folder / f"vocabulary-{key}.spm"
    if path.is_file():
        model = path.read_bytes()
        return Vocabulary(spaced(model), model)
    texts = (
        side
        for domain, source in pairs.items()
        for pair in source.rows[: recipe.vocabulary_pairs.get(domain)]
        for side in (pair.source, pair.target)
    )
    model = train_vocabulary(texts, recipe.vocabulary_size, seed=recipe.seed)
    write_atomic(path, model)
    return Vocabulary(spaced(model), model)


def _domain(
    recipe: Recipe, source: _Pairs, vocabulary: Vocabulary, path: Path
) -> tuple[Tokens, dict[str, int]]:
    """A domain's ids, and its pairs by origin."""
    variants = (
        *(recipe.noise, recipe.renamed, recipe.quoted, recipe.joined),
        *(recipe.sampled, recipe.reverse),
    )
    key = _digest(repr(variants), source.key, vocabulary.source, vocabulary.target)
    record = path.with_suffix(".json")
    if record.is_file() and path.is_file():
        known = json.loads(record.read_text("utf-8"))
        if known["key"] == key:
            return Tokens.load(path), known["used"]
    tokens = tokenize(source.rows, vocabulary, recipe, source.seed)
    used = dict(sorted(Counter(pair.origin for pair in source.rows).items()))
    record.unlink(missing_ok=True)
    tokens.save(path)
    write_atomic(record, json.dumps({"key": key, "used": used}, indent=1).encode())
    return tokens, used


def _digest(*parts: str | bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() if isinstance(part, str) else part)
    return digest.hexdigest()[:16]
