"""The next thing is made while this one is used, and nothing is lost on the way."""

from collections.abc import Iterator
from threading import Event

import pytest

from translate.batch.ahead import ahead


def nothing() -> None:
    """What is called where nothing has to happen."""


def test_things_come_in_order_and_one_ahead() -> None:
    """The second is begun while the first is used, the third is not."""
    begun = [Event() for _ in range(4)]

    def items() -> Iterator[int]:
        for number, event in enumerate(begun):
            event.set()
            yield number

    between: list[int] = []
    found: list[int] = []
    for item in ahead(items(), stop=nothing, between=lambda: between.append(len(found))):
        found.append(item)
        if item < 3:
            assert begun[item + 1].wait(10)
        assert not any(event.is_set() for event in begun[item + 2 :])
    assert found == [0, 1, 2, 3]
    assert between == [0, 1, 2, 3]


def test_what_goes_wrong_there_is_raised_here() -> None:
    """At its place, whatever it is."""

    def items() -> Iterator[int]:
        yield 1
        raise KeyboardInterrupt

    found = ahead(items(), stop=nothing, between=nothing)
    assert next(found) == 1
    with pytest.raises(KeyboardInterrupt):
        next(found)


def test_who_stops_early_leaves_no_thread_behind() -> None:
    """The thing that is being made is asked to stop and waited for."""
    begun, stopped, ended = Event(), Event(), Event()

    def items() -> Iterator[int]:
        yield 1
        begun.set()
        assert stopped.wait(10)
        ended.set()
        yield 2

    found = ahead(items(), stop=stopped.set, between=nothing)
    assert next(found) == 1
    assert begun.wait(10)
    found.close()  # type: ignore[attr-defined]
    assert ended.is_set()
