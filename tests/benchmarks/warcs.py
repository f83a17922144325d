"""Made archives of made pages: WARC files as large as one likes, from few pages under many names."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import pages

_SMALL = 60


def warc(file: Path, number: int, *, small: bool = False) -> int:
    """Write so many pages, each a gzip member; give the bytes of the pages."""
    made = [_shorter(page) if small else page for page in pages.some()]
    size = 0
    with file.open("wb") as out:
        for page, url in _named(made, number):
            out.write(gzip.compress(_record(page, url), compresslevel=1))
            size += len(page)
    return size


def _named(made: list[bytes], number: int) -> Iterator[tuple[bytes, str]]:
    for index in range(number):
        # Each is another page: headline and address have its number.
        mark = f" {index:,}".encode()
        page = made[index % len(made)].replace(b"</h1>", mark + b"</h1>", 1)
        yield page, f"https://host{index % 7}.example/news/{index}"


def _shorter(page: bytes) -> bytes:
    """Leave of a page its head and a few paragraphs, so that a hundred thousand are soon read."""
    start, end = page.find(b"<article"), page.find(b"</article>")
    return b"<!DOCTYPE html><html><body>" + page[start:end][: _SMALL * 100] + b"</body></html>"


def _record(page: bytes, url: str) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-05-01T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:copydesk:{url}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
