"""Regular files: opened without waiting, looked at before they are read, links followed if named."""

import errno
import os
import stat
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from copydesk.errors import Refused
from copydesk.page.limits import Limits

MAX_BYTES = Limits().size
"""What is larger, decompressed, is not read as one page."""

_KINDS = {
    stat.S_IFLNK: "a link",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFBLK: "a device",
    stat.S_IFCHR: "a device",
}


class Regular:
    """Opens regular files, and links to them only where a user named the link."""

    def __init__(self, named: Collection[str] | None = ()) -> None:
        """``named`` are the paths that a user named, None for all; only these may be links."""
        self._named = None if named is None else frozenset(map(os.path.normpath, named))

    def open(self, path: Path, most: int | None = None) -> BinaryIO:
        """
        Open a file for reading; a pipe without a writer does not make it wait.

        Raises:
            Refused: ``too_large``, if it has more than ``most`` bytes.
            OSError: if it is no regular file, or the system refuses.
        """
        # Looked at only when it is open, since a name can be given to something else in between.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        is_named = self._named is None or os.path.normpath(path) in self._named
        number = os.open(path, flags | (0 if is_named else getattr(os, "O_NOFOLLOW", 0)))
        try:
            _check(os.fstat(number), most)
            return os.fdopen(number, "rb")
        except BaseException:
            os.close(number)
            raise

    def starts(self, path: Path, size: int) -> bytes:
        """Give the first bytes of a file, none where it cannot be read."""
        try:
            with self.open(path) as file:
                return file.read(size)
        except OSError:
            return b""


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


def must_fit(size: int, it_has: str, most: int = MAX_BYTES) -> None:
    """
    Refuse what is too large; ``it_has`` begins the sentence that says so.

    Raises:
        Refused: ``too_large``.
    """
    if size > most:
        raise Refused("too_large", "limits", f"{it_has} {size:,} bytes; the limit is {most:,}")


def _check(status: os.stat_result, most: int | None) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, f"it is {kind_of(status.st_mode)}; only regular files are read")
    if most is not None:
        must_fit(status.st_size, "it has", most)
