"""A folder as a reader sees it: regular files in sorted order, links never followed."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from copydesk.outcome import Failure
from copydesk.readers.failures import unreadable
from copydesk.readers.regular import cause, kind_of
from copydesk.readers.sidecar import is_sidecar


def walk(folder: str, skip: Collection[str] = ()) -> Iterator[Path | Failure]:
    """
    Give every regular file below a folder, depth first in the order of names.

    Hidden files are files like others. What is no regular file and no folder, links included, and
    what cannot be looked at is a ``Failure`` in its place. The folder itself may be a link.
    Sidecars belong to their pages and are not given.

    Args:
        folder: The folder.
        skip: Real paths of files and folders that are passed over.
    """
    folder = folder.rstrip(os.sep)
    real = os.path.realpath(folder or os.sep).rstrip(os.sep)
    waiting = _reversed_members(folder)
    while waiting:
        path = waiting.pop()
        if isinstance(path, Failure):
            yield path
        elif real + path.removeprefix(folder) not in skip:
            yield from _looked_at(path, waiting)


def _looked_at(path: str, waiting: list[str | Failure]) -> Iterator[Path | Failure]:
    """Give a file, or put a folder's members where they are next."""
    try:
        mode = os.lstat(path).st_mode
    except OSError as error:
        yield unreadable(path, cause(error))
        return
    if stat.S_ISDIR(mode):
        waiting.extend(_reversed_members(path))
    elif stat.S_ISREG(mode):
        yield Path(path)
    else:
        yield unreadable(path, _why_not(path, mode))


def _reversed_members(folder: str) -> list[str | Failure]:
    try:
        # Names alone, since a folder may hold a million.
        names = sorted(os.listdir(folder or os.sep), reverse=True)  # noqa: PTH208
    except OSError as error:
        return [unreadable(folder, cause(error))]
    known = frozenset(names)
    return [f"{folder}{os.sep}{name}" for name in names if not is_sidecar(name, known)]


def _why_not(path: str, mode: int) -> str:
    if not stat.S_ISLNK(mode):
        return f"it is {kind_of(mode)}; only regular files are read"
    if os.path.exists(path):  # noqa: PTH110  # Path.exists raises for a link in a circle
        return "it is a link, which is not followed inside a folder; name it to read it"
    return "it is a link that leads to nothing, or in a circle"
