"""A worker: python -m copydesk.ingest.worker, a process that may be killed at any moment."""

import io
import json
import os
import pickle
import resource
import signal
from contextlib import redirect_stderr, suppress
from pathlib import Path
from time import perf_counter
from typing import BinaryIO

from copydesk.desk import Desk
from copydesk.ingest import frames
from copydesk.ingest.batch import Input, edit_batch
from copydesk.ingest.hosts import host_of, skipped
from copydesk.ingest.result import Result
from copydesk.ingest.setup import Setup
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.readers import Readers, label_of
from copydesk.schema import clean_text
from copydesk.streams import Ref


class Worker:
    """Reads and edits batches, and sends each outcome as soon as it is there."""

    def __init__(self, setup: Setup, out: BinaryIO) -> None:
        """Load all plugins; what is wrong with them the command has told already."""
        with redirect_stderr(io.StringIO()):
            self._desk = Desk(setup.config)
            self._readers = Readers(self._desk.plugins, setup.named, setup.chosen, setup.url)
        self._out, self._patience = out, 2 * setup.timeout + 5

    def serve(self, batches: BinaryIO) -> None:
        """Take batches until there are no more."""
        self._send(frames.READY, b"0")
        while batch := frames.receive(batches):
            found, closed = pickle.loads(batch)  # noqa: S301  # from the command that started us
            for one in found:
                # Should nobody be left to kill it, a page that never ends ends the process itself.
                signal.setitimer(signal.ITIMER_REAL, self._patience)
                self._edit(one, closed)
            signal.setitimer(signal.ITIMER_REAL, 0)
            self._send(frames.END, b"%d" % resident())

    def _edit(self, found: Ref | Page, closed: frozenset[str]) -> None:
        start, page = perf_counter(), None
        try:
            page = self._readers.load(found) if isinstance(found, Ref) else found
            if not isinstance(page, Failure):
                self._send(frames.AT, json.dumps([page.source, page.url]).encode())
            outcome = edit_batch(self._desk, [_open(page, closed)])[0]
            result = Result.of(outcome, round(perf_counter() - start, 6))
        except MemoryError:
            result = Result.of(_too_much(page if isinstance(page, Page) else found))
        self._send(frames.DONE, result.facts.to_json().encode() + b"\n" + result.line)

    def _send(self, kind: bytes, content: bytes = b"") -> None:
        self._out.write(frames.frame(kind, content))
        self._out.flush()


def _open(page: Input, closed: frozenset[str]) -> Input:
    """Put a failure in the place of a page whose host is not tried any more."""
    if closed and isinstance(page, Page) and (host := host_of(page.url)) in closed:
        return skipped(page, host)
    return page


def _too_much(found: Ref | Page) -> Failure:
    known = (found.source, found.url) if isinstance(found, Page) else (label_of(found), None)
    return Failure(
        source=clean_text(known[0] or ""),
        url=known[1],
        code="memory",
        stage="run",
        reason="reading or writing it needs more memory than a worker may have",
    )


def resident() -> int:
    """Bytes of memory that this process has now; where nobody tells, what it had at most."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the two pipes for messages: whatever a plugin reads or prints goes elsewhere."""
    pipes = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    return pipes


def main() -> None:
    """Serve the command that started this process, until it closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which ends us
    batches, out = _pipes()
    if not (sent := frames.receive(batches)):
        return
    setup: Setup = pickle.loads(sent)  # noqa: S301  # as above
    if setup.memory:
        with suppress(OSError, ValueError):  # not every system has this limit
            resource.setrlimit(resource.RLIMIT_AS, (setup.memory, setup.memory))
    with suppress(BrokenPipeError):  # the command has gone, so nobody waits for anything
        Worker(setup, out).serve(batches)
    os._exit(0)  # nothing is left to be written, and no plugin may hold us up at the end


if __name__ == "__main__":
    main()
