"""Ctrl-C and SIGTERM: a run ends soon, but never in the middle of what it writes."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

_BOTH = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stoppable() -> Iterator[None]:
    """Let SIGTERM end a run as Ctrl-C does: by ``KeyboardInterrupt``."""
    if not _is_main():
        yield
        return
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def whole() -> Iterator[None]:
    """Let both wait until what is being written is whole; a second one does not wait."""
    before = {number: signal.getsignal(number) for number in _BOTH} if _is_main() else {}
    waiting: list[int] = []

    def remember(number: int, frame: FrameType | None) -> None:
        handler = before[signal.Signals(number)]
        if waiting and callable(handler):
            handler(number, frame)
        waiting.append(number)

    taken = [number for number, handler in before.items() if callable(handler)]
    for number in taken:
        signal.signal(number, remember)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, before[number])
        if waiting:
            signal.raise_signal(waiting[0])


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()
