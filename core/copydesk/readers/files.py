"""One file, or standard input, as one page: regular files only, size looked at before reading."""

import errno
import gzip
import io
import os
import re
import stat
import sys
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import BinaryIO

from copydesk.errors import Refused
from copydesk.outcome import Failure, FailureCode
from copydesk.page import Page
from copydesk.page.limits import Limits
from copydesk.readers.labels import label
from copydesk.schema import clean_text

MAX_BYTES = Limits().size
"""What is larger, decompressed, is not read."""

_GZIP = b"\x1f\x8b"
_MEDIA_TYPES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".shtml": "text/html",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".xhtml": "text/html",
}
# Browsers write it before the first tag when they save a page; elsewhere it is the page's own word.
_SAVED_FROM = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype[^>]{0,500}>\s*)?"
    rb"<!--\s*saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,4000})\s*-->",
    re.IGNORECASE,
)
_KINDS = {
    stat.S_IFLNK: "a link",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFBLK: "a device",
    stat.S_IFCHR: "a device",
}


class Files:
    """Reads any regular file, gzip or not, as one page: the reader that accepts the rest."""

    def __init__(self, named: Collection[str] = ()) -> None:
        """``named`` are the paths that a user named: they may be links, others may not."""
        self._named = frozenset(os.path.normpath(path) for path in named)

    def accepts(self, path: Path) -> bool:  # noqa: ARG002  # the rest
        """Accept any name."""
        return True

    def read(self, path: Path) -> Iterator[Page | Failure]:
        """Give the one page, or why there is none."""
        follow = os.path.normpath(path) in self._named
        try:
            with _opened(path, follow=follow) as file:
                yield page_of(_content(file), path)
        except Refused as error:
            yield _failure(path, error)
        except OSError as error:
            yield unreadable(path, cause(error))


class Stdin:
    """Reads standard input as one page."""

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
            yield page_of(_content(sys.stdin.buffer), name)
        except Refused as error:
            yield _failure(name, error)
        except OSError as error:
            yield unreadable(name, cause(error))


def page_of(content: bytes, path: Path, url: str | None = None) -> Page:
    """
    Make a page of a file's bytes, decompressed if they are gzip.

    The name tells the media type, else the bytes do. A browser's note of where it saved the page
    from is its address, unless ``url`` is given.

    Raises:
        Refused: if the gzip data is broken, or is too large when decompressed.
    """
    content = _plain(content)
    return Page(
        content,
        url or _saved_from(content),
        source=label(path),
        media_type=media_type_of(path.name),
    )


def media_type_of(name: str) -> str | None:
    """Tell the media type by a file's name; None where the bytes must tell."""
    inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    return _MEDIA_TYPES.get(Path(inner).suffix.lower())


def unreadable(path: str | os.PathLike[str], reason: str) -> Failure:
    """Say why an input cannot be read."""
    return Failure(
        source=label(path),
        code="unreadable",
        stage="read",
        reason=clean_text(reason) or "unreadable",
    )


def kind_of(mode: int) -> str:
    """Name what is no regular file: ``a pipe``, ``a link``."""
    return _KINDS.get(stat.S_IFMT(mode), "no regular file")


def cause(error: OSError) -> str:
    """Say in words why the system refused; the name is said elsewhere."""
    if error.errno == errno.ELOOP:
        return "it is a link that leads in a circle, or was made one while the folder was read"
    if error.errno == errno.ENOENT:
        return "it leads to nothing, or was taken away while it was read"
    return error.strerror or str(error) or type(error).__name__


def _opened(path: Path, *, follow: bool) -> BinaryIO:
    # Without waiting, since the open of a pipe waits for a writer; looked at only when it is open,
    # since a name can be given to something else in between.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    flags |= 0 if follow else getattr(os, "O_NOFOLLOW", 0)
    number = os.open(path, flags)
    try:
        _must_be_regular(os.fstat(number))
        return os.fdopen(number, "rb")
    except BaseException:
        os.close(number)
        raise


def _must_be_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, f"it is {kind_of(status.st_mode)}; only regular files are read")
    _must_fit(status.st_size, "it has")


def _content(file: BinaryIO) -> bytes:
    content = file.read(MAX_BYTES + 1)  # it may have grown, and some files have no size
    _must_fit(len(content), "it has at least")
    return content


def _plain(content: bytes) -> bytes:
    """Decompress gzip, never further than the limit."""
    if not content.startswith(_GZIP):
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            plain = file.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise OSError(0, f"its gzip data is broken: {error}") from error
    _must_fit(len(plain), "decompressed it has at least")
    return plain


def _must_fit(size: int, it_has: str) -> None:
    if size > MAX_BYTES:
        raise Refused("too_large", "limits", f"{it_has} {size:,} bytes; the limit is {MAX_BYTES:,}")


def _saved_from(content: bytes) -> str | None:
    found = _SAVED_FROM.match(content)
    return found[1].decode("ascii", "ignore") if found else None


def _failure(path: Path, error: Refused) -> Failure:
    code: FailureCode = error.code
    return Failure(source=label(path), code=code, stage=error.stage, reason=error.reason)
