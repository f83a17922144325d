"""What readers of files that hold many pages have in common."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, ClassVar

from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.readers.failures import failure_of
from copydesk.readers.filter import Filter
from copydesk.readers.labels import label
from copydesk.readers.regular import Regular


class Contained(ABC):
    """Reads the pages of one kind of file, which may itself be a member of an archive."""

    names: ClassVar[tuple[str, ...]]
    """Endings of names."""

    def __init__(self, regular: Regular, chosen: Filter, passed: Counter[str]) -> None:
        """What ``chosen`` does not want is counted in ``passed`` by the reason."""
        self._regular, self._chosen, self._passed = regular, chosen, passed

    def accepts(self, path: Path) -> bool:
        """Accept what is called so."""
        return path.name.lower().endswith(self.names)

    def read(self, path: Path) -> Iterator[Page | Failure]:
        """Give the pages in order, a ``bad_record`` in place of what holds none."""
        source = label(path)
        try:
            with self._regular.open(path) as file:
                yield from self.within(file, source)
        except OSError as error:
            yield failure_of(source, error)

    @abstractmethod
    def within(self, file: BinaryIO, source: str) -> Iterator[Page | Failure]:
        """Give the pages of an open file of that label."""

    def _is_wanted_page(self, page: Page | Failure) -> bool:
        """Count a page that is not wanted; what is damaged is told to everybody."""
        why = self._chosen.unwanted(page.url) if isinstance(page, Page) else None
        if why:
            self._passed[why] += 1
        return why is None
