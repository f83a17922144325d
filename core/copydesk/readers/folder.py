"""A folder as a reader sees it: regular files in sorted order, links never followed."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from copydesk.outcome import Failure
from copydesk.readers.files import cause, kind_of, unreadable


def walk(folder: str, skip: Collection[str] = ()) -> Iterator[Path | Failure]:
    """
    Give every regular file below a folder, depth first in the order of names.

    Hidden files are files like others. What is no regular file and no folder, links included, and
    what cannot be looked at is a ``Failure`` in its place. The folder itself may be a link.

    Args:
        folder: The folder.
        skip: Real paths of files and folders that are passed over.
    """
    skipped = _places(skip)
    waiting = _reversed_members(folder)
    while waiting:
        path = waiting.pop()
        if isinstance(path, Failure):
            yield path
            continue
        try:
            found = os.lstat(path)
        except OSError as error:
            yield unreadable(path, cause(error))
            continue
        if (found.st_dev, found.st_ino) in skipped:
            continue
        if stat.S_ISDIR(found.st_mode):
            waiting.extend(_reversed_members(path))
        elif stat.S_ISREG(found.st_mode):
            yield Path(path)
        else:
            yield unreadable(path, f"it is {kind_of(found.st_mode)}; {_why_not(found.st_mode)}")


def _reversed_members(folder: str) -> list[str | Failure]:
    # Names alone: a folder of a million files is held as names, not as objects.
    try:
        names = sorted(os.listdir(folder), reverse=True)
    except OSError as error:
        return [unreadable(folder, cause(error))]
    return [os.path.join(folder, name) for name in names]


def _places(paths: Collection[str]) -> set[tuple[int, int]]:
    found = [os.stat(path) for path in paths if os.path.exists(path)]
    return {(status.st_dev, status.st_ino) for status in found}


def _why_not(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "links are not followed inside a folder; name it to read what it leads to"
    return "only regular files are read"
