"""Findings on the terminal: where an editor can jump to, and pointed at exactly."""

import time
from dataclasses import replace

from tests.reports.sample import SIGNATURE, article, clean
from translate.findings import Category, Finding, Severity, Side
from translate.reports import terminal
from translate.results import DocumentResult
from translate.spans import Span


def lines_for(source: str, part: str, **changes: object) -> list[str]:
    start = source.index(part)
    finding = Finding(
        "S310",
        Category.UNIDIOMATIC,
        Severity.MAJOR,
        Side.SOURCE,
        Span(start, start + len(part)),
        "Calque.",
        "Einigung",
    )
    finding = replace(finding, **changes)  # type: ignore[arg-type]
    return list(terminal.summary(DocumentResult("a.txt", source, "", (), (), (finding,), "")))


def test_nothing_found_prints_nothing() -> None:
    assert list(terminal.summary(clean())) == []


def test_a_finding_has_line_column_and_carets() -> None:
    assert lines_for("Titel\r\n\r\nEine Siedlung.\n", "Siedlung") == [
        'a.txt:3:6: S310 major: Calque. (suggestion: "Einigung")',
        "    Eine Siedlung.",
        "         ^^^^^^^^",
    ]


def test_a_long_line_is_cut_around_the_finding() -> None:
    """The caret line points at the words, and neither line is wider than the screen."""
    _, excerpt, carets = lines_for("wort " * 60 + "Siedlung " + "wort " * 60, "Siedlung")
    assert len(excerpt) < 96
    assert excerpt.strip().startswith("…")
    assert excerpt.endswith("…")
    assert excerpt[carets.index("^") : len(carets)] == "Siedlung"


def test_a_place_without_text_gets_one_caret() -> None:
    lines = lines_for("Es regnet", "", span=Span(9, 9), suggestion=None)
    assert lines == ["a.txt:1:10: S310 major: Calque.", "    Es regnet", "             ^"]


def test_a_span_over_two_lines_points_at_the_first() -> None:
    assert lines_for("Eine gute\nSiedlung", "gute\nSiedlung")[1:] == [
        "    Eine gute",
        "         ^^^^",
    ]


def test_tabs_and_control_characters_do_not_move_the_carets() -> None:
    _, excerpt, carets = lines_for("a\tb\x1b[31m Siedlung", "Siedlung")
    assert "\x1b" not in excerpt
    assert excerpt[carets.index("^") :] == "Siedlung"


def test_wide_and_combining_characters_are_measured() -> None:
    carets = lines_for("日本 u\u0308ber Siedlung", "Siedlung")[2]
    assert carets == "    " + " " * 10 + "^" * 8


def test_an_empty_suggestion_means_delete() -> None:
    assert lines_for("zwei zwei", "zwei", suggestion="")[0].endswith("(suggestion: delete)")


def test_both_sides_can_be_told_apart() -> None:
    """Paths where they are known, else the name, with the language of the translation."""
    heads = [line for line in terminal.summary(article()) if " P1" in line]
    assert all(line.startswith("politik/treffen.md [English]:") for line in heads)
    named = list(terminal.summary(article(), source="in/t.md", target="out/t.md"))
    assert named[0].startswith("in/t.md:3:5: S102 minor")
    assert any(line.startswith("out/t.md:7:13: P110 major") for line in named)
    assert SIGNATURE not in "".join(named)


def test_one_endless_line_takes_no_endless_time() -> None:
    """A finding costs the same wherever it stands: 2,000 of them on a line of 400,000."""
    text = "Siedlung " * 45_000
    findings = tuple(
        Finding(
            "S310",
            Category.UNIDIOMATIC,
            Severity.MAJOR,
            Side.SOURCE,
            Span(start, start + 8),
            "Calque.",
        )
        for start in range(0, 360_000, 180)
    )
    began = time.process_time()
    lines = list(terminal.summary(DocumentResult("a.txt", text, "", (), (), findings, "")))
    assert len(lines) == 6000
    assert time.process_time() - began < 2
