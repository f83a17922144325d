"""Members of a tar archive in its order, header by header, sizes and names within limits."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from copydesk.readers.archive.entry import Entry, Flaw, Most, Spot, over
from copydesk.readers.regular import must_fit
from copydesk.readers.stream import Stream

_BLOCK: Final = 512

_HEADER: Final = struct.Struct("100s8s8s8s12s12s8sc100s6s2s32s32s8s8s155s")
_NAME, _SIZE, _SUM, _TYPE, _MAGIC, _PREFIX = 0, 4, 6, 7, 9, 15
_REGULAR: Final = b"0\0" + b"7"
_KINDS: Final = {
    b"1": "a link", b"2": "a link", b"3": "a device", b"4": "a device", b"6": "a pipe",
    b"S": "a sparse file", b"M": "part of a file",
}  # fmt: skip
_FOLDERS: Final = b"5DV"
_LONGEST_NAME: Final = 2**16
_PAX: Final = re.compile(rb"(\d{1,6}) ([^=\n]{1,200})=")


@dataclass(slots=True)
class _Said:
    """What the headers before a member's own say of it."""

    name: bytes | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class _Header:
    """One header block."""

    name: bytes
    size: int
    type: bytes
    is_empty: bool = False

    @property
    def padded(self) -> int:
        """Bytes up to the next header."""
        return -(-self.size // _BLOCK) * _BLOCK


@dataclass(slots=True)
class Tar:
    """One pass over a tar archive."""

    stream: Stream
    most: Most
    is_plain: bool
    """Whether its members can be read by their offsets."""

    _said: _Said = field(default_factory=_Said)

    def entries(self) -> Iterator[Entry | Flaw]:
        """
        Give the members in order, folders left out; after a broken header the next is sought.

        Raises:
            Corrupt: if what it is compressed by is broken.
        """
        is_lost = False
        while len(block := self.stream.take(_BLOCK)) == _BLOCK:
            header = _parsed(block)
            if header is None and not is_lost:
                yield Flaw(None, "a header is broken; the next is searched for", "bad_record")
            is_lost = header is None
            if header and not header.is_empty:
                yield from self._member(header)
            if self.stream.passed > self.most.size:
                yield Flaw(None, over(self.most.size, "bytes"), "too_large")
                return
        if block and not is_lost:
            yield Flaw(None, "it ends within a header", "bad_record")

    def _member(self, header: _Header) -> Iterator[Entry | Flaw]:
        if header.type in b"xgLK":
            yield from self._note(header)
            return
        said, self._said = self._said, _Said()
        if said.size is not None:
            header = _Header(header.name, said.size, header.type)
        end = self.stream.passed + header.padded
        if header.type not in _FOLDERS:
            yield self._given(header, _text(said.name or header.name))
        self.stream.skip(end - self.stream.passed)

    def _given(self, header: _Header, name: str) -> Entry | Flaw:
        if header.type not in _REGULAR:
            kind = _KINDS.get(header.type, "no regular file")
            return Flaw(name, f"it is {kind}; only regular files are read")
        spot = Spot(name, self.stream.passed, header.size, header.size) if self.is_plain else None
        return Entry(name, header.size, lambda: self._content(header.size), spot)

    def _content(self, size: int) -> bytes:
        must_fit(size, "it has", self.most.member_size)
        content = self.stream.take(size)
        if len(content) < size:
            raise OSError(0, "the archive ends within it")
        return content

    def _note(self, header: _Header) -> Iterator[Flaw]:
        """Take a header that speaks of the next member: a long name, or pax records."""
        if header.size > _LONGEST_NAME:
            yield Flaw(None, f"a header of {header.size:,} bytes is passed over", "bad_record")
            self.stream.skip(header.padded)
            return
        content = self.stream.take(header.padded)[: header.size]
        if header.type == b"L":
            self._said.name = content.rstrip(b"\0")
        elif header.type == b"x":
            records = _pax(content)
            self._said.name = records.get(b"path", self._said.name)
            if (size := records.get(b"size", b"")).isdigit():
                self._said.size = int(size[:18])


def _parsed(block: bytes) -> _Header | None:
    """Read one header; None if its sum is wrong."""
    if not block.strip(b"\0"):
        return _Header(b"", 0, b"", is_empty=True)
    parts = _HEADER.unpack_from(block)
    total = sum(block) - sum(block[148:156]) + 8 * 32
    size, stated = _number(parts[_SIZE]), _number(parts[_SUM])
    if stated != total or size is None or size < 0:
        return None
    name, prefix = parts[_NAME].partition(b"\0")[0], parts[_PREFIX].partition(b"\0")[0]
    is_joined = prefix and parts[_MAGIC] == b"ustar\0"
    return _Header(prefix + b"/" + name if is_joined else name, size, parts[_TYPE])


def _number(digits: bytes) -> int | None:
    """Read an octal number, or one in base 256 as GNU writes what is too large for that."""
    if digits[0] & 0x80:
        return int.from_bytes(bytes([digits[0] & 0x7F]) + digits[1:], "big")
    try:
        return int(digits.strip(b" \0") or b"0", 8)
    except ValueError:
        return None


def _pax(content: bytes) -> dict[bytes, bytes]:
    records: dict[bytes, bytes] = {}
    position = 0
    while found := _PAX.match(content, position):
        end = position + int(found[1])
        records[found[2]] = content[found.end() : end].removesuffix(b"\n")
        position = max(end, found.end())
    return records


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")
