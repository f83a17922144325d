"""What is between the readers and the output: pages that wait, outcomes that wait for their turn."""

from collections import deque
from collections.abc import Iterable, Iterator

from copydesk.ingest.crew import Task
from copydesk.ingest.result import Result
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.streams import Ref

BATCH = 16
"""Pages that a worker is sent at once, at most."""

_BYTES = 4 * 2**20
_WAITING, _HELD = 8 * 2**20, 32 * 2**20


class Queue:
    """Reads as far ahead as keeps the workers busy, and no further."""

    def __init__(
        self, founds: Iterable[tuple[int, Ref | Page | Failure]], *, ahead: int, ordered: bool
    ) -> None:
        """``ahead`` pages at most are read and not yet written."""
        self._founds = iter(founds)
        self._ahead, self._ordered, self._is_read = ahead, ordered, False
        self._tasks: deque[Task] = deque()
        self._turns: deque[int] = deque()
        self._done: dict[int, Result] = {}
        self._sent = self._held = self._open = 0

    @property
    def waiting(self) -> int:
        """Pages that no worker has."""
        return len(self._tasks)

    @property
    def is_over(self) -> bool:
        """Whether everything has been read, edited and taken."""
        return self._is_read and not self._open

    def fill(self) -> None:
        """Read on."""
        while not self._is_read and self._has_room:
            index, found = next(self._founds, (0, None))
            if found is None:
                self._is_read = True
                return
            self._open += 1
            if self._ordered:
                self._turns.append(index)
            if isinstance(found, Failure):
                self.put(index, Result.of(found))
            else:
                self._append(Task(index, found))

    def _append(self, task: Task) -> None:
        self._sent += task.size
        self._tasks.append(task)

    @property
    def _has_room(self) -> bool:
        return self._open < self._ahead and self._sent < _WAITING and self._held < _HELD

    def batch(self, workers: int) -> list[Task]:
        """Take what one of so many workers is to do next: a page that is tried again comes alone."""
        most, size = max(1, min(BATCH, self.waiting // workers)), 0
        batch: list[Task] = []
        while self._tasks and len(batch) < most and size < _BYTES:
            if batch and self._tasks[0].is_retry:
                break
            task = self._tasks.popleft()
            self._sent -= task.size
            size += task.size
            batch.append(task)
            if task.is_retry:
                break
        return batch

    def back(self, tasks: Iterable[Task]) -> None:
        """Take pages back that a worker did not get to; they come first."""
        for task in reversed([*tasks]):
            self._sent += task.size
            self._tasks.appendleft(task)

    def put(self, index: int, result: Result) -> None:
        """Keep an outcome until it is taken."""
        self._done[index] = result
        self._held += len(result.line)

    def take(self) -> Iterator[tuple[int, Result]]:
        """Give the outcomes whose turn it is: in the order read, or whatever is there."""
        while index := self._next():
            result = self._done.pop(index[0])
            self._held -= len(result.line)
            self._open -= 1
            yield index[0], result

    def _next(self) -> tuple[int] | None:
        if not self._ordered:
            return next(((index,) for index in self._done), None)
        if self._turns and self._turns[0] in self._done:
            return (self._turns.popleft(),)
        return None
