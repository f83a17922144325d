"""The directory at the end of a ZIP archive, which is what names its members (APPNOTE 6.3.10)."""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

_ENTRY: Final = struct.Struct("<4s4xHH4xLLLHHH4xLL")
_END: Final = struct.Struct("<4s8xLL2x")
_LOCATOR: Final = struct.Struct("<4s4xQ4x")
_END_64: Final = struct.Struct("<4s36xQQ")
_LONGEST_END: Final = 2**16 + _END.size
_UTF_8: Final = 0x800
_IN_EXTRA: Final = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Listing:
    """What the directory says of a member."""

    name: str
    flags: int
    method: int
    crc: int
    stored: int
    size: int
    mode: int
    """As in ``stat``, 0 where the archive was not made on a Unix."""

    start: int


@dataclass(frozen=True, slots=True)
class _Directory:
    start: int
    size: int
    before: int
    """Bytes before the archive, of a program that unpacks it; offsets do not count them."""


def listings(file: BinaryIO, most: int) -> list[Listing]:
    """
    Give the members in the order of the directory, ``most`` of them, folders left out.

    Raises:
        OSError: if it is no ZIP archive.
    """
    directory = _directory(file)
    file.seek(directory.start)
    found: list[Listing] = []
    left = directory.size
    while left >= _ENTRY.size and len(found) < most:
        head = file.read(_ENTRY.size)
        if len(head) < _ENTRY.size or not head.startswith(b"PK\x01\x02"):
            raise _broken("its directory is not as long as it says")
        names = file.read(sum(_ENTRY.unpack(head)[6:9]))
        left -= len(head) + len(names)
        member = _listing(head, names, directory.before)
        found += [] if member.name.endswith("/") else [member]
    return found


def _listing(head: bytes, names: bytes, before: int) -> Listing:
    _, flags, method, crc, stored, size, name, extra, _, attributes, start = _ENTRY.unpack(head)
    encoding = "utf-8" if flags & _UTF_8 else "cp437"
    long = _long_numbers(names[name : name + extra])
    # The long numbers stand in this order, and only those that are needed.
    size, stored, start = (
        next(long, value) if value == _IN_EXTRA else value for value in (size, stored, start)
    )
    return Listing(
        name=names[:name].decode(encoding, "replace").partition("\0")[0],
        flags=flags,
        method=method,
        crc=crc,
        stored=stored,
        size=size,
        mode=attributes >> 16,
        start=start + before,
    )


def _long_numbers(extra: bytes) -> Iterator[int]:
    """Give the numbers of the ZIP64 field."""
    while len(extra) >= 4:  # noqa: PLR2004  # a field's head
        kind, size = struct.unpack_from("<HH", extra)
        if kind == 1:
            field = extra[4 : 4 + size]
            return iter(struct.unpack(f"<{len(field) // 8}Q", field[: len(field) // 8 * 8]))
        extra = extra[4 + size :]
    return iter(())


def _directory(file: BinaryIO) -> _Directory:
    end = file.seek(0, os.SEEK_END)
    file.seek(max(end - _LONGEST_END, 0))
    tail = file.read(_LONGEST_END)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise _broken("it has no directory; it is cut, or is none")
    _, size, start = _END.unpack_from(tail, at)
    at += end - len(tail)
    at, size, start = _long_directory(file, at) or (at, size, start)
    before = at - size - start
    if before < 0:
        raise _broken("its directory is larger than itself")
    return _Directory(start + before, size, before)


def _long_directory(file: BinaryIO, end: int) -> tuple[int, int, int] | None:
    """Read ZIP64's own end of the directory, where there is one before the usual end."""
    file.seek(max(end - _LOCATOR.size, 0))
    locator = file.read(_LOCATOR.size)
    if len(locator) < _LOCATOR.size or not locator.startswith(b"PK\x06\x07"):
        return None
    at = _LOCATOR.unpack(locator)[1]
    file.seek(min(at, end))
    record = file.read(_END_64.size)
    if len(record) < _END_64.size or not record.startswith(b"PK\x06\x06"):
        raise _broken("the end of its directory is not where it should be")
    _, size, start = _END_64.unpack(record)
    return at, size, start


def _broken(why: str) -> OSError:
    return OSError(0, f"the archive is broken: {why}")
