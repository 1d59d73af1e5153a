"""The page: safe, whole, stable, and every finding in its place."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.reports.sample import SIGNATURE, article, clean
from translate.findings import Category, Finding, Severity, Side
from translate.reports import html
from translate.reports.totals import Totals
from translate.results import DocumentResult
from translate.spans import Span

VOID = {"meta", "link", "input", "br"}


def page(*results: DocumentResult, **options: object) -> str:
    return "".join(html.render(lambda: results, title="Proof", **options))  # type: ignore[arg-type]


class Reader(HTMLParser):
    """Checks that tags nest; collects elements, the texts of marks and of the cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.marks: dict[str, str] = defaultdict(str)
        self.cells: dict[str, str] = defaultdict(str)
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)
        if tag == "mark" and "data-note" in element[1]:
            self.marks[element[1]["data-note"]] += ""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        names = [name for name, _ in self.open]
        if "ins" in names or any(values.get("class", "")[:3] == "ref" for _, values in self.open):
            return
        for name, values in self.open:
            if name == "mark" and "data-note" in values:
                self.marks[values["data-note"]] += data
            if values.get("class") == "text":
                self.cells[values["lang"]] += data


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_page_is_well_formed_and_its_ids_are_unique() -> None:
    """Every tag is closed in order; every link and description leads somewhere."""
    reader = Reader(page(article(), clean(), article(), failures={"a.txt": "a.txt: broken"}))
    ids = [values["id"] for _, values in reader.elements if "id" in values]
    assert len(ids) == len(set(ids))
    for _, values in reader.elements:
        assert values.get("aria-describedby", ids[0]) in ids
        assert values.get("aria-labelledby", ids[0]) in ids
        assert values.get("href", f"#{ids[0]}").removeprefix("#") in ids


def test_markup_in_a_document_is_shown_and_not_obeyed() -> None:
    """Texts, names, messages and titles cannot smuggle an element or an attribute in."""
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    finding = Finding(
        evil, Category.MARKUP, Severity.MAJOR, Side.SOURCE, Span(0, 2), evil, suggestion=evil
    )
    result = replace(clean(), name=evil, signature=evil, findings=(finding,))
    text = "".join(html.render(lambda: [article(), result], title=evil, failures={evil: evil}))
    reader = Reader(text)
    assert [name for name, _ in reader.elements].count("script") == 1
    assert "img" not in {name for name, _ in reader.elements}
    assert not [values for _, values in reader.elements if any(v[:2] == "on" for v in values)]
    assert flat('<script>alert("x")</script> sagt der Kreml.') in flat(reader.cells["de"])


