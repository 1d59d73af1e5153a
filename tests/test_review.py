"""An existing translation is checked as the pipeline checks its own."""

import time

import pytest

from translate import documents
from translate.checks import Selection
from translate.errors import InputError
from translate.findings import Side
from translate.results import DocumentResult
from translate.review import review

GERMAN = "# Die Bahn\n\nDie Gewerkschaft lehnt das Angebot der Bahn ab. Es sind 73 Züge.\n"
ENGLISH = "# The railway\n\nThe union rejects the railway's offer. There are 74 trains.\n"
INVENTED = "# The railway\n\nThe breakfast was excellent and fresh. There are 73 trains.\n"


def check(source: str, target: str, selection: Selection = Selection()) -> DocumentResult:
    """The review of two articles in Markdown."""
    left, right = (documents.read(text.encode(), "a.md") for text in (source, target))
    return review(left, right, selection)


@pytest.mark.usefixtures("vectors")
def test_sentences_are_paired_and_findings_stand_where_they_belong() -> None:
    """In both documents, markup counted in."""
    result = check(GERMAN, ENGLISH)
    assert [s.target for s in result.segments] == [
        "The railway",
        "The union rejects the railway's offer.",
        "There are 74 trains.",
    ]
    (finding,) = [f for f in result.findings if f.code == "P110"]
    assert finding.span.of(result.text(finding.side)) in {"73", "74"}
    assert not [f for f in result.findings if f.code.startswith("P18")]


@pytest.mark.usefixtures("vectors")
def test_a_sentence_that_says_something_else_is_found() -> None:
    """Unless its checks are ignored."""
    (finding,) = [f for f in check(GERMAN, INVENTED).findings if f.code.startswith("P18")]
    assert finding.side is Side.TARGET
    assert finding.span.of(INVENTED) == "The breakfast was excellent and fresh."
    quiet = check(GERMAN, INVENTED, Selection(ignore=("P18",)))
    assert not [f for f in quiet.findings if f.code.startswith("P18")]


@pytest.mark.usefixtures("vectors")
def test_a_line_of_a_megabyte_takes_bounded_time() -> None:
    """Its beginning is compared, not all of it."""
    start = time.process_time()
    check("wort " * 200_000, "word " * 200_000, Selection(select=("P18",)))
    assert time.process_time() - start < 20


def test_other_paragraphs_are_refused() -> None:
    """With both counts, and what to do."""
    with pytest.raises(InputError, match=r"has 1 paragraphs where a\.md has 2"):
        check(GERMAN, "One.\n")


def test_german_alone_is_read_as_a_whole_too() -> None:
    """A name in two spellings needs no translation to be seen."""
    german = "Präsident Wladimir Putin kam.\n\nVladimir Putin sprach. Wladimir Putin ging.\n"
    result = review(documents.read(german.encode(), "a.txt"), None)
    assert [f.suggestion for f in result.findings if f.code == "D210"] == ["Wladimir"]
    assert result.target == ""
