"""Where a stream's bytes come from: a file as it is, a gzip member, or compressed data as a whole."""

import bz2
import importlib
import lzma
import os
import zlib
from collections.abc import Callable
from types import ModuleType
from typing import BinaryIO, Protocol, cast

from copydesk.readers.stream import Corrupt

GZIP = b"\x1f\x8b\x08"
"""How a gzip member begins."""

_CHUNK, _MOST_AT_ONCE = 2**15, 2**20
_MOST_MEMORY = 2**27
_LONGEST_MAGIC = 6


def _inflater() -> ModuleType:
    """Give ISA-L's zlib, of the extra ``warc``, which takes half the time; else Python's."""
    try:
        return importlib.import_module("isal.isal_zlib")
    except ImportError:
        return zlib


inflater = _inflater()
"""What decompresses members."""


class PlainFile:
    """A file from some place on."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        """``size`` is that of the whole file."""
        self._file, self._size = file, size
        file.seek(start)

    def pull(self) -> bytes:
        """Give the next piece."""
        return self._file.read(_CHUNK)

    def pass_over(self, number: int) -> int:
        """Leave out bytes without reading them."""
        here = self._file.tell()
        return self._file.seek(min(here + number, self._size)) - here


class Member:
    """One gzip member of a file."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        """``start`` is where in the file it begins."""
        self._file, self._inflate = file, inflater.decompressobj(31)
        self._start, self._given = start, 0
        file.seek(start)

    def pull(self) -> bytes:
        """
        Decompress the next piece.

        Raises:
            Corrupt: if that cannot be done, or the file ends before the member.
        """
        piece: bytes = b""
        while not piece and not self._inflate.eof:
            data = self._inflate.unconsumed_tail or self._file.read(_CHUNK)
            if not data:
                raise Corrupt("its gzip data ends too early")
            try:
                piece = self._inflate.decompress(data, _MOST_AT_ONCE)
            except (zlib.error, inflater.error) as error:
                raise Corrupt(f"its gzip data is broken: {error}") from error
        self._given += len(piece)
        return piece

    def pass_over(self, number: int) -> int:  # noqa: ARG002  # there is no way around it
        """Leave out nothing: it has to be decompressed."""
        return 0

    @property
    def work(self) -> int:
        """Bytes that were read and made of it so far."""
        return self._file.tell() - self._start + self._given

    @property
    def end(self) -> int:
        """Where in the file the member ended; known once it has."""
        return self._file.tell() - len(self._inflate.unused_data)


class Packed:
    """All members of gzip, bzip2 or xz data, one after another."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin where the file stands; its first bytes tell by what it is compressed."""
        start = file.read(_LONGEST_MAGIC)
        file.seek(-len(start), os.SEEK_CUR)
        self._file = file
        self._magic = next((magic for magic in _PACKINGS if start.startswith(magic)), None)
        self._inner = _PACKINGS[self._magic]() if self._magic else None

    def pull(self) -> bytes:
        """
        Decompress the next piece.

        Raises:
            Corrupt: if that cannot be done, or the file ends before the data.
        """
        piece = b""
        try:
            while not piece and (data := self._input()) is not None and self._inner:
                piece = self._inner.decompress(data, _MOST_AT_ONCE)
        except (zlib.error, inflater.error, lzma.LZMAError, OSError, EOFError) as error:
            raise Corrupt(f"its compressed data is broken: {error}") from error
        return piece

    def pass_over(self, number: int) -> int:  # noqa: ARG002  # there is no way around it
        """Leave out nothing: it has to be decompressed."""
        return 0

    def _input(self) -> bytes | None:
        """Give what the decompressor needs; None after the last member."""
        if self._inner is None:
            return None
        if self._inner.eof:
            rest = self._inner.unused_data or self._file.read(_CHUNK)
            more = rest + self._file.read(_LONGEST_MAGIC)
            if not self._magic or not more.startswith(self._magic):
                return None
            self._inner = _PACKINGS[self._magic]()
            return more
        data = self._file.read(_CHUNK) if self._inner.needs_input else b""
        if not data and self._inner.needs_input:
            raise Corrupt("its compressed data ends too early")
        return data


class _Packing(Protocol):
    eof: bool
    needs_input: bool
    unused_data: bytes

    def decompress(self, data: bytes, most: int) -> bytes: ...


class _Gzip:
    """Gzip with the manners of the other two."""

    def __init__(self) -> None:
        self._inflate = inflater.decompressobj(31)
        self.eof, self.needs_input, self.unused_data = False, True, b""

    def decompress(self, data: bytes, most: int) -> bytes:
        piece: bytes = self._inflate.decompress(self._inflate.unconsumed_tail + data, most)
        self.eof, self.unused_data = self._inflate.eof, self._inflate.unused_data
        self.needs_input = not self._inflate.unconsumed_tail
        return piece


def _xz() -> _Packing:
    return cast("_Packing", lzma.LZMADecompressor(memlimit=_MOST_MEMORY))


def _bzip2() -> _Packing:
    return cast("_Packing", bz2.BZ2Decompressor())


_PACKINGS: dict[bytes, Callable[[], _Packing]] = {
    GZIP: _Gzip,
    b"BZh": _bzip2,
    b"\xfd7zXZ\0": _xz,
}
