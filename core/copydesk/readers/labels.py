"""Printable labels of inputs: what a page, a rejection or a failure calls the file it came from."""

import os
import re

from copydesk.printable import escaped
from copydesk.schema import clean_text
from copydesk.streams import Ref

_LOST_SPACE = re.compile(r"(?<= ) |^ | $")


def label(path: str | os.PathLike[str]) -> str:
    r"""
    Name an input in one printable line.

    Control and bidi characters, bytes that are no UTF-8, and spaces that cleaning would fold come
    out as escapes (``\x0a``, ``\xff``), so that two files never share a label by their looks.
    """
    name = os.fsencode(path).decode("utf-8", "surrogateescape")
    shown = _LOST_SPACE.sub(r"\\x20", escaped(name))
    return clean_text(shown) or ascii(name)[1:-1] or "?"


def label_of(ref: Ref) -> str:
    """Name the place of a page before its reader has read it."""
    mark = "!" if isinstance(ref.place, str) else "@"
    return label(ref.path) + ("" if ref.place is None else f"{mark}{ref.place}")
