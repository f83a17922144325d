"""Many pages: read, edited, written, and every one of them counted."""

import signal
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from copydesk.desk import Desk
from copydesk.errors import UsageError
from copydesk.outcome import Failure, Outcome
from copydesk.page import Page
from copydesk.plugins import why
from copydesk.readers import Readers
from copydesk.schema import Article, clean_text
from copydesk.sinks.jsonl import JsonLines
from copydesk.streams import Sink

Input = Page | Failure
"""What a reader gives: a page, or why there is none."""


@dataclass(slots=True)
class Tally:
    """Counts of a run: pages where the readers hand them over, outcomes where they are written."""

    read: int = 0
    """Pages, and inputs that held none, that the readers gave."""

    outlets: Counter[str] = field(default_factory=Counter)
    """Articles by outlet."""

    rejections: Counter[str] = field(default_factory=Counter)
    """Rejections by code."""

    failures: Counter[str] = field(default_factory=Counter)
    """Failures by code."""

    warnings: Counter[str] = field(default_factory=Counter)
    """Warnings of articles by code."""

    repeated: int = 0
    """Articles whose id another page of the run gave before."""

    _ids: set[int] = field(default_factory=set)

    @property
    def articles(self) -> int:
        """Articles written."""
        return self.outlets.total()

    @property
    def unfinished(self) -> int:
        """Pages read that have no outcome; less than none where one has two."""
        return self.read - self.articles - self.rejections.total() - self.failures.total()

    @property
    def reconciles(self) -> bool:
        """Whether every page read has an outcome, and exactly one."""
        return self.unfinished == 0

    def add(self, outcome: Outcome) -> None:
        """Count what was written."""
        self.warnings.update(warning.code for warning in outcome.warnings)
        if isinstance(outcome, Article):
            self.outlets[outcome.outlet] += 1
            self._note_id(int(outcome.id, 16))
        elif isinstance(outcome, Failure):
            self.failures[outcome.code] += 1
        else:
            self.rejections[outcome.code] += 1

    def _note_id(self, number: int) -> None:
        self.repeated += number in self._ids
        self._ids.add(number)

    def exit_code(self, *, strict: bool) -> int:
        """Give 3 if the counts do not reconcile, 1 for a failure (``strict``: or rejection), else 0."""
        if not self.reconciles:
            return 3
        return int(bool(self.failures) or (strict and bool(self.rejections)))


def edit_batch(desk: Desk, batch: Sequence[Input]) -> list[Outcome]:
    """
    Give the outcome of every page of a batch, in order.

    Needs nothing but its arguments and changes nothing, so that any process may run it.
    """
    return [page if isinstance(page, Failure) else _edited(desk, page) for page in batch]


def outcomes(desk: Desk, pages: Iterable[Input]) -> Iterator[Outcome]:
    """Give the outcome of every page as it is ready; where a pool of processes will stand."""
    for page in pages:
        yield from edit_batch(desk, [page])


def run(  # noqa: PLR0913  # what comes in, what goes out, who looks on
    paths: Sequence[str],
    sink: Sink,
    desk: Desk,
    *,
    rejects: JsonLines | None = None,
    progress: Callable[[Outcome], None] | None = None,
    tally: Tally | None = None,
    skip: Collection[str] = (),
) -> Tally:
    """
    Read all paths, edit every page, write what became of it.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        sink: Where articles go; open, and left open.
        desk: Who edits.
        rejects: Where rejections and failures go; open, and left open.
        progress: Called with each outcome when it is written.
        tally: Counts here, so that they are known when the run is interrupted.
        skip: Real paths that are left out of folders: the run's own output.

    Raises:
        UsageError: if the output cannot be written any more.
        BrokenPipeError: if nobody reads standard output any more.
    """
    tally = tally or Tally()
    pages = _counted(Readers(desk.plugins, paths).pages(paths, skip), tally)
    for outcome in outcomes(desk, pages):
        with _whole():
            _write(sink, outcome)
            if rejects:
                _write(rejects, outcome)
            tally.add(outcome)
        if progress:
            progress(outcome)
    return tally


def _edited(desk: Desk, page: Page) -> Outcome:
    try:
        return desk.edit(page)
    except Exception as error:  # noqa: BLE001  # a fault of ours may not cost the other pages
        return Failure(
            source=clean_text(page.source or ""),
            url=page.url,
            code="crashed",
            stage="run",
            reason=clean_text(f"copydesk itself is at fault: {why(error)}") or "crashed",
        )


def _counted(pages: Iterable[Input], tally: Tally) -> Iterator[Input]:
    for page in pages:
        tally.read += 1
        yield page


def _write(sink: Sink, outcome: Outcome) -> None:
    try:
        sink.write(outcome)
    except (UsageError, BrokenPipeError):
        raise
    except (Exception, SystemExit) as error:
        raise UsageError(f"the output cannot be written: {why(error)}") from error


@contextmanager
def _whole() -> Iterator[None]:
    """Let Ctrl-C wait until what is being written is whole; a second one does not wait."""
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or before is None:
        yield
        return
    waiting: list[int] = []

    def remember(number: int, frame: FrameType | None) -> None:
        if waiting and callable(before):
            before(number, frame)
        waiting.append(number)

    signal.signal(signal.SIGINT, remember)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if waiting:
            signal.raise_signal(signal.SIGINT)
