"""All records of a WARC file in order; after a damaged one, the next is searched for."""

import io
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from copydesk.readers.sources import GZIP, Member, PlainFile
from copydesk.readers.stream import LONGEST_HEAD, Corrupt, Damaged, Endless, Stream
from copydesk.readers.warc.record import BEGINNING, LONGEST_BEGINNING, Record, read_record

_SEARCHED_FIRST, _SEARCHED = 2**12, 2**20
_BEGINNINGS = re.compile(re.escape(GZIP) + b"|" + BEGINNING.pattern)
_READ_AGAIN = 2**30
"""Bytes that are decompressed again for the sake of records behind damage; beyond, some are lost."""

_ENDLESS_WORK = 2**20
"""What it costs to look for the end of a header where there is none, in bytes decompressed."""

_LOST = "so much is damaged up to here that records behind it may be passed over with it"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record begins."""

    offset: int
    """In the file: its own, or that of the gzip member that it is in."""

    within: int = 0
    """In the decompressed member; a record alone in its member has 0."""

    def __str__(self) -> str:
        return f"{self.offset}+{self.within}" if self.within else str(self.offset)


@dataclass(frozen=True, slots=True)
class Damage:
    """Why there is no record."""

    reason: str


Wanted = Callable[[Place, Record], bool]
"""Tells whether the payload of the record at a place is to be kept."""


def record_at(file: BinaryIO, offset: int, wanted: Wanted) -> Record:
    """
    Read the one record that begins at an offset, its gzip member's first if it is in one.

    Raises:
        Damaged: as ``read_record``.
    """
    place = Place(offset)
    file.seek(offset)
    is_gzip = file.read(len(GZIP)) == GZIP
    source = Member(file, offset) if is_gzip else PlainFile(file, offset, _size(file))
    return read_record(Stream(source), lambda record: wanted(place, record))


class Scan:
    """One pass over a file."""

    def __init__(self, file: BinaryIO, wanted: Wanted) -> None:
        """Of the records that ``wanted`` tells the payload is kept."""
        self._file, self._wanted, self._size = file, wanted, _size(file)
        self._next, self._again = 0, 0

    def __iter__(self) -> Iterator[tuple[Place, Record | Damage]]:
        """Give every record, and each place where one is damaged."""
        while self._next < self._size:
            self._file.seek(self._next)
            start = self._file.read(len(GZIP))
            if start == GZIP:
                yield from self._member(self._next)
            elif start[:1] in b"\r\n":
                self._next += self._blank()
            else:
                yield self._plain(self._next)

    def _blank(self) -> int:
        """Count the empty lines ahead, or as many as are looked at."""
        self._file.seek(self._next)
        piece = self._file.read(_SEARCHED_FIRST)
        return len(piece) - len(piece.lstrip(b"\r\n"))

    def _plain(self, offset: int) -> tuple[Place, Record | Damage]:
        place = Place(offset)
        stream = Stream(PlainFile(self._file, offset, self._size))
        try:
            record = read_record(stream, lambda record: self._wanted(place, record))
        except Damaged as damage:
            is_dear = isinstance(damage, Endless) and not self._may_read_again(_ENDLESS_WORK)
            self._next = self._search(offset + (LONGEST_HEAD if is_dear else 1))
            return place, Damage(str(damage))
        self._next = offset + stream.passed
        return place, record

    def _member(self, offset: int) -> Iterator[tuple[Place, Record | Damage]]:
        member = Member(self._file, offset)
        stream, place, is_told = Stream(member), Place(offset), False
        try:
            while stream.skip_blank():
                place = Place(offset, stream.passed)
                found = self._read(stream, place)
                yield place, found
                if isinstance(found, Record):
                    continue
                is_dear = not self._may_read_again(member.work)
                if not is_dear:  # the record may have been taken for longer than it is
                    member = Member(self._file, offset)
                    stream = Stream(member)
                    stream.skip(place.within + 1)
                elif not is_told:
                    is_told = True
                    yield place, Damage(_LOST)
                stream.seek(BEGINNING, LONGEST_BEGINNING)
            self._next = max(member.end, offset + 1)
        except Corrupt as damage:
            yield place, Damage(str(damage))
            again = self._may_read_again(member.work)
            self._next = self._search(offset + 1 if again else max(offset + 1, member.end))

    def _read(self, stream: Stream, place: Place) -> Record | Damage:
        try:
            return read_record(stream, lambda record: self._wanted(place, record))
        except Corrupt:
            raise
        except Damaged as damage:
            return Damage(str(damage))

    def _may_read_again(self, number: int) -> bool:
        self._again += number
        return self._again < _READ_AGAIN

    def _search(self, start: int) -> int:
        """Find where the next record, or a member that begins with one, begins; or the end."""
        reach = _SEARCHED_FIRST
        while start < self._size:
            self._file.seek(start)
            piece = self._file.read(reach)
            for found in _BEGINNINGS.finditer(piece):
                if found[0] != GZIP or self._holds_record(start + found.start()):
                    return start + found.start()
            start += max(reach - LONGEST_BEGINNING, 1)
            reach = min(reach * 4, _SEARCHED)
        return self._size

    def _holds_record(self, offset: int) -> bool:
        self._file.seek(offset)
        start = io.BytesIO(self._file.read(_SEARCHED_FIRST))
        stream = Stream(Member(start, 0))
        try:
            return stream.skip_blank() and bool(BEGINNING.match(stream.peek(LONGEST_BEGINNING)))
        except Corrupt:
            return False


def _size(file: BinaryIO) -> int:
    return file.seek(0, os.SEEK_END)