def test_a_page_needs_nothing_but_itself() -> None:
    """No address to load from, and a policy that forbids it."""
    text = page(article())
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import|https?:""", text)
    assert "default-src 'none'" in text


def test_both_texts_are_there_in_full() -> None:
    """Markup and code between the sentences included."""
    reader = Reader(page(article()))
    assert "".join(reader.cells["de"].split()) == "".join(article().source.split())
    assert "".join(reader.cells["en"].split()) == "".join(article().target.split())


def test_every_finding_is_marked_exactly() -> None:
    """Nested and crossing spans hold their whole text; empty ones are marked as points."""
    result = article()
    reader = Reader(page(result))
    wanted = sorted(flat(f.span.of(result.text(f.side))) for f in result.findings)
    repaired = "-Putin-Putin"
    assert sorted(flat(text) for text in reader.marks.values()) == sorted([*wanted, repaired])
    points = [v for name, v in reader.elements if name == "mark" and "point" in v["class"]]
    assert len(points) == 1
    assert points[0]["title"].startswith("S305 minor: The sentence has no end mark.")


def test_a_finding_across_the_whole_document_is_noted_once() -> None:
    """Its mark goes on from row to row, its note stands at the first."""
    result = article()
    whole = Finding(
        "D100",
        Category.INCONSISTENT_STYLE,
        Severity.INFO,
        Side.TARGET,
        Span(0, len(result.target)),
        "Mixed spelling.",
    )
    text = page(replace(result, findings=(whole,)))
    notes = [n for n, t in Reader(text).marks.items() if flat(t) == flat(result.target)]
    assert len(notes) == 1
    assert text.count("Mixed spelling.</span>") == 1


def test_findings_beyond_the_text_do_not_break_the_page() -> None:
    """A wrong span is the fault of its check; the reader still gets the page and the note."""
    stray = Finding("S1", Category.INTERNAL, Severity.INFO, Side.TARGET, Span(999, 1200), "Stray.")
    text = page(replace(clean(), findings=(stray,)))
    Reader(text)
    assert "Stray." in text


def test_each_note_stands_beside_its_own_sentence() -> None:
    """The row that holds a mark holds its note."""
    rows = re.split(r'<div class="pair', page(article()))[1:]
    for row in rows:
        notes = set(re.findall(r'<li class="note[^>]* id="n([\d-]+)"', row))
        assert notes == set(re.findall(r'<mark[^>]* data-note="([\d-]+)"', row))


def test_repairs_show_the_old_and_the_new() -> None:
    """In place, and as one note with the finding that asked for the repair."""
    text = page(article())
    assert "<del>US -Präsident</del><ins>US-Präsident</ins>" in text
    assert text.count("<em>repaired</em>") == 1
    assert "Repaired before translation." in text


def test_a_new_paragraph_of_the_original_opens_a_gap() -> None:
    """The two sentences of one paragraph stand close, all else apart."""
    pairs = re.findall(r'<div class="pair([^"]*)" id="s1-(\d)"', page(article()))
    assert [number for classes, number in pairs if "opens" not in classes] == ["3"]


def test_a_copied_sentence_is_dimmed_and_has_no_confidence() -> None:
    rows = re.split(r'<div class="pair', page(article()))[1:]
    assert [" dimmed" in row.split(">")[0] for row in rows] == [False] * 3 + [True, False, False]
    assert ["Model confidence" in row for row in rows] == [True] * 3 + [False, True, False]
    assert 'aria-label="Model confidence 66 %"' in rows[1]


def test_a_document_without_findings_says_so() -> None:
    text = page(clean())
    assert re.search(r'class="verdict">\s+No findings\.', text)
    assert 'id="filter"' not in text


def test_a_source_that_was_only_checked_stands_alone() -> None:
    """No empty English column, one row a line."""
    source = article().findings[:1]
    text = page(replace(article(), target="", segments=(), repairs=(), findings=source))
    assert 'lang="de"' in text
    assert not re.search('class="text" lang="en"', text)
    assert "".join(Reader(text).cells["de"].split()) == "".join(article().source.split())


def test_an_empty_batch_and_an_empty_document_have_a_page() -> None:
    Reader(page())
    empty = DocumentResult("leer.txt", "", "", (), (), (), SIGNATURE)
    Reader(page(empty))
    Reader(page(article(), empty))


def test_control_characters_and_lone_surrogates_become_visible() -> None:
    """The page is valid UTF-8 whatever the text holds."""
    source = "a\x00b\x1b\ud800c"
    text = page(replace(clean(), source=source, segments=()))
    assert "a␀b␛\ufffdc" in text
    text.encode()


def test_failures_are_listed_with_their_reason() -> None:
    text = page(clean(), failures={"a & b.txt": "a & b.txt: is empty; give it text"})
    assert "<b>a &amp; b.txt</b> is empty; give it text" in text


def test_the_overview_counts_what_stands_below() -> None:
    text = flat(page(article(), clean()))
    assert "2 documents, 6 sentences" in text
    assert "9 findings:" in text
    assert "2 repairs made before translation." in text


def test_the_same_results_give_the_same_bytes() -> None:
    assert page(article(), clean()) == page(article(), clean())


def test_only_one_document_is_held_at_a_time() -> None:
    """The first document is written before the second is read again."""
    events = []

    def read() -> Iterator[DocumentResult]:
        for result in (article(), clean()):
            events.append(result.name)
            yield result

    for part in html.render(read, title="Proof"):
        events += ["written"] if "Es sind 73" in part else []
    names = [article().name, clean().name]
    assert events == [*names, names[0], "written", names[1]]


def test_one_sentence_reads_as_in_the_golden_file(request: pytest.FixtureRequest) -> None:
    """The HTML of a row, for people to read; see golden.html beside this file."""
    golden = (Path(request.path).parent / "golden.html").read_text("utf-8")
    row = re.search(r'  <div class="pair" id="s1-3">.*?\n  </div>\n', page(article()), re.DOTALL)
    assert row
    assert row[0] == golden


def test_a_sentence_that_was_translated_again_says_so() -> None:
    """In its row, in its document's summary and at the top; nowhere else."""
    first, *others = article().segments
    again = replace(article(), segments=(replace(first, retried=True), *others))
    rows = re.split(r'<div class="pair', page(again))[1:]
    assert ["Translated again" in row for row in rows] == [True] + [False] * 5
    assert "1 sentence translated again" in page(again).split("<main>")[1]
    assert "1 sentence translated again" in flat(page(again).split("<main>")[0])
    assert "translated again" not in page(article())


def test_the_mqm_score_stands_at_the_top_and_at_each_document() -> None:
    """With what it is: points of automatic checks, no grade."""
    text = page(article(), clean())
    score = {side: f"{value:.1f}" for side, value in Totals.of([article()]).mqm.items()}
    batch = {side: f"{value:.1f}" for side, value in Totals.of([article(), clean()]).mqm.items()}
    front, sections = text.split("<main>")
    assert f"<b>{batch[Side.SOURCE]}</b> for the German" in front
    assert f"<b>{batch[Side.TARGET]}</b> for the English" in front
    assert "not from human annotators" in front
    assert f"<td>{score[Side.TARGET]}</td>" in front
    assert f"MQM {score[Side.SOURCE]} German, {score[Side.TARGET]} English." in flat(sections)
    assert "MQM" not in page(clean()).split("<main>")[1]


def test_the_page_of_a_large_batch_stays_small() -> None:
    """Less than 40 bytes for one of text, notes included."""
    result = article()
    size = len(page(*[result] * 50).encode()) - len(page(result).encode())
    assert size / 49 < 40 * len((result.source + result.target).encode())
