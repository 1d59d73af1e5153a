"""Registers checks, and runs those of one scope.

A check is a generator of hits under the decorator ``check``; it lives alone in a file of
``checks/source``, ``checks/pair`` or ``checks/document`` and is found there by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

from translate.checks.base import (
    Article,
    Check,
    Examples,
    Function,
    Hit,
    Pair,
    Scope,
    Source,
    Subject,
)
from translate.checks.selection import Selection
from translate.findings import Category, Finding, Severity, Side
from translate.spans import Span

F = TypeVar("F", bound=Function)

_registered: dict[str, Check] = {}
_PACKAGES = ("source", "pair", "document")
_ALL = Selection()


def check(
    code: str,
    name: str,
    category: Category,
    severity: Severity,
    *,
    bad: Examples,
    good: Examples,
    meaning: bool = False,
    asked: bool = False,
) -> Callable[[F], F]:
    """Register the decorated function as the check ``code``.

    code: a letter for the scope, a digit for the MQM dimension, two to tell checks apart.
    meaning: the check reads ``Pair.cosine``. asked: it runs only if it is selected by its whole
    code. Raises ValueError if the code is taken.
    """

    def register(function: F) -> F:
        if code in _registered:
            raise ValueError(f"two checks have the code {code}")
        _registered[code] = Check(
            code,
            name,
            category,
            severity,
            Scope(code[0]),
            function,
            tuple(bad),
            tuple(good),
            meaning,
            asked,
        )
        return function

    return register


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, sorted by code within source, pair and document."""
    for package_name in _PACKAGES:
        package = import_module(f"translate.checks.{package_name}")
        for module in iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")
    scopes = list(Scope)
    return tuple(sorted(_registered.values(), key=lambda c: (scopes.index(c.scope), c.code)))


def check_source(source: Source, select: Selection | None = None) -> list[Finding]:
    """What is garbled in one block of German; spans count in ``source.text``."""
    return _run(Scope.SOURCE, source, select)


def check_pair(pair: Pair, select: Selection | None = None) -> list[Finding]:
    """What is wrong in one translated sentence; spans count in its source or target."""
    if select and select.glossary.terms:
        pair = replace(pair, glossary=select.glossary)
    return _run(Scope.PAIR, pair, select)


def check_article(article: Article, select: Selection | None = None) -> list[Finding]:
    """What only shows in the whole article; spans count in its source or target."""
    return _run(Scope.DOCUMENT, article, select)


@cache
def _chosen(scope: Scope, select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Check, ...]:
    selection = Selection(select, ignore)
    return tuple(
        c
        for c in all_checks()
        if c.scope is scope
        and selection.keeps(c.code)
        and (c.code in selection.select or not c.asked)
    )


def _run(scope: Scope, subject: Subject, select: Selection | None) -> list[Finding]:
    selection = select or _ALL
    findings: list[Finding] = []
    for one in _chosen(scope, selection.select, selection.ignore):
        findings += run_check(one, subject)
    if not findings:
        return findings
    kept = (
        replace(finding, severity=selection.severity(finding.code, finding.severity))
        for finding in findings
        if selection.keeps(finding.code)
        and not selection.allows(finding.code, _text(subject, finding.side), finding.span)
    )
    return sorted(kept, key=lambda f: (f.side.value, f.span, f.code))


def _text(subject: Subject, side: Side) -> str:
    """The text that findings of ``side`` on ``subject`` count in."""
    if isinstance(subject, Source):
        return subject.text
    return subject.source if side is Side.SOURCE else subject.target


def run_check(one: Check, subject: Subject) -> Iterator[Finding]:
    """The findings of one check; if it crashes, what it found so far and a finding of that."""
    try:
        for hit in one.function(subject):
            yield _finding(one, hit)
    except Exception as error:  # noqa: BLE001 - whatever a check does, the others go on
        yield _crash(one, error)


def _crash(one: Check, error: Exception) -> Finding:
    message = f"The check {one.code} ({one.name}) crashed here: {type(error).__name__}: {error}."
    where = one.scope.side, Span(0, 0)
    return Finding(f"{one.scope.value}900", Category.INTERNAL, Severity.INFO, *where, message)


def _finding(one: Check, hit: Hit) -> Finding:
    return Finding(
        one.code,
        one.category,
        one.severity,
        hit.side or one.scope.side,
        hit.span,
        hit.message,
        hit.suggestion,
    )
