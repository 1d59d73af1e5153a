"""``reinschrift explain``: what a check finds, with its examples, and how to silence it."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from translate.checks import Check, Scope, all_checks
from translate.checks.examples import Example, read_example
from translate.checks.registry import run_check
from translate.errors import UsageError
from translate.findings import Finding, Side
from translate.repair import repair_text

_SEES = {
    Scope.SOURCE: "the German, paragraph by paragraph",
    Scope.PAIR: "a sentence and its translation",
    Scope.DOCUMENT: "the whole article, both sides",
}
_SIDES = {Side.SOURCE: "de", Side.TARGET: "en"}
_CRASHED = "900"


def run(
    code: Annotated[
        str,
        typer.Argument(metavar="CODE", help="A code (S310), its beginning (S3) or a name."),
    ],
) -> None:
    """Explain a check: what it finds, examples, how severe it is and how to silence it."""
    console = Console(soft_wrap=True, highlight=False)
    found = _named(code)
    if len(found) > 1:
        table = Table("Code", "Name", "Severity", "What it finds", box=None, pad_edge=False)
        for check in found:
            table.add_row(check.code, check.name, check.severity.value, check.description)
        Console(highlight=False).print(table)
    elif found:
        for line in _lines(found[0], coloured=console.is_terminal):
            console.print(line)
    else:
        console.print(
            f"{code.upper()} check-crashed\nA check crashed; its message says which and why. "
            "The other checks went on.\nPlease report it with the text that it crashed on."
        )


def _named(code: str) -> list[Check]:
    """The checks that ``code`` means; none for the code of a crash. Raises UsageError."""
    wanted = code.strip()
    prefix = wanted.upper()
    found = [check for check in all_checks() if check.name == wanted.lower()] or [
        check for check in all_checks() if prefix and check.code.startswith(prefix)
    ]
    if found or prefix in {scope.value + _CRASHED for scope in Scope}:
        return found
    known = [name for check in all_checks() for name in (check.code, check.name)]
    near = get_close_matches(prefix, known, 3) or get_close_matches(wanted.lower(), known, 3)
    hint = f"did you mean {' or '.join(near)}?" if near else "`reinschrift checks` lists them"
    raise UsageError(f"no check is called {code!r}; {hint}")


def _lines(check: Check, *, coloured: bool) -> Iterator[Text]:
    """The page of one check; what it flags is coloured, or set in brackets."""
    yield Text.assemble((check.code, "bold"), " ", (check.name, "bold"))
    yield Text(check.description)
    yield from map(Text, check.details)
    yield Text()
    yield Text(f"Severity  {check.severity}")
    yield Text(f"Category  {check.category} (MQM)")
    yield Text(f"Looks at  {_SEES[check.scope]}")
    repaired = any(_repairs(check, example) for example in check.bad)
    if check.scope is Scope.SOURCE:
        yield Text(f"Repaired  {'yes, before translation' if repaired else 'no'}")
    yield from _section("Flagged", check, check.bad, coloured=coloured)
    yield from _section("Not flagged", check, check.good, coloured=coloured)
    yield Text()
    if check.asked:
        yield Text("Runs only when its whole code is selected:")
        yield Text(f"  --select S --select P --select D --select {check.code}")
        yield Text()
    yield Text("Silence it", "bold")
    yield Text(f"  once      --ignore {check.code}")
    yield Text(f'  always    ignore = ["{check.code}"]')
    yield Text(f'  for words allow = {{ {check.code} = ["…"] }}')
    yield Text(f'  or judge  severity = {{ {check.code} = "info" }}')
    yield Text("  The last three stand in reinschrift.toml, or in a pyproject.toml under")
    yield Text("  [tool.reinschrift].")


def _section(
    title: str, check: Check, examples: tuple[object, ...], *, coloured: bool
) -> Iterator[Text]:
    yield Text()
    yield Text(title, "bold")
    for raw in examples:
        example = read_example(check, raw)
        for side, text in example.texts:
            lines = _marked(text.rstrip("\n"), side, example, coloured=coloured).split("\n")
            for line in lines:
                label = "" if check.scope is Scope.SOURCE else f"{_SIDES[side]}  "
                yield Text.assemble(f"  {label}", line)
        for finding in run_check(check, example.subject):
            yield Text(f"      {_said(finding)}", "italic")


def _marked(text: str, side: Side, example: Example, *, coloured: bool) -> Text:
    shown = Text()
    position = 0
    for span in sorted(span for where, span in example.marked if where is side):
        shown.append(text[position : span.start])
        part = span.of(text)
        shown.append(part if coloured else f"[{part}]", "bold red underline")
        position = span.end
    return shown.append(text[position:])


def _said(finding: Finding) -> str:
    if finding.suggestion is None:
        return finding.message
    return f"{finding.message} Suggestion: {finding.suggestion or 'delete it'}"


def _repairs(check: Check, example: object) -> bool:
    """Whether repair mends the bad ``example``."""
    ((_, text), *_) = read_example(check, example).texts
    return any(check.code in edit.reason.split("+") for edit in repair_text(text).edits)
