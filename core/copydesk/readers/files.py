"""One file, or standard input, as one page: regular files only, size looked at before reading."""

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from copydesk.errors import Refused
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.readers import mhtml
from copydesk.readers.base import based
from copydesk.readers.failures import failure_of, unreadable
from copydesk.readers.labels import label
from copydesk.readers.mirror import mirrored
from copydesk.readers.regular import MAX_BYTES, Regular, must_fit
from copydesk.readers.saved import Address, given, noted
from copydesk.readers.sidecar import beside
from copydesk.streams import Ref

GZIP = b"\x1f\x8b"
"""How gzip data begins."""

_MEDIA_TYPES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".shtml": "text/html",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".xhtml": "text/html",
}


class Files:
    """Reads any regular file, gzip or not, as one page: the reader that accepts the rest."""

    def __init__(self, regular: Regular | None = None, url: str | None = None) -> None:
        """``regular`` opens them, without it no link is followed; ``url`` is the one file's address."""
        self._regular, self._given = regular or Regular(), given(url)

    def accepts(self, path: Path) -> bool:  # noqa: ARG002  # the rest
        """Accept any name."""
        return True

    def read(self, path: Path) -> Iterator[Page | Failure]:
        """Give the one page, or why there is none."""
        yield self.load(Ref(path))

    def find(self, path: Path) -> Iterator[Ref]:
        """Give the one place; whether a page can be read there is not looked at."""
        yield Ref(path, size=_size(path))

    def load(self, ref: Ref) -> Page | Failure:
        """Read the one page."""
        try:
            most = mhtml.MAX_BYTES if mhtml.is_mhtml(ref.path.name) else MAX_BYTES
            with self._regular.open(ref.path, most) as file:
                content = _content(file, most, os.fstat(file.fileno()).st_size)
            return page_of(content, ref.path, self._given or beside(ref.path, self._regular))
        except (Refused, OSError) as error:
            return failure_of(label(ref.path), error)


class Stdin:
    """Reads standard input as one page."""

    def __init__(self, url: str | None = None) -> None:
        """``url`` is its address."""
        self._given = given(url)

    def accepts(self, path: Path) -> bool:
        """Accept ``-``."""
        return str(path) == "-"

    def read(self, path: Path) -> Iterator[Page | Failure]:  # noqa: ARG002  # there is only one
        """Give the one page, or why there is none."""
        name = Path("stdin")
        if sys.stdin is None:
            yield unreadable(name, "standard input is closed")
            return
        try:
            yield page_of(_content(sys.stdin.buffer), Path("/"), self._given, source=label(name))
        except (Refused, OSError) as error:
            yield failure_of(label(name), error)


def page_of(
    content: bytes, path: Path, told: Address | None = None, *, source: str | None = None
) -> Page:
    """
    Make a page of a file's bytes, decompressed if they are gzip.

    The name tells the media type, else the bytes do. The address is what ``told`` says, else what
    the program that saved the page noted in it, else what the path says of a mirror.

    Args:
        content: The bytes.
        path: The file's, or a member's in an archive.
        told: What is known of the address otherwise.
        source: The page's label; None: the path's.

    Raises:
        Refused: if the gzip data is too large when decompressed.
        OSError: if it is broken, or the file is an MHTML that holds no page.
    """
    content, source = plain(content), source or label(path)
    if mhtml.is_mhtml(path.name) and (page := mhtml.page_in(content, source)):
        return page
    known = told or _address(content, path)
    return Page(
        content,
        known.url if known else None,
        source=source,
        media_type=media_type_of(path.name),
        fetched=known.fetched if known else None,
        address_from=known.told_by if known else "given",
    )


def media_type_of(name: str) -> str | None:
    """Tell the media type by a file's name; None where the bytes must tell."""
    inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    return _MEDIA_TYPES.get(Path(inner).suffix.lower())


def plain(content: bytes) -> bytes:
    """
    Decompress gzip, never further than the limit; anything else is given back as it is.

    Raises:
        Refused: ``too_large``.
        OSError: if the gzip data is broken.
    """
    if not content.startswith(GZIP):
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            inner = file.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise OSError(0, f"its gzip data is broken: {error}") from error
    must_fit(len(inner), "decompressed it has at least")
    return inner


def _content(file: BinaryIO, most: int = MAX_BYTES, size: int = 0) -> bytes:
    # It may have grown, and some files have no size; memory is taken for as much as is asked for.
    content = file.read(size + 1)
    content += file.read(most - size) if len(content) > size else b""
    must_fit(len(content), "it has at least", most)
    return content


def _address(content: bytes, path: Path) -> Address | None:
    parts = Path(os.path.abspath(path)).parts  # noqa: PTH100  # Path.absolute leaves .. as it is
    return noted(content) or mirrored(content, parts) or based(content)


def _size(path: Path) -> int:
    try:
        return os.lstat(path).st_size
    except (OSError, ValueError):
        return 0
