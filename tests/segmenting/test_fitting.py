"""Over-long sentences are divided, never cut short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.segmenting import fit
from translate.spans import Span


@given(st.text(alphabet="ab ,;:–-und\n\u0301", max_size=300), st.integers(1, 40))
def test_every_piece_fits_and_nothing_is_lost(text: str, limit: int) -> None:
    spans = fit(text, Span(0, len(text)), len, limit)
    assert all(len(span) <= limit for span in spans)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert list(spans) == sorted(spans)


def test_what_fits_stays_whole() -> None:
    assert fit("Ein Satz.", Span(0, 9), len, 9) == (Span(0, 9),)


def test_a_limit_below_one_code_point_is_refused() -> None:
    with pytest.raises(ValueError, match="too small"):
        fit("Wort", Span(0, 4), len, 0)


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        (
            "Er kam spät nach Hause; sie war schon lange fort.",
            40,
            ["Er kam spät nach Hause;", "sie war schon lange fort."],
        ),
        (
            "Sie sagte gestern Abend, dass er nicht mehr kommen werde.",
            40,
            ["Sie sagte gestern Abend,", "dass er nicht mehr kommen werde."],
        ),
        (
            "Er redete lange im Saal und sie schwieg am Fenster",
            40,
            ["Er redete lange im Saal", "und sie schwieg am Fenster"],
        ),
    ],
)
def test_it_is_divided_at_clauses(text: str, limit: int, pieces: list[str]) -> None:
    spans = fit(text, Span(0, len(text)), len, limit)
    assert [span.of(text) for span in spans] == pieces


def test_no_crumb_is_left_at_an_early_comma() -> None:
    text = "Ja, " + "lang " * 20
    assert min(len(span) for span in fit(text, Span(0, len(text)), len, 60)) > 20


def test_offsets_count_in_the_whole_text() -> None:
    text = "Davor. Eins zwei drei vier. Danach."
    spans = fit(text, Span(7, 27), len, 12)
    assert " ".join(span.of(text) for span in spans) == "Eins zwei drei vier."


def test_a_million_brackets_are_divided() -> None:
    text = "(" * 100_000
    assert len(fit(text, Span(0, len(text)), len, 512)) == 256
