"""Pages that were damaged on their way, each with what was done to it in words."""

import re
from collections.abc import Iterator
from itertools import count

from copydesk.page import Page

_TENTHS = 10
_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>]*>")
_BODY = re.compile(rb"<body[^<>]*>", re.IGNORECASE)
_END = re.compile(rb"</body|\Z", re.IGNORECASE)
DEPTHS = (1_900, 2_100)
"""So many elements around the page: fewer and more than are read."""
_OTHER = "windows-1251"


def cuts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Cut a page at each tenth of its bytes."""
    for tenth in range(1, _TENTHS):
        size = len(content) * tenth // _TENTHS
        yield f"cut after {size} of {len(content)} bytes", content[:size]


def without_tags(text: str) -> Iterator[tuple[str, bytes]]:
    """Take every tenth tag out of a page: the first, the eleventh and so on, then the second …, ten times."""
    for first in range(_TENTHS):
        numbers = count()
        kept = _TAG.sub(lambda tag: "" if next(numbers) % _TENTHS == first else tag[0], text)  # noqa: B023  # called at once
        yield f"without every tenth tag from number {first + 1} on", kept.encode()


def miscoded(text: str) -> Iterator[tuple[str, bytes]]:
    """Store a page as if another encoding were its own, then in one that it does not state."""
    yield f"taken for {_OTHER}", text.encode().decode(_OTHER, "replace").encode()
    yield f"stored as {_OTHER} without saying so", text.encode(_OTHER, "replace")


def nested(content: bytes, depth: int) -> bytes:
    """Put so many elements around all that stands in a page's body."""
    start, end = _inside(content)
    inner = b"<div>" * depth + content[start:end] + b"</div>" * depth
    return content[:start] + inner + content[end:]


def flat(number: int) -> Page:
    """Make a page of so many paragraphs beside each other."""
    return Page(b"<!DOCTYPE html><html><body>" + b"<p>So.</p>" * number + b"</body></html>")


def repeated(content: bytes, size: int) -> bytes:
    """Repeat all that stands in a page's body, or in a text, until that is larger than so many bytes."""
    start, end = _inside(content)
    times = size // max(end - start, 1) + 1
    return content[:start] + content[start:end] * times + content[end:]


def _inside(content: bytes) -> tuple[int, int]:
    """Give where the body begins and ends; the whole of what has none."""
    body = _BODY.search(content)
    start = body.end() if body else 0
    found = _END.search(content, start)
    return start, found.start() if found else len(content)
