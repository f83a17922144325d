"""The workers of a run: started when there is work for them, replaced when they end."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import monotonic

from copydesk.errors import UsageError
from copydesk.ingest.guard import Child
from copydesk.ingest.setup import PAGES
from copydesk.page import Page
from copydesk.streams import Ref

_FALSE_STARTS = 3
_BROKEN = (
    "worker processes end before they can work ({}); what they print above says why; "
    "--workers 0 edits without them"
)


@dataclass(slots=True)
class Task:
    """One page to be edited."""

    index: int
    """Its number in the order read."""

    found: Ref | Page
    """Where it is, or the page itself."""

    is_retry: bool = False
    """Whether it ended a worker before, and is now tried alone."""

    @property
    def size(self) -> int:
        """Bytes that are sent with it."""
        return len(self.found.content) if isinstance(self.found, Page) else 0


@dataclass(slots=True)
class Worker:
    """A child, and what it is busy with."""

    child: Child
    is_idle: bool = False
    """Whether it waits for a batch: it has said so, which is later than its last outcome."""
    has_begun: bool = False
    """Whether it ever did."""
    tasks: deque[Task] = field(default_factory=deque)
    page: tuple[str | None, str | None] | None = None
    """Label and address of the page that it is at, once it has been read."""
    pages: int = 0

    def fileno(self) -> int:
        """For ``select``."""
        return self.child.fileno()

    def wait(self) -> None:
        """Be ready for a batch."""
        self.is_idle = self.has_begun = True

    def begin(self, batch: Iterable[Task], message: bytes, seconds: float) -> None:
        """Take a batch, and send it on."""
        self.is_idle = False
        self.tasks.extend(batch)
        self.child.tell(message, seconds)

    @property
    def is_late(self) -> bool:
        """Whether it has taken longer than it may."""
        return not self.is_idle and monotonic() >= self.child.deadline


class Crew:
    """Up to so many workers."""

    def __init__(self, most: int, setup: bytes, first: Child | None = None) -> None:
        """``first`` is a child that has been started already, while other things were loaded."""
        self._most, self._setup, self._first = most, setup, first
        self._false_starts = 0
        self.workers: list[Worker] = []

    def grow(self, wanted: int) -> None:
        """Have as many workers as are wanted, and no more than there may be."""
        while len(self.workers) < min(wanted, self._most):
            child, self._first = self._first or Child(), None
            child.tell(self._setup, child.patience)
            self.workers.append(Worker(child))

    def idle(self) -> Iterator[Worker]:
        """Give those that wait for a batch."""
        return (worker for worker in self.workers if worker.is_idle)

    def until_late(self) -> float:
        """Seconds until the first of them is late."""
        busy = [worker.child.deadline for worker in self.workers if not worker.is_idle]
        return max(0.0, min(busy, default=0.0) - monotonic())

    def rest(self, worker: Worker, resident: int, limit: int) -> None:
        """Let one go that has done enough or become too large."""
        if worker.pages >= PAGES or resident > limit:
            self.dismiss(worker)

    def dismiss(self, worker: Worker) -> str:
        """
        End one, and say how it ended.

        Raises:
            UsageError: if one after the other ended before it was ready.
        """
        self.workers.remove(worker)
        how = worker.child.kill()
        self._false_starts = 0 if worker.has_begun else self._false_starts + 1
        if self._false_starts >= _FALSE_STARTS:
            raise UsageError(_BROKEN.format(how))
        return how

    def close(self) -> None:
        """End all of them."""
        children = [worker.child for worker in self.workers]
        self.workers.clear()
        for child in [*children, *filter(None, [self._first])]:
            child.kill()
        self._first = None
