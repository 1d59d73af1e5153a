"""Make the next thing in a thread while this one is used."""

from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from threading import Semaphore, Thread
from typing import TypeVar

T = TypeVar("T")


def _nothing() -> None:
    pass


def ahead(
    items: Iterable[T],
    *,
    stop: Callable[[], None] = _nothing,
    between: Callable[[], None] = _nothing,
) -> Iterator[T]:
    """``items`` in order; while one is used, the next is made, and never more than that.

    between: called whenever one is made and the next one is not yet begun. stop: called when
    nobody wants more, to end the making of the next one soon; the thread is waited for. What
    the making raises, this raises.
    """
    made: SimpleQueue[tuple[T, ...] | BaseException] = SimpleQueue()
    wanted = Semaphore(1)
    ended = False

    def work() -> None:
        source = iter(items)
        try:
            while True:
                wanted.acquire()
                if ended:
                    return
                made.put((next(source),))
        except StopIteration:
            made.put(())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            made.put(error)

    thread = Thread(target=work, name="ahead", daemon=True)
    thread.start()
    try:
        while item := made.get():
            if isinstance(item, BaseException):
                raise item
            between()
            wanted.release()
            yield item[0]
    finally:
        ended = True
        stop()
        wanted.release()
        thread.join()
