"""Sentences end where a German reader says they do, and offsets stay true."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.segmenting import split

_PIECES = [*'aA1.!?…"„“”()», \n', "z. B. ", "Dr. ", "Er ", "3. ", "XIV. ", "Mio. ", "Wort "]
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)


@given(st.one_of(_TEXTS, st.text(max_size=200)))
def test_sentences_and_white_space_make_up_the_text(text: str) -> None:
    spans = split(text)
    rest = list(text)
    for span in spans:
        assert len(span)
        assert span.of(text) == span.of(text).strip()
        rest[span.start : span.end] = [" "] * len(span)
    assert not "".join(rest).strip()
    assert all(first.end < second.start for first, second in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai kam er.",
        "Er sprach vor dem 18. Deutschen Bundestag.",
        "Der 1. FC Köln siegt.",
        "Im 17. Versuch klappte es.",
        "Das 19. Jahrhundert begann.",
        "In der 2. Bundesliga spielt er.",
        "Am 12. 5. 2024 war es.",
        "Es war Mo., 3. Jan. 2020.",
        "Das ist im Okt. 2020 passiert.",
        "Um 18.30 Uhr kam er.",
        "Leo XIV. sagte nichts.",
        "Ludwig II. von Bayern baute.",
        "Kaiser Karl V. Habsburg kam.",
        "Das gilt z. B. Hunden.",
        "Das gilt z.B. Hunden.",
        "Heute, d. h. Montag, kommt er.",
        "Er mag u. a. Hunde.",
        "Es kostet 5 Mio. Euro.",
        "Etwa 3,5 Mio. sind es.",
        "ca. 5 Mrd. Euro fehlen.",
        "Der Präs. Müller kam.",
        "Dr. med. Schmidt half.",
        "Sie ist Prof. Dr. Maria Huber.",
        "J. K. Rowling schrieb.",
        "US-Präsident George W. Bush kam.",
        "Der Gitarrist B.B. King spielte.",
        "Er kam aus Frankfurt a. M. Hauptbahnhof.",
        "Er lebt in St. Petersburg.",
        "Das ist Nr. 5 der Liste.",
        "Siehe S. 12 im Buch.",
        "§ 5 Abs. 2 Satz 1 gilt.",
        "Er starb 44 v. Chr. in Rom.",
        "Die Firma Müller & Co. KG wächst.",
        "Auf www.example.org steht es.",
        "Er wartete … und ging.",
        "Das (z. B. Hunde u. a.) Große kommt.",
        "Der Kreml (s. u.) schwieg.",
        "„Das ist gut.“, sagte er.",
        "„Wirklich?“ fragte sie.",
        "Er sagte: „Das ist gut.“",
        "Die Sendung „Wetten, dass?“ Samstagabend war gut.",
        "1. Die Regeln gelten.",
    ],
)
def test_no_sentence_ends_inside(text: str) -> None:
    assert [span.of(text) for span in split(text)] == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Papst Leo XIV.", "Er betete."),
        ("„Das ist falsch.“", "Er ging."),
        ("Er sagte: „Das ist falsch.“", "Er ging."),
        ('"Das ist falsch".', "Dann ging er."),
        ("Hunde, Katzen usw.", "Dann kam er."),
        ("Wer?", "Er."),
        ("Was?!", "Nein."),
        ("Er wartete …", "Dann ging er."),
        ("Das war 2018.", "Die Partei verlor."),
        ("Er kam auf Platz 5.", "Hamburg folgt."),
        ("Er rief: „Halt!“", "Alle standen."),
        ("(Das ist gut.)", "Er kam."),
        ("Er braucht Vitamin C.", "Die Orange hat es."),
        ("Das sind 5 %.", "Er geht."),
        ("„Ich komme.", "Du gehst.“"),
        ("Schalke gewann (1:0).", "(sda) Viermal hatte es gefehlt."),
    ],
)
def test_a_sentence_ends_between(first: str, second: str) -> None:
    text = f"{first} {second}"
    assert [span.of(text) for span in split(text)] == [first, second]


@pytest.mark.parametrize("unit", ["(", ".", '"', "„", " ", "3. ", "ab. Q ", "X. I. ", "\n "])
def test_senseless_input_ends_quickly(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert all(span.end <= len(text) for span in split(text))


def test_a_blank_line_ends_a_sentence_without_a_full_stop() -> None:
    text = "Eine Überschrift\n\nDer Text."
    assert [span.of(text) for span in split(text)] == ["Eine Überschrift", "Der Text."]
