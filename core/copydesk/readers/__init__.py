"""Readers: from the paths that a user names to pages, one by one, nothing lost on the way."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.plugins import Plugin, Plugins, why
from copydesk.readers.files import Files, Stdin, unreadable
from copydesk.readers.folder import walk
from copydesk.readers.labels import label
from copydesk.schema import clean_text
from copydesk.streams import Reader

__all__ = ["Files", "Readers", "Stdin", "count", "label", "missing", "walk"]


@dataclass(frozen=True, slots=True)
class _Owned:
    """A reader and who brought it; the core's own have no plugin."""

    reader: Reader
    plugin: Plugin | None = None


class Readers:
    """All readers of one run: those of plugins, then the core's own."""

    def __init__(self, plugins: Plugins, named: Collection[str]) -> None:
        """``named`` are the paths that the user named; of all links only these are followed."""
        own = (_Owned(Stdin()), _Owned(Files(named)))
        self._readers = (*_registered(plugins), *own)

    def pages(self, paths: Iterable[str], skip: Collection[str] = ()) -> Iterator[Page | Failure]:
        """
        Give the pages of every path in order; of a folder in sorted order, folders within included.

        What cannot be read is a ``Failure`` in its place; every path gives at least one of the two.

        Args:
            paths: Files, folders, or ``-`` for standard input.
            skip: Real paths that are left out when a folder is read: the run's own output.
        """
        for path in paths:
            if not _is_folder(path):
                yield from self._read(_as_path(path))
                continue
            is_empty = True
            for member in walk(path, skip):
                is_empty = False
                yield from [member] if isinstance(member, Failure) else self._read(member)
            if is_empty:
                yield unreadable(path, "the folder holds no file")

    def _read(self, path: Path) -> Iterator[Page | Failure]:
        """Read one input by the first reader that accepts it, whatever a plugin's reader does."""
        for owned in self._readers:
            try:
                if not owned.reader.accepts(path):
                    continue
                yield from _some(owned, path)
            except (KeyboardInterrupt, GeneratorExit):
                raise
            except BaseException as error:  # noqa: BLE001  # SystemExit too is a plugin's fault, not ours
                yield _fault(owned, path, why(error))
            return


def count(paths: Iterable[str], skip: Collection[str] = ()) -> int:
    """Count the inputs below all paths by name, for a progress bar; reads none of them."""
    return sum(sum(1 for _ in walk(p, skip)) if _is_folder(p) else 1 for p in paths)


def missing(paths: Iterable[str]) -> list[str]:
    """Give the paths that name nothing; a link that leads nowhere is something."""
    return [path for path in paths if path != "-" and not _exists(path)]


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  # Path.is_dir raises where it may not look


def _as_path(name: str) -> Path:
    path = Path(name)
    # ``./-`` is a file of that name; as a path alone it would be standard input.
    return path.absolute() if name != "-" and str(path) == "-" else path


def _exists(path: str) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # a NUL in a name is a ValueError
        return False
    except OSError:  # it is there, and reading it will say what is wrong with it
        return True
    return True


def _registered(plugins: Plugins) -> Iterator[_Owned]:
    for plugin in plugins.working:
        for reader in list(Plugins((plugin,)).objects("register_readers")):
            yield _Owned(reader, plugin)


def _some(owned: _Owned, path: Path) -> Iterator[Page | Failure]:
    is_empty = True
    for page in owned.reader.read(path):
        is_empty = False
        if not isinstance(page, Page | Failure):
            raise TypeError(f"the reader gave {type(page).__name__}, neither a Page nor a Failure")
        yield page
    if is_empty:
        yield unreadable(path, "it holds no page")


def _fault(owned: _Owned, path: Path, reason: str) -> Failure:
    return Failure(
        source=label(path),
        code="plugin_error" if owned.plugin else "unreadable",
        stage="read",
        reason=clean_text(reason) or "no message",
        plugin=owned.plugin.name if owned.plugin else None,
    )
