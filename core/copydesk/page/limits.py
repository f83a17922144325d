"""Limits on what is parsed, counted on the bytes."""

from copydesk.errors import Refused

MOST_BYTES = 16 * 1024 * 1024


def check_size(content: bytes) -> None:
    """Refuse a page that is too large."""
    if len(content) > MOST_BYTES:
        raise Refused("too_large", "limits", f"{len(content)} bytes; the limit is {MOST_BYTES}")


def check(content: bytes) -> None:
    """Refuse what hangs a parser."""
