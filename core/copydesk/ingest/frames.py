"""
Messages through a pipe: a letter, four bytes of length, so many bytes.

To a worker goes pickle, since pages are ours until then. From it come JSON and plain bytes alone: a
process that has read hostile pages can hand over nothing that runs.
"""

import json
import struct
from collections.abc import Iterator
from typing import BinaryIO

READY, AT, DONE, END = b"R", b"A", b"D", b"E"
"""A worker can take pages; it begins one; one is done; the batch is."""

_HEAD = struct.Struct(">cI")


def frame(kind: bytes, content: bytes = b"") -> bytes:
    """Pack one message."""
    return _HEAD.pack(kind, len(content)) + content


def receive(stream: BinaryIO) -> bytes | None:
    """Wait for one message and give its content; None at the end of the stream."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    _, size = _HEAD.unpack(head)
    content = stream.read(size)
    return content if len(content) == size else None


def page_of(content: bytes) -> tuple[str | None, str | None]:
    """Read label and address of the page that a worker is at."""
    source, url = json.loads(content)
    return source, url


class Frames:
    """Whole messages out of pieces that end anywhere."""

    def __init__(self) -> None:
        """Have none yet."""
        self._left = bytearray()

    def feed(self, piece: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Give the kind and content of every message that is whole now."""
        self._left += piece
        while len(self._left) >= _HEAD.size:
            kind, size = _HEAD.unpack_from(self._left)
            end = _HEAD.size + size
            if len(self._left) < end:
                return
            content = bytes(memoryview(self._left)[_HEAD.size : end])
            del self._left[:end]
            yield kind, content
