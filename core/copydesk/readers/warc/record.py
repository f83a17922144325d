"""One WARC record (ISO 28500): its head, and its block where that is wanted."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from copydesk.readers import http
from copydesk.readers.regular import MAX_BYTES
from copydesk.readers.stream import Damaged, Endless, Stream

BEGINNING = re.compile(rb"WARC/1\.[01][ \t]*\r?\n[A-Za-z][A-Za-z-]{0,60}[ \t]*:")
"""How a record begins."""

LONGEST_BEGINNING = 128
"""What ``BEGINNING`` matches is shorter."""

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Record:
    """What a record says of itself before its payload."""

    headers: dict[str, str]
    """By lower-case name; of several of one name the last."""

    response: http.Head | None = None
    """The head of the HTTP response, of one that holds one."""

    size: int = 0
    """Bytes of the payload, as it stands in the record."""

    payload: bytes | None = None
    """The payload, where it was wanted and is not too large."""

    @property
    def kind(self) -> str:
        """``response``, ``revisit`` …, lower-case."""
        return self.headers.get("warc-type", "").lower()

    @property
    def url(self) -> str | None:
        """The address; some writers put it into angle brackets."""
        return self.headers.get("warc-target-uri", "").strip("<> ") or None

    @property
    def fetched(self) -> datetime | None:
        """When it was captured; the standard wants UTC."""
        try:
            stated = datetime.fromisoformat(self.headers.get("warc-date", ""))
        except ValueError:
            return None
        return stated if stated.tzinfo else stated.replace(tzinfo=UTC)

    @property
    def media_type(self) -> str | None:
        """As the server says, or as the record says of a payload without a server."""
        if self.response:
            return self.response.value("content-type") or None
        return None if self.is_http else self.headers.get("content-type")

    @property
    def is_http(self) -> bool:
        """Whether its block begins with the head of an HTTP message."""
        return self.headers.get("content-type", "").lower().startswith("application/http")


def read_record(stream: Stream, wanted: Callable[[Record], bool]) -> Record:
    """
    Read the next record, and pass it up to where the next begins.

    Args:
        stream: Before the record.
        wanted: Tells of a record without payload whether the payload is to be kept.

    Raises:
        Damaged: if it is no record, or is not as long as it says.
    """
    headers = _headers(stream)
    length = _length(headers)
    record, left = _with_response(Record(headers), stream, length)
    record = replace(record, size=left)
    if left <= MAX_BYTES and wanted(record):
        record = replace(record, payload=stream.take(left))
        left -= len(record.payload or b"")
    left -= stream.skip(left)
    if left:
        raise Damaged(f"its Content-Length is {length:,}, {left:,} bytes more than there are")
    _check_end(stream, length)
    return record


def _headers(stream: Stream) -> dict[str, str]:
    if not BEGINNING.match(stream.peek(LONGEST_BEGINNING)):
        raise Damaged("no record begins here")
    head = stream.head()
    if head is None:
        raise Endless("its header does not end")
    return {name.lower(): value for name, value in http.fields(head.partition(b"\n")[2])}


def _length(headers: dict[str, str]) -> int:
    stated = headers.get("content-length")
    if stated is None:
        raise Damaged("it has no Content-Length")
    if not (stated.isascii() and stated.isdigit() and len(stated) < 16):  # noqa: PLR2004  # a petabyte
        raise Damaged(f"its Content-Length is {stated[:_SHOWN]!r}, which is no length")
    return int(stated)


def _with_response(record: Record, stream: Stream, length: int) -> tuple[Record, int]:
    """Read the head of the HTTP response; give what is left of the block as well."""
    if record.kind not in {"response", "revisit"} or not record.is_http:
        return record, length
    before = stream.passed
    head = http.Head.parse(stream.head(length) or b"")
    return replace(record, response=head), length - (stream.passed - before)


def _check_end(stream: Stream, length: int) -> None:
    after = stream.peek(4)
    if not after or after.startswith((b"\r\n", b"\n")):
        stream.skip_blank()
        return
    raise Damaged(f"its Content-Length is {length:,}, but it does not end there")
