"""The report for people: both texts side by side and every finding marked.

One page, or for a large batch an overview and a page for each part of it. Each is a
self-contained HTML document; the same results give the same bytes: they hold no dates.
"""

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from translate.findings import Severity, Side
from translate.reports.overview import Line, Overview, Part
from translate.reports.sections import section
from translate.results import DocumentResult

if TYPE_CHECKING:
    from jinja2 import Environment

_LANGUAGES = {Side.SOURCE: "German", Side.TARGET: "English"}
_NONE: Mapping[str, str] = MappingProxyType({})


def render(
    read: Callable[[], Iterable[DocumentResult]],
    *,
    title: str,
    failures: Mapping[str, str] = _NONE,
) -> Iterator[str]:
    """Everything on one page, in parts, which joined are one HTML document.

    read: gives the results from the start each time; it is called twice, first for the
    overview, then for the texts, and only one document is held at a time. failures: the
    error of each document that was not translated. Documents stand in the order in which they
    are read, so that readers find them where their folder has them.
    """
    overview = Overview.of(read())
    whole = Part(overview.totals, overview.lines)
    return _page(whole, read(), title=title, failures=failures)


def pages(
    overview: Overview,
    read: Callable[[], Iterable[DocumentResult]],
    *,
    title: str,
    failures: Mapping[str, str] = _NONE,
) -> Iterator[tuple[str, Iterator[str]]]:
    """The pages of a batch, each with its file name and in parts; use them one after another.

    overview: of the results that ``read`` gives, which is called once. The first page,
    ``report.html``, shows all where that fits on it, and else the table of contents.
    """
    results = iter(read())
    names = [page_name(number) for number, _ in enumerate(overview.parts, start=1)]
    whole = Part(overview.totals, overview.lines)
    if len(names) <= 1:
        yield page_name(), _page(whole, results, title=title, failures=failures)
        return
    places = {
        line.number: f"{name}#d{line.number}"
        for name, part in zip(names, overview.parts, strict=True)
        for line in part.lines
    }
    yield page_name(), _page(whole, (), title=title, failures=failures, places=places)
    for number, (name, part) in enumerate(zip(names, overview.parts, strict=True), start=1):
        own = islice(results, len(part.lines))
        heading = f"{title}, part {number} of {len(names)}"
        yield name, _page(part, own, title=heading, around=_around(names, number))


def page_name(number: int | None = None) -> str:
    """The file of the first page, or of the part ``number``, from 1."""
    return "report.html" if number is None else f"report-{number}.html"


def _around(names: Sequence[str], number: int) -> list[tuple[str, str]]:
    """Labels and addresses of the pages that one goes to from the part ``number``."""
    links = [("All documents", page_name())]
    if number > 1:
        links.append(("Previous part", names[number - 2]))
    if number < len(names):
        links.append(("Next part", names[number]))
    return links


def _page(
    part: Part,
    results: Iterable[DocumentResult],
    *,
    title: str,
    failures: Mapping[str, str] = _NONE,
    places: Mapping[int, str] = MappingProxyType({}),
    around: Sequence[tuple[str, str]] = (),
) -> Iterator[str]:
    """A page. places: addresses of the documents, by number, that stand on other pages."""
    script = _asset("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    first = part.lines[0].number if part.lines else 1

    def link(line: Line) -> str:
        return places.get(line.number, f"#d{line.number}")

    return (
        _environment()
        .get_template("page.html.j2")
        .generate(
            title=title,
            failures=failures,
            totals=part.totals,
            contents=[(link(line), line) for line in part.lines],
            around=around,
            divided=bool(places),
            severities=list(reversed(Severity)),
            sides=_LANGUAGES,
            sections=(section(number, result) for number, result in enumerate(results, first)),
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
