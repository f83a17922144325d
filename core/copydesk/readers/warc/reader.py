"""Pages out of the responses of WARC files; what its filter leaves out is counted."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from copydesk.errors import Refused
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.page.address import web_address
from copydesk.readers.contained import Contained
from copydesk.readers.failures import failed, failure_of
from copydesk.readers.files import media_type_of
from copydesk.readers.filter import Unwanted
from copydesk.readers.http import body_of
from copydesk.readers.labels import label
from copydesk.readers.regular import must_fit
from copydesk.readers.sources import GZIP, Member
from copydesk.readers.stream import Corrupt, Damaged, Stream
from copydesk.readers.warc.record import BEGINNING, LONGEST_BEGINNING, Record
from copydesk.readers.warc.scan import Damage, Place, Scan, record_at
from copydesk.streams import Ref

_LOOKED_AT = 2**12
_PAGES = {"response", "resource", "revisit"}


class Warcs(Contained):
    """Reads WARC files, compressed record by record, as a whole, or not at all."""

    names = (".warc", ".warc.gz")

    def accepts(self, path: Path) -> bool:
        """Accept what is called so, and what begins so under a name that says nothing else."""
        name = path.name.lower()
        return name.endswith(self.names) or (media_type_of(name) is None and self._begins(path))

    def within(self, file: BinaryIO, source: str) -> Iterator[Page | Failure]:
        """Give the pages of an open file of that label."""
        for place, record in Scan(file, lambda _, record: self._is_wanted(record)):
            yield from self._given(source, place, record)

    def find(self, path: Path) -> Iterator[Ref | Page | Failure]:
        """Give the offsets of the pages; a page itself where its gzip member holds several."""
        source = label(path)
        try:
            with self._regular.open(path) as file:
                for place, record in Scan(file, self._is_wanted_at_once):
                    yield from self._placed(path, place, record) or self._given(
                        source, place, record
                    )
        except OSError as error:
            yield failure_of(source, error)

    def load(self, ref: Ref) -> Page | Failure:
        """Read the page of the record at an offset."""
        offset = int(ref.place or 0)
        source = f"{label(ref.path)}@{offset}"
        try:
            with self._regular.open(ref.path) as file:
                return _page(source, record_at(file, offset, lambda *_: True))
        except Damaged as damage:
            return failed(source, str(damage), "bad_record")
        except OSError as error:
            return failure_of(source, error)

    def _given(
        self, archive: str, place: Place, record: Record | Damage
    ) -> Iterator[Page | Failure]:
        """Give what a record holds: one thing, or nothing where it holds no page that is wanted."""
        source = f"{archive}@{place}"
        if isinstance(record, Damage):
            yield failed(source, record.reason, "bad_record")
        elif not _may_hold_page(record):
            return
        elif why := self._unwanted(record):
            self._passed[why] += 1
        elif record.kind == "revisit":
            yield failed(source, _revisited(record), "revisit", record.url)
        else:
            yield _page(source, record)

    def _placed(self, path: Path, place: Place, record: Record | Damage) -> list[Ref]:
        """Give the place of a page that can be read alone."""
        if isinstance(record, Damage) or place.within or record.kind == "revisit":
            return []
        return [Ref(path, place.offset, record.size)] if self._is_wanted(record) else []

    def _is_wanted_at_once(self, place: Place, record: Record) -> bool:
        """Tell whether a record is wanted that cannot be read again alone."""
        return place.within > 0 and self._is_wanted(record)

    def _is_wanted(self, record: Record) -> bool:
        return _may_hold_page(record) and self._unwanted(record) is None

    def _unwanted(self, record: Record) -> Unwanted | None:
        status = record.response.status if record.response else None
        return self._chosen.unwanted(record.url, record.media_type, status)

    def _begins(self, path: Path) -> bool:
        start = self._regular.starts(path, _LOOKED_AT)
        if not start.startswith(GZIP):
            return bool(BEGINNING.match(start))
        try:
            start = Stream(Member(io.BytesIO(start), 0)).peek(LONGEST_BEGINNING)
        except Corrupt:  # cut by us, most likely
            return False
        return bool(BEGINNING.match(start))


def _may_hold_page(record: Record) -> bool:
    return record.kind in _PAGES and web_address(record.url) is not None


def _page(source: str, record: Record) -> Page | Failure:
    response = record.response
    if response is None and record.kind == "response":
        return failed(source, "its block is no HTTP response", "bad_record", record.url)
    try:
        must_fit(record.size, "its payload has")
        content = record.payload or b""
        content = body_of(response, content) if response else content
    except (Refused, OSError) as error:
        return failure_of(source, error)
    return Page(
        content,
        record.url,
        source=source,
        media_type=record.media_type,
        fetched=record.fetched,
        status=response.status if response else None,
        headers=response.headers if response else (),
        address_from="header",
    )


def _revisited(record: Record) -> str:
    first = record.headers.get("warc-refers-to-target-uri") or "the same address"
    date = record.headers.get("warc-refers-to-date") or "another day"
    return (
        f"a revisit record holds no page: it was unchanged since {first} of {date}; read that one"
    )
