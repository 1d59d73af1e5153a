"""The report for people: one page with both texts side by side and every finding marked."""

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from translate.findings import Severity, Side
from translate.reports.sections import section
from translate.reports.totals import Totals
from translate.results import DocumentResult

if TYPE_CHECKING:
    from jinja2 import Environment

_LANGUAGES = {Side.SOURCE: "German", Side.TARGET: "English"}
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Line:
    """A document's line in the table of contents."""

    name: str
    sentences: int
    words: int
    severities: Counter[Severity]
    repairs: int
    mqm: Mapping[Side, float]


def render(
    read: Callable[[], Iterable[DocumentResult]],
    *,
    title: str,
    failures: Mapping[str, str] = _NONE,
) -> Iterator[str]:
    """The page in parts, which joined are one self-contained HTML document.

    read: gives the results from the start each time; it is called twice, first for the
    overview, then for the texts, and only one document is held at a time. failures: the
    error of each document that was not translated. Documents stand in the order in which they
    are read, so that readers find them where their folder has them. The same results give the
    same bytes: the page holds no dates.
    """
    totals, contents = Totals(), []
    for result in read():
        totals.add(result)
        contents.append(
            _Line(
                result.name,
                len(result.segments),
                result.words,
                Counter(finding.severity for finding in result.findings),
                len(result.repairs),
                Totals.of([result]).mqm,
            )
        )
    script = _asset("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        _environment()
        .get_template("page.html.j2")
        .generate(
            title=title,
            failures=failures,
            totals=totals,
            contents=contents,
            severities=list(reversed(Severity)),
            sides=_LANGUAGES,
            sections=(section(number, result) for number, result in enumerate(read(), start=1)),
            style=_asset("style.css"),
            script=script,
            script_hash=f"sha256-{digest}",
        )
    )


@cache
def _asset(name: str) -> str:
    return (files("translate.reports") / "templates" / name).read_text("utf-8")


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    from translate.reports.marks import escape

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["show"] = lambda text: environment.filters["safe"](escape(text))
    environment.filters["count"] = _count
    return environment


def _count(number: int, noun: str) -> str:
    """``1,204 words``, ``1 word``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
