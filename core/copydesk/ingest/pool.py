"""
The pool: pages to worker processes, outcomes back, whatever becomes of a worker.

One batch is in flight for each worker. Outcomes come one by one, so that those that are done stand
when a worker ends; the page that it was at is tried once more alone, the rest goes to another.
"""

import pickle
import selectors
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from copydesk.ingest import frames
from copydesk.ingest.crew import Crew, Task, Worker
from copydesk.ingest.facts import Facts
from copydesk.ingest.guard import Child
from copydesk.ingest.hosts import Hosts
from copydesk.ingest.lost import lost, timed_out
from copydesk.ingest.queue import BATCH, Queue
from copydesk.ingest.result import Result
from copydesk.ingest.setup import RESIDENT, Setup
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.streams import Ref

_AHEAD = 4 * BATCH


class Pool:
    """Edits pages in worker processes."""

    def __init__(
        self, setup: Setup, workers: int, *, ordered: bool = True, first: Child | None = None
    ) -> None:
        """
        Make ready; a worker is started when there is work for it.

        Args:
            setup: What workers must know.
            workers: So many at most, one or more.
            ordered: Whether outcomes are given in the order of the pages.
            first: A worker that has been started already.
        """
        self._setup, self._workers, self._ordered, self._first = setup, workers, ordered, first
        self._hosts = Hosts()

    def results(
        self, founds: Iterable[tuple[int, Ref | Page | Failure]]
    ) -> Iterator[tuple[int, Result]]:
        """
        Give the number and the outcome of every page.

        Raises:
            UsageError: if workers cannot be started.
        """
        queue = Queue(founds, ahead=_AHEAD * self._workers, ordered=self._ordered)
        with self._crew() as crew:
            while True:
                queue.fill()
                yield from queue.take()
                if queue.is_over:
                    return
                crew.grow(self._wanted(crew, queue))
                self._hand_out(crew, queue)
                self._listen(crew, queue)

    @contextmanager
    def _crew(self) -> Iterator[Crew]:
        crew = Crew(self._workers, pickle.dumps(self._setup), self._first)
        try:
            yield crew
        finally:
            crew.close()

    def _wanted(self, crew: Crew, queue: Queue) -> int:
        """Want one more worker for every whole batch that waits: fewer are done before it is up."""
        busy = sum(1 for worker in crew.workers if worker.tasks)
        return max(busy + queue.waiting // BATCH, bool(queue.waiting))

    def _hand_out(self, crew: Crew, queue: Queue) -> None:
        for worker in [*crew.idle()]:
            if batch := queue.batch(len(crew.workers)):
                pages = [_bare(task.found) for task in batch]
                message = pickle.dumps((pages, self._hosts.closed), protocol=5)
                worker.begin(batch, message, self._setup.timeout)

    def _listen(self, crew: Crew, queue: Queue) -> None:
        """Wait until a worker says something or is late, and see to it."""
        with selectors.DefaultSelector() as selector:
            for worker in crew.workers:
                selector.register(worker, selectors.EVENT_READ, worker)
            heard = [key.data for key, _ in selector.select(crew.until_late())]
        for worker in heard:
            self._hear(worker, crew, queue)
        for worker in [worker for worker in crew.workers if worker.is_late]:
            if worker not in heard:
                self._bury(worker, crew, queue, is_late=True)

    def _hear(self, worker: Worker, crew: Crew, queue: Queue) -> None:
        messages = worker.child.messages()
        if messages is None:
            self._bury(worker, crew, queue, is_late=False)
            return
        for kind, content in messages:
            if kind == frames.DONE:
                self._keep(worker, content, queue)
            elif kind == frames.AT:
                worker.page = frames.page_of(content)
            else:  # it waits for a batch, and tells its size
                worker.wait()
                crew.rest(worker, int(content), RESIDENT)

    def _keep(self, worker: Worker, content: bytes, queue: Queue) -> None:
        facts, line = content.split(b"\n", 1)
        task, worker.page = worker.tasks.popleft(), None
        worker.pages += 1
        worker.child.wait(self._setup.timeout)
        queue.put(task.index, Result(line, Facts.from_json(facts)))

    def _bury(self, worker: Worker, crew: Crew, queue: Queue, *, is_late: bool) -> None:
        """See to what a worker leaves behind that is dead, or has to be killed."""
        tasks, page = worker.tasks, worker.page
        how = crew.dismiss(worker)
        if not tasks:
            return
        task = tasks.popleft()
        if is_late or task.is_retry:
            self._hosts.blame(page[1] if page else None)
            late = timed_out(task, page, self._setup.timeout) if is_late else None
            queue.put(task.index, Result.of(late or lost(task, page, how)))
        else:
            tasks.appendleft(Task(task.index, task.found, is_retry=True))
        queue.back(tasks)


def _bare(found: Ref | Page) -> Ref | Page:
    """Leave behind what was computed of a page; a tree cannot be sent."""
    return found.anew() if isinstance(found, Page) else found
