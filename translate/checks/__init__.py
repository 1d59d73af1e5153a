"""Finds what is garbled: in the German, in a translated sentence, in the whole article.

check_source(Source(text, sentences)) -> findings on the German
check_pair(Pair(source, target))      -> findings on a sentence and its translation
check_pairs([Pair(...), ...])         -> the same of many, their closeness in meaning measured
check_article(Article(...))           -> findings that only the whole article shows
"""

from translate.checks.base import (
    Article,
    Check,
    Hit,
    Pair,
    Placed,
    Scope,
    Source,
)
from translate.checks.dictionary import exonym, is_common, rendering
from translate.checks.english import is_english
from translate.checks.glossary import Glossary, Term
from translate.checks.idioms import mend_idioms
from translate.checks.left_out import left_out
from translate.checks.meaning import check_pairs, measured, prepare
from translate.checks.names import similar
from translate.checks.registry import all_checks, check_article, check_pair, check_source
from translate.checks.selection import Selection

__all__ = [
    "Article",
    "Check",
    "Glossary",
    "Hit",
    "Pair",
    "Placed",
    "Scope",
    "Selection",
    "Source",
    "Term",
    "all_checks",
    "check_article",
    "check_pair",
    "check_pairs",
    "check_source",
    "exonym",
    "is_common",
    "is_english",
    "left_out",
    "measured",
    "mend_idioms",
    "prepare",
    "rendering",
    "similar",
]
