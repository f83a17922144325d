"""Paths out of a list: one a line, or each ended by NUL as ``find -print0`` writes them."""

import os
from collections.abc import Iterator
from typing import BinaryIO

from copydesk.errors import UsageError

_LONGEST = 2**16


def listed(file: BinaryIO) -> Iterator[str]:
    """
    Give the paths as they are read; empty lines are none.

    The first line tells how the list is written: a NUL in it, and all are ended by NUL.

    Raises:
        UsageError: for a line that is longer than any path, so that this is no list.
    """
    line, end = file.readline(_LONGEST), b"\n"
    if b"\0" in line:
        yield from _ended_by_nul(line, file)
        return
    while line:
        if len(line) == _LONGEST:
            raise UsageError("the list of paths has a line of over 64 KiB; write one path a line")
        if path := line.removesuffix(end).removesuffix(b"\r"):
            yield os.fsdecode(path)
        line = file.readline(_LONGEST)


def _ended_by_nul(held: bytes, file: BinaryIO) -> Iterator[str]:
    while piece := file.read(_LONGEST):
        *paths, held = (held + piece).split(b"\0")
        yield from (os.fsdecode(path) for path in paths if path)
        if len(held) > _LONGEST:
            raise UsageError("the list of paths has a name of over 64 KiB")
    yield from (os.fsdecode(path) for path in held.split(b"\0") if path)
