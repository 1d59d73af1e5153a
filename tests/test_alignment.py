"""Links between pieces tell which words were read from which."""

from translate.alignment import letters_read
from translate.results import Link
from translate.spans import Span


def test_letters_are_counted_by_word() -> None:
    """“ein Haus” read as “a house”: each word from its own; a space belongs to none."""
    links = [Link(Span(0, 1), Span(0, 3)), Link(Span(1, 7), Span(3, 8))]
    english, german = [Span(0, 1), Span(2, 7)], [Span(0, 3), Span(4, 8)]
    assert letters_read(english, german, links) == {0: {0: 1}, 1: {1: 5}}


def test_a_link_to_nothing_is_one_to_the_words_around_it() -> None:
    """The end of a sentence has a place, but no letters."""
    assert letters_read([Span(0, 2)], [Span(0, 3)], [Link(Span(0, 2), Span(3, 3))]) == {0: {0: 2}}


def test_no_links_tell_nothing() -> None:
    """Nor do words without letters read."""
    assert letters_read([Span(0, 2)], [Span(0, 3)], []) == {}
