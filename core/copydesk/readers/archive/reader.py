"""Pages out of ZIP and tar archives, and out of archives within them."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from copydesk.errors import Refused
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.readers.archive import zips
from copydesk.readers.archive.entry import Entry, Flaw, Most, Spot, over
from copydesk.readers.archive.tars import Tar
from copydesk.readers.failures import failed, failure_of
from copydesk.readers.files import page_of
from copydesk.readers.labels import label
from copydesk.readers.regular import Regular
from copydesk.readers.sources import Packed, PlainFile
from copydesk.readers.stream import Corrupt, Stream
from copydesk.streams import Ref

_ZIP = (".zip",)
_TAR = (".tar",)
_PACKED_TAR = (".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz")
_NAMES = (*_ZIP, *_TAR, *_PACKED_TAR)

_DEFAULT = Most()
Found = Ref | Page | Failure


class Inner(Protocol):
    """A reader of files of several pages that can read one that is open."""

    @property
    def names(self) -> tuple[str, ...]:
        """Endings of names, lower-case."""
        ...

    def within(self, file: BinaryIO, source: str) -> Iterator[Page | Failure]:
        """Give the pages; may raise ``OSError``."""
        ...


class Archives:
    """Reads what is called ``.zip``, ``.tar``, ``.tar.gz`` and so on."""

    def __init__(
        self, regular: Regular, most: Most = _DEFAULT, inner: Sequence[Inner] = ()
    ) -> None:
        """
        Make ready to read.

        Args:
            regular: What opens them.
            most: What each may hold at most, with all that is in archives within it.
            inner: Readers of members that hold several pages.
        """
        self._regular, self._most, self._inner = regular, most, inner

    def accepts(self, path: Path) -> bool:
        """Accept what is called an archive."""
        return is_archive(path.name)

    def read(self, path: Path) -> Iterator[Page | Failure]:
        """Give the members in order, a ``Failure`` in place of those that cannot be read."""
        for found in self._found(path, by_place=False):
            if not isinstance(found, Ref):
                yield found

    def find(self, path: Path) -> Iterator[Found]:
        """Give the places of the members; the page itself out of what is compressed as a whole."""
        return self._found(path, by_place=True)

    def load(self, ref: Ref) -> Page | Failure:
        """Read one member by its place."""
        spot = Spot.parse(str(ref.place))
        source = _source(label(ref.path), spot.name)
        try:
            with self._regular.open(ref.path) as file:
                return _page(self._bytes(file, spot), spot.name, source)
        except (Refused, OSError) as error:
            return failure_of(source, error)

    def _found(self, path: Path, *, by_place: bool) -> Iterator[Found]:
        try:
            with self._regular.open(path) as file:
                visit = _Visit(self._most, self._inner, path if by_place else None)
                yield from visit.all(file, label(path))
        except OSError as error:
            yield failure_of(label(path), error)

    def _bytes(self, file: BinaryIO, spot: Spot) -> bytes:
        if spot.crc is not None:
            return zips.read_spot(file, spot, self._most.member_size)
        file.seek(spot.start)
        content = file.read(spot.size)
        if len(content) < spot.size:
            raise OSError(0, "the archive ends within it")
        return content


def is_archive(name: str) -> bool:
    """Tell by a name whether it is that of an archive."""
    return name.lower().endswith(_NAMES)


@dataclass(slots=True)
class _Visit:
    """One pass over an archive and those within it, which share its limits."""

    most: Most
    inner: Sequence[Inner]
    path: Path | None
    """Where places are given instead of pages: the outermost archive."""

    members: int = 0
    size: int = 0
    is_over: bool = False

    def all(self, file: BinaryIO, source: str, level: int = 1) -> Iterator[Found]:
        """Give all that is in an archive; ``source`` is its label and ends in its name."""
        try:
            for entry in _entries(file, source, self.most):
                yield from self._over(source, entry) or self._given(entry, source, level)
                if self.is_over:
                    return
        except Corrupt as error:
            yield failed(source, str(error), "bad_record")
        except (Refused, OSError) as error:
            yield failure_of(source, error)

    def _given(self, entry: Entry | Flaw, archive: str, level: int) -> Iterator[Found]:
        source = _source(archive, entry.name)
        if isinstance(entry, Flaw):
            yield failed(source, entry.reason, entry.code)
        elif is_archive(entry.name):
            yield from self._within(entry, source, level)
        elif reader := self._reader(entry.name):
            yield from _pages(reader, entry, source)
        elif self.path and entry.spot and level == 1 and entry.size <= self.most.member_size:
            yield Ref(self.path, str(entry.spot), entry.size)
        else:
            yield _read(entry, source)

    def _reader(self, name: str) -> Inner | None:
        return next((r for r in self.inner if name.lower().endswith(r.names)), None)

    def _within(self, entry: Entry, source: str, level: int) -> Iterator[Found]:
        if level == self.most.levels:
            yield failed(source, f"it is an archive within {level} others, which is not read")
            return
        content = _content(entry, source)
        if isinstance(content, Failure):
            yield content
            return
        yield from _some(self.all(io.BytesIO(content), source, level + 1), source)

    def _over(self, source: str, entry: Entry | Flaw) -> list[Failure]:
        """Count an entry; say once that there is too much."""
        self.members += 1
        self.size += entry.size if isinstance(entry, Entry) else 0
        if self.members > self.most.members:
            reason = over(self.most.members, "members")
        elif self.size > self.most.size:
            reason = over(self.most.size, "bytes")
        else:
            return []
        self.is_over = True
        return [failed(source, reason, "too_large")]


def _entries(file: BinaryIO, name: str, most: Most) -> Iterator[Entry | Flaw]:
    if name.lower().endswith(_ZIP):
        return zips.entries(file, most)
    if name.lower().endswith(_TAR):
        size = file.seek(0, io.SEEK_END)
        return Tar(Stream(PlainFile(file, 0, size)), most, is_plain=True).entries()
    return Tar(Stream(Packed(file)), most, is_plain=False).entries()


def _read(entry: Entry, source: str) -> Page | Failure:
    content = _content(entry, source)
    if isinstance(content, Failure):
        return content
    try:
        return _page(content, entry.name, source)
    except (Refused, OSError) as error:
        return failure_of(source, error)


def _content(entry: Entry, source: str) -> bytes | Failure:
    try:
        return entry.read()
    except Corrupt as error:
        return failed(source, str(error), "bad_record")
    except (Refused, OSError) as error:
        return failure_of(source, error)


def _pages(reader: Inner, entry: Entry, source: str) -> Iterator[Page | Failure]:
    content = _content(entry, source)
    if isinstance(content, Failure):
        yield content
        return
    try:
        yield from reader.within(io.BytesIO(content), source)
    except OSError as error:
        yield failure_of(source, error)


def _some(given: Iterator[Found], source: str) -> Iterator[Found]:
    is_empty = True
    for found in given:
        is_empty = False
        yield found
    if is_empty:
        yield failed(source, "it holds no page")


def _page(content: bytes, name: str, source: str) -> Page:
    return page_of(content, Path("/", name.replace("\0", "")), source=source)


def _source(archive: str, name: str | None) -> str:
    return f"{archive}!{label(name)}" if name else archive
