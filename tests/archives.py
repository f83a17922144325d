"""WARC records and other archives as bytes, made for tests, and what is read out of them."""

import uuid
from pathlib import Path

from copydesk import Desk, Failure, Page
from copydesk.readers import Filter, Readers
from copydesk.streams import Ref

HTML = b"<!DOCTYPE html><html><head><title>New roof</title></head><body><p>%s</p></body></html>"


def page_bytes(words: str) -> bytes:
    return HTML % words.encode()


def response(body: bytes, *headers: str, status: str = "200 OK", mime: str = "text/html") -> bytes:
    """An HTTP response as it is saved."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {mime}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(  # a record has these
    block: bytes,
    url: str = "https://harbour.example/1",
    *headers: str,
    kind: str = "response",
    length: int | str | None = None,
    content_type: str = "application/http; msgtype=response",
) -> bytes:
    """One WARC record; ``length`` is a Content-Length that is not true."""
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, url)}>",
        "WARC-Date: 2024-05-01T10:00:00Z",
        f"WARC-Target-URI: {url}",
        f"Content-Type: {content_type}",
        f"Content-Length: {len(block) if length is None else length}",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def read(file: Path, chosen: Filter = Filter()) -> list[Page | Failure]:  # noqa: B008  # frozen
    """All pages of an input, by both ways, which must agree."""
    readers = Readers(Desk(outlets=()).plugins, [str(file)], chosen)
    pages = list(readers.pages([str(file)]))
    loaded = [readers.load(f) if isinstance(f, Ref) else f for f in readers.refs([str(file)])]
    assert [told(page) for page in loaded] == [told(page) for page in pages]
    return pages


def told(found: Page | Failure) -> tuple[object, ...]:
    if isinstance(found, Failure):
        return (found.source, found.url, found.code, found.reason)
    known = (found.url, found.address_from, found.status, found.headers, found.fetched)
    return (found.source, found.content, found.media_type, *known)


def failed(file: Path) -> Failure:
    """The one failure that a file gives."""
    (found,) = read(file)
    assert isinstance(found, Failure)
    return found
