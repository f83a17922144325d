"""Members of a ZIP archive, told by its directory and read one by one."""

import bz2
import os
import stat
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

from copydesk.readers.archive.directory import Listing, listings
from copydesk.readers.archive.entry import Entry, Flaw, Most, Spot
from copydesk.readers.regular import kind_of, must_fit

_STORED, _DEFLATED, _BZIP2 = 0, 8, 12
_ENCRYPTED: Final = 0x1
_HEADER: Final = struct.Struct("<4s22xHH")
_PIECE: Final = 2**16


def entries(file: BinaryIO, most: Most) -> Iterator[Entry | Flaw]:
    """
    Give the members in the order of the directory, folders left out.

    Raises:
        OSError: if it is no ZIP archive.
    """
    members = listings(file, most.members + 1)
    overlapping = _overlapping(members)
    for member in members:
        flaw = _flaw(member, is_overlapping=member.start in overlapping)
        yield flaw or _entry(file, member, most)


def read_spot(file: BinaryIO, spot: Spot, most: int) -> bytes:
    """
    Read one member by its own header, checked by its sum.

    Raises:
        Refused: ``too_large``.
        OSError: if it is broken.
    """
    must_fit(spot.size, "it has", most)
    file.seek(spot.start)
    header = file.read(_HEADER.size)
    if not header.startswith(b"PK\x03\x04") or len(header) < _HEADER.size:
        raise OSError(0, "the archive is broken: no member begins where its directory says")
    _, name, extra = _HEADER.unpack(header)
    file.seek(name + extra, os.SEEK_CUR)
    content = _decompressed(file.read(min(spot.stored, most + _PIECE)), spot)
    if len(content) != spot.size or zlib.crc32(content) != spot.crc:
        raise OSError(0, "its data is broken: neither its size nor its sum may differ")
    return content


def _overlapping(members: Sequence[Listing]) -> set[int]:
    """Give the offsets of members that share bytes: bombs tell the same bytes many times."""
    found: set[int] = set()
    end, owner = -1, -1
    for member in sorted(members, key=lambda member: member.start):
        start = member.start
        if start < end:
            found |= {start, owner}
        if start + _HEADER.size + member.stored > end:
            end, owner = start + _HEADER.size + member.stored, start
    return found


def _flaw(member: Listing, *, is_overlapping: bool) -> Flaw | None:
    reason = None
    if is_overlapping:
        reason = "its bytes are those of another member as well, as in a bomb"
    elif member.flags & _ENCRYPTED:
        reason = "it is encrypted; decrypt the archive first"
    elif stat.S_IFMT(member.mode) and not stat.S_ISREG(member.mode):
        reason = f"it is {kind_of(member.mode)}; only regular files are read"
    elif member.method not in {_STORED, _DEFLATED, _BZIP2}:
        reason = f"it is compressed by method {member.method}, which is not read"
    return Flaw(member.name, reason) if reason else None


def _entry(file: BinaryIO, member: Listing, most: Most) -> Entry:
    at = (member.start, member.stored, member.size, member.method, member.crc)
    spot = Spot(member.name, *at)
    read = lambda: read_spot(file, spot, most.member_size)  # noqa: E731  # one member's own
    return Entry(member.name, member.size, read, spot)


def _decompressed(stored: bytes, spot: Spot) -> bytes:
    """Decompress what was stored, one byte further than it should go at most."""
    try:
        if spot.method == _DEFLATED:
            return zlib.decompressobj(-15).decompress(stored, spot.size + 1)
        if spot.method == _BZIP2:
            return bz2.BZ2Decompressor().decompress(stored, spot.size + 1)
    except (zlib.error, OSError, EOFError) as error:
        raise OSError(0, f"its data is broken: {error}") from error
    return stored
