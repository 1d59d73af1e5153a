"""Spans become elements that nest, whatever the spans."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from translate.reports.marks import Annotation, marked
from translate.spans import Span

spans = st.tuples(st.integers(0, 14), st.integers(0, 14)).map(lambda pair: Span(*sorted(pair)))
TEXT = "ab <c> & d\u00ad\"e'"


@given(st.lists(spans, max_size=7), spans)
def test_marks_nest_and_hold_their_text(found: list[Span], area: Span) -> None:
    """All of the text once; each annotation's own text; tags balanced; one number each."""
    area = Span(area.start, min(area.end, len(TEXT)))
    marks = [
        Annotation(span, f"<m{i}>", f"</m{i}>", f"<r{i}/>", rank=i) for i, span in enumerate(found)
    ]
    result = marked(TEXT, area, marks)
    texts = dict.fromkeys(range(len(found)), "")
    stack: list[int] = []
    whole = ""
    for match in re.finditer(r"<(/?)m(\d)>|<r\d/>|([^<]+)", result):
        if match[3]:
            whole += match[3]
            for number in stack:
                texts[number] += match[3]
        elif match[2] and match[1]:
            assert stack.pop() == int(match[2])
        elif match[2]:
            stack.append(int(match[2]))
    assert not stack
    assert html.unescape(whole) == area.of(TEXT)
    for number, span in enumerate(found):
        inside = TEXT[max(span.start, area.start) : min(span.end, area.end)]
        assert html.unescape(texts[number]) == inside
        begins = area.start <= span.start <= area.end and (not len(span) or span.start < area.end)
        assert result.count(f"<r{number}/>") == begins


def test_the_longer_of_two_spans_is_outside() -> None:
    marks = [Annotation(Span(0, 2), "<i>", "</i>"), Annotation(Span(0, 4), "<b>", "</b>")]
    assert marked("abcd", Span(0, 4), marks) == "<b><i>ab</i>cd</b>"


def test_a_span_that_crosses_another_is_split() -> None:
    marks = [Annotation(Span(0, 3), "<i>", "</i>"), Annotation(Span(1, 4), "<b>", "</b>", "¹")]
    assert marked("abcd", Span(0, 4), marks) == "<i>a<b>bc</b></i><b>d</b>¹"


def test_soft_line_breaks_are_joined_and_code_is_not() -> None:
    assert marked("a\r\n  b", Span(0, 6), []) == "a b"
    assert marked("a\n  b", Span(0, 5), [], wrap=False) == "a\n  b"
