"""MHTML (RFC 2557), and mail: the page of what is saved with all its pictures in one file."""

import binascii
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from itertools import islice

from copydesk.page import Page

MAX_BYTES = 2**26
"""What is larger, pictures included, is not read."""

_NAMES = (".mhtml", ".mht", ".eml")
_BLANK = re.compile(rb"\r?\n\r?\n")
_HTML = {"text/html", "application/xhtml+xml"}
_LONGEST_HEAD = 2**16
_MOST_PARTS, _LEVELS = 10_000, 3


def is_mhtml(name: str) -> bool:
    """Tell by a file's name."""
    return name.lower().removesuffix(".gz").endswith(_NAMES)


def page_in(content: bytes, source: str) -> Page | None:
    """
    Make a page of the main part; the others are not decoded.

    Returns:
        The page; None if these bytes are no MIME message: a page under that name, most likely.

    Raises:
        OSError: if the message holds no page, or it cannot be decoded.
    """
    try:
        return _page(content, source)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        # What the standard library raises for parameters that nobody could have meant.
        raise OSError(0, f"its headers are broken: {error}") from error


def _page(content: bytes, source: str) -> Page | None:
    head, _ = _parted(content)
    if "content-type" not in head:
        return None
    address = _value(head, "snapshot-content-location")
    part, body = _main(list(islice(_parts(content), _MOST_PARTS)), address)
    return Page(
        _decoded(part, body),
        address or _value(part, "content-location") or _value(head, "content-location"),
        source=source,
        media_type=part.get_content_type(),
        charset=part.get_content_charset(),
        fetched=_date(head),
        address_from="header",
    )


def _parted(content: bytes) -> tuple[Message, bytes]:
    """Part a head from what follows the first empty line."""
    found = _BLANK.search(content, 0, _LONGEST_HEAD)
    end = found.start() if found else len(content[:_LONGEST_HEAD])
    return BytesHeaderParser().parsebytes(content[:end]), content[found.end() if found else end :]


def _parts(content: bytes, levels: int = _LEVELS) -> Iterator[tuple[Message, bytes]]:
    """Give the parts in order, those of parts as well; of a message without parts, itself."""
    head, body = _parted(content)
    if head.get_content_maintype() != "multipart" or not levels:
        yield head, body
        return
    boundary = head.get_boundary()
    if not boundary:
        raise OSError(0, "its header names no boundary between the parts")
    border = re.compile(
        rb"(?:\A|\r?\n)--"
        + re.escape(boundary.encode("ascii", "replace"))
        + rb"(--)?[ \t]*(?:\r?\n|\Z)"
    )
    start = None
    for found in border.finditer(body):
        if start is not None:
            yield from _parts(body[start : found.start()], levels - 1)
        start = None if found[1] else found.end()
    if start is not None:  # cut off, which the page will say
        yield from _parts(body[start:], levels - 1)


def _main(parts: list[tuple[Message, bytes]], address: str | None) -> tuple[Message, bytes]:
    pages = [part for part in parts if part[0].get_content_type() in _HTML]
    if not pages:
        raise OSError(0, "it holds no HTML")
    named = (p for p in pages if address and _value(p[0], "content-location") == address)
    return next(named, pages[0])


def _decoded(part: Message, body: bytes) -> bytes:
    coding = (_value(part, "content-transfer-encoding") or "").lower()
    if coding == "quoted-printable":
        return binascii.a2b_qp(body)
    if coding != "base64":
        return body
    try:
        return binascii.a2b_base64(body)
    except binascii.Error as error:
        raise OSError(0, f"its base64 data is broken: {error}") from error


def _value(head: Message, name: str) -> str | None:
    """Give a header's value, of letters that are not ASCII as well; None without one."""
    value = next((value for key, value in head.raw_items() if key.lower() == name), None)
    if value is None:
        return None
    return "".join(str(value).split()).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _date(head: Message) -> datetime | None:
    try:
        stated = parsedate_to_datetime(str(head.get("date") or ""))
    except (ValueError, TypeError, OverflowError):
        return None
    return stated if stated.tzinfo else stated.replace(tzinfo=UTC)
