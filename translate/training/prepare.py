"""From corpus files to a vocabulary and arrays of ids, once for each run folder."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from translate.errors import CorpusError
from translate.files import write_atomic
from translate.training.cleaning import clean
from translate.training.corpus import Pair, domain_of, read_pairs
from translate.training.recipe import Recipe
from translate.training.tokens import Tokens, tokenize
from translate.training.vocabulary import Vocabulary, train_vocabulary


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a run trains on. used: pairs of each origin, by domain."""

    vocabulary: Vocabulary
    domains: Mapping[str, Tokens]
    used: Mapping[str, Mapping[str, int]]


def prepare(
    recipe: Recipe, corpus: Sequence[Path], folder: Path, *, vocabulary: bytes | None = None
) -> Prepared:
    """The corpus as ids; kept in ``folder`` and taken from there when nothing has changed.

    vocabulary: a SentencePiece model to use instead of training one.
    Raises CorpusError, which names file and line, or says that no pair is left.
    """
    key = _fingerprint(recipe, corpus, vocabulary)
    index = folder / "prepared.json"
    if index.is_file():
        known = json.loads(index.read_text("utf-8"))
        if known["key"] == key:
            return _load(folder, known["used"])
    pairs = _read(recipe, corpus)
    model = vocabulary or train_vocabulary(
        _texts(pairs, recipe.vocabulary_pairs), recipe.vocabulary_size, seed=recipe.seed
    )
    prepared = _tokenize(recipe, pairs, Vocabulary(model))
    write_atomic(folder / "joint.spm", model)
    for domain, tokens in prepared.domains.items():
        tokens.save(folder / f"{domain}.npz")
    record = {"key": key, "used": prepared.used}
    write_atomic(index, json.dumps(record, indent=1).encode())
    return prepared


def _load(folder: Path, used: dict[str, dict[str, int]]) -> Prepared:
    vocabulary = Vocabulary((folder / "joint.spm").read_bytes())
    return Prepared(vocabulary, {name: Tokens.load(folder / f"{name}.npz") for name in used}, used)


def _fingerprint(recipe: Recipe, corpus: Sequence[Path], vocabulary: bytes | None) -> str:
    """Changes whenever the arrays would."""
    numbers = [
        *(recipe.seed, recipe.vocabulary_size, recipe.noise, recipe.min_cosine),
        *(recipe.max_length_ratio, recipe.max_pairs_per_domain, recipe.held_out),
        sorted(recipe.vocabulary_pairs.items()),
    ]
    try:
        sizes = [(str(path.resolve()), path.stat().st_size) for path in corpus]
    except OSError as error:
        raise CorpusError(f"{error.filename}: no such file; give TSV or Parquet files") from error
    digest = hashlib.sha256(repr((numbers, sizes)).encode())
    digest.update(vocabulary or b"")
    return digest.hexdigest()


def _read(recipe: Recipe, corpus: Sequence[Path]) -> dict[str, list[Pair]]:
    """Each domain's good pairs in an order drawn by the seed, at most so many as it may have."""
    pairs: dict[str, list[Pair]] = {}
    for path in corpus:
        pairs.setdefault(domain_of(path), []).extend(clean(read_pairs(path), recipe))
    if not any(pairs.values()):
        names = ", ".join(str(path) for path in corpus) or "the corpus"
        raise CorpusError(f"{names}: no pair passes the cleaning; are the columns German, English?")
    for number, rows in enumerate(pairs.values()):
        Random(recipe.seed + number).shuffle(rows)  # noqa: S311 - nothing secret
        del rows[recipe.max_pairs_per_domain :]
    return pairs


def _texts(pairs: Mapping[str, Sequence[Pair]], most: Mapping[str, int]) -> Iterator[str]:
    for domain, rows in pairs.items():
        for pair in rows[: most.get(domain)]:
            yield pair.source
            yield pair.target


def _tokenize(
    recipe: Recipe, pairs: Mapping[str, Sequence[Pair]], vocabulary: Vocabulary
) -> Prepared:
    domains, used = {}, {}
    for number, (domain, rows) in enumerate(sorted(pairs.items())):
        domains[domain] = tokenize(rows, vocabulary, noise=recipe.noise, seed=recipe.seed + number)
        used[domain] = dict(sorted(Counter(pair.origin for pair in rows).items()))
    return Prepared(vocabulary, domains, used)
