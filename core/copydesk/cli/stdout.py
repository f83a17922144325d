"""Standard output is for articles alone."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from typing import BinaryIO

from copydesk.errors import UsageError


@contextmanager
def kept_stdout() -> Iterator[BinaryIO]:
    """Give standard output to the caller; whatever else prints meanwhile prints to stderr."""
    if sys.stdout is None:
        raise UsageError("standard output is closed")
    shown = sys.stdout
    shown.flush()
    if not _is_system(shown):
        with redirect_stdout(sys.stderr):
            yield shown.buffer
        return
    stream = os.fdopen(os.dup(1), "wb")
    try:
        _turn_to_stderr()
        with redirect_stdout(sys.stderr):
            yield stream
    finally:
        os.dup2(stream.fileno(), 1)
        with suppress(OSError):  # every line was flushed, so nothing can be lost here
            stream.close()


def _is_system(stream: object) -> bool:
    """Tell whether this is the system's standard output, not what a test put in its place."""
    try:
        return isinstance(stream, io.TextIOWrapper) and stream.fileno() == 1
    except (OSError, ValueError):
        return False


def _turn_to_stderr() -> None:
    # Below Python as well: a library in C, or a program that a plugin starts, writes to number 1.
    try:
        os.dup2(2, 1)
    except OSError:  # standard error is closed
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
