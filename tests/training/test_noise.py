"""Noise is what people type: one flaw in a share of the sources, the same for a seed."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from translate.training import noise

TEXT = "Der US-Präsident traf Witkoff-Putin für Gespräche."


def seeded(seed: int) -> Random:
    """Draws that repeat."""
    return Random(seed)  # noqa: S311 - nothing secret


def test_each_kind_does_what_it_says() -> None:
    """The flaws that the product repairs, and what typists do."""
    rng = seeded(3)
    assert noise.drop_full_stop(TEXT) == TEXT[:-1]
    assert (
        noise.space_before_hyphen("US-Präsident, E-Mail-Konto") == "US -Präsident, E -Mail -Konto"
    )
    assert noise.double_word(TEXT, rng) == TEXT.replace("-Putin", "-Putin-Putin")
    assert noise.double_word("Haus", rng) == "Haus Haus"
    assert noise.spell_out_umlauts("Größe für Öl") == "Groesse fuer Oel"
    swapped = noise.swap_letters("Garten", rng)
    assert swapped != "Garten"
    assert sorted(swapped) == sorted("Garten")
    assert swapped[0] == "G"


def test_a_share_of_nothing_changes_nothing() -> None:
    """Clean text stays what it is."""
    rng = seeded(1)
    assert all(noise.dirty(TEXT, rng, 0.0) == TEXT for _ in range(100))


def test_the_share_is_kept() -> None:
    """About a tenth of the texts, by a seed that repeats."""
    first = [noise.dirty(TEXT, rng, 0.1) for rng in [seeded(7)] for _ in range(1000)]
    again = [noise.dirty(TEXT, rng, 0.1) for rng in [seeded(7)] for _ in range(1000)]
    assert first == again
    assert 50 < sum(text != TEXT for text in first) < 150


@given(st.text(max_size=40), st.integers(0, 99))
def test_any_text_survives(text: str, seed: int) -> None:
    """No text is too short or too odd, and none comes back empty."""
    dirty = noise.dirty(text, seeded(seed), 1.0)
    assert dirty or text in {"", "."}
