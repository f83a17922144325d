"""Editing in the command's own process: nothing to start, and nobody to end a page that hangs."""

from collections.abc import Iterable, Iterator
from time import perf_counter

from copydesk.desk import Desk
from copydesk.ingest.batch import edit_batch
from copydesk.ingest.result import Result
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.readers import Readers
from copydesk.streams import Ref


class Alone:
    """Edits page by page."""

    def __init__(self, desk: Desk, readers: Readers) -> None:
        """Take who edits, and who reads what was only found."""
        self._desk, self._readers = desk, readers

    def results(
        self, founds: Iterable[tuple[int, Ref | Page | Failure]]
    ) -> Iterator[tuple[int, Result]]:
        """Give the number and the outcome of every page, in order."""
        for index, found in founds:
            start = perf_counter()
            page = self._readers.load(found) if isinstance(found, Ref) else found
            for outcome in edit_batch(self._desk, [page]):
                yield index, Result.of(outcome, round(perf_counter() - start, 6))
