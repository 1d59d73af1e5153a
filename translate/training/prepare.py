"""From corpus files to a vocabulary, word vectors and ids, once for each run folder."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.errors import CorpusError, UsageError
from translate.training.card import sources_of
from translate.training.cleaning import is_good
from translate.training.corpus import Pair, domain_of, read_pairs
from translate.training.prepared import Prepared, settings_in
from translate.training.recipe import Recipe
from translate.training.spacing import spaced
from translate.training.start import joint_vocabulary, shaped
from translate.training.tokens import Tokens, count_ids, target_counts, tokenize
from translate.training.vocabulary import Vocabulary, train_vocabulary
from translate.training.warm_start import dictionary_vectors

Say = Callable[[str], None]
_SHAPING = (
    *("seed", "vocabulary_size", "vocabulary_pairs", "d_model", "held_out", "min_cosine"),
    *("max_length_ratio", "max_pairs_per_domain", "noise", "renamed", "quoted", "joined"),
    *("sampled", "reverse"),
)


def prepare(
    recipe: Recipe,
    corpus: Sequence[Path],
    folder: Path,
    *,
    start: Path | None = None,
    say: Say | None = None,
) -> Prepared:
    """The corpus as numbers, kept in ``folder`` and taken from there if nothing has changed.

    corpus: TSV or Parquet files, each a domain, or one folder that was prepared before, here or
    elsewhere. start: the model to train further, whose vocabulary is used. say: gets a line a
    domain. Raises CorpusError, which names file and line, or says that no pair is left;
    UsageError if the folder was prepared by other settings.
    """
    given = joint_vocabulary(start) if start else None
    recipe = shaped(recipe, start) if start else recipe
    settings = _settings(recipe, given)
    if len(corpus) == 1 and corpus[0].is_dir():
        return _checked(Prepared.load(corpus[0]), settings, corpus[0])
    settings["files"] = _sizes(corpus)
    if settings_in(folder) == settings:
        return Prepared.load(folder)
    pairs = _good_pairs(recipe, corpus, say)
    used = {name: dict(sorted(Counter(p.origin for p in rows).items())) for name, rows in pairs}
    vocabulary = given or _vocabulary(recipe, pairs)
    domains = {
        name: tokenize(rows, vocabulary, recipe, recipe.seed + number)
        for number, (name, rows) in enumerate(pairs)
        if rows
    }
    vectors = _vectors(recipe, vocabulary, domains) if settings["vectors"] else None
    sources = sources_of(used, corpus)
    prepared = Prepared(vocabulary, domains, vectors, tuple(sources), settings)
    prepared.save(folder)
    return prepared


def _settings(recipe: Recipe, given: Vocabulary | None) -> dict[str, Any]:
    """What decides the numbers besides the files, as JSON keeps it."""
    table = recipe.as_table()
    models = given.source + given.target if given else b""
    settings = {
        "recipe": {name: table[name] for name in _SHAPING},
        "vocabulary": hashlib.sha256(models).hexdigest()[:16] if given else None,
        "vectors": given is None or recipe.alignment_weight > 0,
    }
    plain: dict[str, Any] = json.loads(json.dumps(settings))
    return plain


def _checked(prepared: Prepared, wanted: Mapping[str, Any], folder: Path) -> Prepared:
    known = prepared.settings
    for name, value in wanted["recipe"].items():
        if known["recipe"].get(name) != value:
            raise UsageError(
                f"{folder}: was prepared with {name} = {known['recipe'].get(name)}, the recipe "
                f"has {value}; give the recipe that it was prepared by, or prepare anew"
            )
    if known["vocabulary"] != wanted["vocabulary"] or known["vectors"] < wanted["vectors"]:
        raise UsageError(
            f"{folder}: was prepared for another start; give the same --start, or prepare anew"
        )
    return prepared


def _sizes(corpus: Sequence[Path]) -> list[list[Any]]:
    try:
        return [[str(path.resolve()), path.stat().st_size] for path in corpus]
    except OSError as error:
        raise CorpusError(f"{error.filename}: no such file; give TSV or Parquet files") from error


def _good_pairs(
    recipe: Recipe, corpus: Sequence[Path], say: Say | None
) -> list[tuple[str, list[Pair]]]:
    """Each domain's good pairs in an order drawn by the seed, at most so many as it may have."""
    files: dict[str, list[Path]] = {}
    for path in corpus:
        files.setdefault(domain_of(path), []).append(path)
    domains = []
    for number, (name, paths) in enumerate(files.items()):
        good: list[Pair] = []
        read = 0
        for path in paths:
            for pair in read_pairs(path):
                read += 1
                if is_good(pair, recipe):
                    good.append(pair)
        if say:
            say(f"{name}: {len(good):,} of {read:,} pairs pass the cleaning")
        Random(recipe.seed + number).shuffle(good)  # noqa: S311 - nothing secret
        domains.append((name, good[: recipe.max_pairs_per_domain]))
    if not any(rows for _, rows in domains):
        names = ", ".join(str(path) for path in corpus) or "the corpus"
        raise CorpusError(f"{names}: no pair passes the cleaning; are the columns German, English?")
    return domains


def _vocabulary(recipe: Recipe, pairs: Sequence[tuple[str, list[Pair]]]) -> Vocabulary:
    texts = (
        side
        for domain, rows in pairs
        for pair in rows[: recipe.vocabulary_pairs.get(domain)]
        for side in (pair.source, pair.target)
    )
    model = train_vocabulary(texts, recipe.vocabulary_size, seed=recipe.seed)
    return Vocabulary(spaced(model), model)


def _vectors(
    recipe: Recipe, vocabulary: Vocabulary, domains: Mapping[str, Tokens]
) -> NDArray[np.float16]:
    sources = count_ids((tokens.source for tokens in domains.values()), len(vocabulary))
    targets = target_counts(vocabulary, domains.values())
    vectors = dictionary_vectors(vocabulary, sources, targets, recipe.d_model, seed=recipe.seed)
    return vectors.astype(np.float16)
