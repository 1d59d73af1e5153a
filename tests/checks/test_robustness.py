"""Checks survive any text in time that grows no faster than the text."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.checks import (
    Article,
    Check,
    Hit,
    Pair,
    Placed,
    Scope,
    Selection,
    Source,
    check_article,
    check_pair,
    check_source,
)
from translate.checks.registry import run_check
from translate.findings import Category, Finding, Severity, Side
from translate.repair import repair_text
from translate.spans import Span

TEXTS = st.text(
    st.sampled_from("aABeünst ,.-\n„“\"»«()'’?0123\u00ad\u0301\u05d0\x00") | st.characters(),
    max_size=80,
)

SIZE = 100_000
HUGE = {
    "brackets": "(" * 10_000,
    "closing": ")" * 10_000,
    "quotes": "„" * 10_000,
    "one letter": "a" * SIZE,
    "capitals": "A" * SIZE,
    "words": "wort " * (SIZE // 5),
    "names": "Name " * (SIZE // 5),
    "commas": "Name, " * (SIZE // 6),
    "hyphens": "A-" * (SIZE // 2),
    "digits": "1.234," * (SIZE // 6),
    "spaces": " " * SIZE,
    "points": "." * SIZE,
    "said": "sagte " * (SIZE // 6),
    "idiom": "spielte die Dose Füße " * (SIZE // 22),
    "nul": "\x00" * SIZE,
    "right to left": "שלום " * (SIZE // 5),
    "combining": "e\u0301\u0323" * (SIZE // 3),
    "mojibake": "Ã¼" * (SIZE // 2),
    "english": "well on " * (SIZE // 8),
    "invisible": "a\u200b" * (SIZE // 2),
}


def everything(source: str, target: str) -> list[Finding]:
    """The findings of all scopes."""
    placed = Placed(Span(0, len(source)), Span(0, len(target)), source, target)
    return [
        *check_source(Source(source, (Span(0, len(source)),))),
        *check_pair(Pair(source, target, -3.0, truncated=True)),
        *check_article(Article(source, target, (placed, placed))),
    ]


@settings(deadline=None)  # the first example loads tables and patterns
@given(TEXTS, TEXTS)
def test_spans_lie_inside_and_nothing_crashes(source: str, target: str) -> None:
    for finding in everything(source, target):
        text = source if finding.side is Side.SOURCE else target
        assert finding.span.end <= len(text)
        assert finding.category is not Category.INTERNAL
        assert finding.message.endswith((".", "”"))


@pytest.mark.parametrize("name", HUGE)
def test_huge_input_takes_bounded_time(name: str) -> None:
    text = HUGE[name]
    start = time.process_time()
    everything(text, text)
    repair_text(text)
    assert time.process_time() - start < 10


def test_crash_becomes_a_finding_and_keeps_what_came_before() -> None:
    def broken(source: Source) -> Iterator[Hit]:
        yield Hit(Span(0, 1), "Found.")
        raise RuntimeError(source.text)

    check = Check("S399", "broken", Category.GRAMMAR, Severity.MAJOR, Scope.SOURCE, broken, (), ())
    first, second = run_check(check, Source("x"))
    assert first.code == "S399"
    assert (second.code, second.severity) == ("S900", Severity.INFO)
    assert "S399" in second.message
    assert "RuntimeError: x" in second.message


def test_selection_is_by_prefix() -> None:
    source = Source("US -Präsident mit mit Hut")
    assert [f.code for f in check_source(source)] == ["S320", "S310"]
    assert [f.code for f in check_source(source, Selection(select=("S31",)))] == ["S310"]
    assert [f.code for f in check_source(source, Selection(ignore=("S31",)))] == ["S320"]
    assert check_source(source, Selection(("S3",), ("S",))) == []
