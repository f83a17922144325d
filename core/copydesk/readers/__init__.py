"""Readers: from the paths that a user names to pages, one by one, nothing lost on the way."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.plugins import Plugin, Plugins, why
from copydesk.readers.archive import Archives
from copydesk.readers.failures import unreadable
from copydesk.readers.files import Files, Stdin
from copydesk.readers.filter import Filter
from copydesk.readers.folder import walk
from copydesk.readers.jsonl import PageLines
from copydesk.readers.labels import label, label_of
from copydesk.readers.parquet import Parquet
from copydesk.readers.pathlist import listed
from copydesk.readers.regular import Regular
from copydesk.readers.warc import Warcs
from copydesk.schema import clean_text
from copydesk.streams import Finder, Reader, Ref

__all__ = [
    "Files",
    "Filter",
    "Found",
    "Readers",
    "Stdin",
    "count",
    "label",
    "label_of",
    "listed",
    "missing",
    "walk",
]

Found = Ref | Page | Failure
"""What a reader finds: a page's place, a page, or why there is none."""

_Way = Callable[[Reader, Path], Iterator[Found]]

_ALL_HTML = Filter()
_NEITHER = "the reader gave {}, neither a Page nor a Failure"


@dataclass(frozen=True, slots=True)
class _Owned:
    """A reader and who brought it; the core's own have no plugin."""

    reader: Reader
    plugin: Plugin | None = None


class Readers:
    """All readers of one run: those of plugins, then the core's own."""

    def __init__(
        self,
        plugins: Plugins,
        named: Collection[str] | None,
        chosen: Filter = _ALL_HTML,
        url: str | None = None,
    ) -> None:
        """
        Make ready to read.

        Args:
            plugins: Whose readers come first.
            named: The paths that the user named, of all links only these are followed; None if
                every path is one, as in a list.
            chosen: Which pages of archives are wanted.
            url: The address of the one page there is.
        """
        self.passed: Counter[str] = Counter()
        """Pages that ``chosen`` left out, by the reason: ``host``, ``mime``, ``status``."""
        regular = Regular(named)
        inner = (
            PageLines(regular, chosen, self.passed),
            Parquet(regular, chosen, self.passed),
            Warcs(regular, chosen, self.passed),
        )
        archives = Archives(regular, inner=inner)
        own: tuple[Reader, ...] = (Stdin(url), *inner, archives, Files(regular, url))
        self._readers = (*_registered(plugins), *map(_Owned, own))

    def pages(self, paths: Iterable[str], skip: Collection[str] = ()) -> Iterator[Page | Failure]:
        """
        Give the pages of every path in order; of a folder in sorted order, folders within included.

        What cannot be read is a ``Failure`` in its place; every path gives at least one of the two.

        Args:
            paths: Files, folders, or ``-`` for standard input.
            skip: Real paths that are left out when a folder is read: the run's own output.
        """
        for found in self._all(paths, skip, _read):
            yield self.load(found) if isinstance(found, Ref) else found

    def refs(self, paths: Iterable[str], skip: Collection[str] = ()) -> Iterator[Found]:
        """
        Give what ``pages`` gives, in its order, by place where the reader can: without the bytes.

        ``load`` makes a page of a ``Ref``, in any process whose ``Readers`` are made alike.
        """
        return self._all(paths, skip, _find)

    def load(self, ref: Ref) -> Page | Failure:
        """Read the page of one place, never raising for what is in the file."""
        for owned in self._readers:
            try:
                if owned.reader.accepts(ref.path):
                    return _loaded(owned, ref)
            except (KeyboardInterrupt, GeneratorExit):
                raise
            except BaseException as error:  # noqa: BLE001  # as in _input
                return _fault(owned, ref.path, why(error))
        return unreadable(ref.path, "no reader accepts it")

    def _all(self, paths: Iterable[str], skip: Collection[str], way: _Way) -> Iterator[Found]:
        for path in paths:
            if not _is_folder(path):
                yield from self._input(_as_path(path), way)
                continue
            is_empty = True
            for member in walk(path, skip):
                is_empty = False
                yield from [member] if isinstance(member, Failure) else self._input(member, way)
            if is_empty:
                yield unreadable(path, "the folder holds no file")

    def _input(self, path: Path, way: _Way) -> Iterator[Found]:
        """Take one input by the first reader that accepts it, whatever a plugin's reader does."""
        for owned in self._readers:
            try:
                if not owned.reader.accepts(path):
                    continue
                yield from self._some(way(owned.reader, path), path)
            except (KeyboardInterrupt, GeneratorExit):
                raise
            except BaseException as error:  # noqa: BLE001  # SystemExit too is a plugin's fault, not ours
                yield _fault(owned, path, why(error))
            return

    def _some(self, given: Iterator[Found], path: Path) -> Iterator[Found]:
        """Give what was given, and a ``Failure`` for nothing, but where it was not wanted."""
        is_empty, before = True, self.passed.total()
        for found in given:
            is_empty = False
            if not isinstance(found, Page | Failure | Ref):
                raise TypeError(_NEITHER.format(type(found).__name__))
            yield found
        if is_empty and self.passed.total() == before:
            yield unreadable(path, "it holds no page")


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


def _read(reader: Reader, path: Path) -> Iterator[Found]:
    return reader.read(path)


def _find(reader: Reader, path: Path) -> Iterator[Found]:
    return reader.find(path) if isinstance(reader, Finder) else reader.read(path)


def _loaded(owned: _Owned, ref: Ref) -> Page | Failure:
    if not isinstance(owned.reader, Finder):
        raise TypeError("the reader cannot read a page by its place")
    found = owned.reader.load(ref)
    if not isinstance(found, Page | Failure):
        raise TypeError(_NEITHER.format(type(found).__name__))
    return found


def _fault(owned: _Owned, path: Path, reason: str) -> Failure:
    return Failure(
        source=label(path),
        code="plugin_error" if owned.plugin else "unreadable",
        stage="read",
        reason=clean_text(reason) or "no message",
        plugin=owned.plugin.name if owned.plugin else None,
    )
