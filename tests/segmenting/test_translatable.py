"""What is copied through instead of being sent to a model."""

import pytest

from translate.segmenting import is_translatable


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "* * *", "42", "1.234,56 €", "12:8", "18.30", "XIV.", "§ 5", "…", "A", "„“",
     "https://example.org/Der-Artikel", "www.example.org", "redaktion@example.org"],
)  # fmt: skip
def test_nothing_to_translate(text: str) -> None:
    assert not is_translatable(text)


@pytest.mark.parametrize("text", ["Ja.", "18.30 Uhr", "5 Mio.", "Siehe www.example.org", "Öl"])
def test_something_to_translate(text: str) -> None:
    assert is_translatable(text)
