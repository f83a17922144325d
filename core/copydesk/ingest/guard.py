"""The guard: one worker process that may hang, crash or be killed, and costs one page at most."""

import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from time import monotonic
from typing import BinaryIO, cast

from copydesk.ingest.frames import Frames, frame

_PIPE = 2**20


class Child:
    """One process and its two pipes; no thread, and nothing of ours within it."""

    patience = 120.0
    """Seconds in which it must have loaded its plugins."""

    def __init__(self) -> None:
        """Start it; it loads what it needs before it is told anything."""
        # -P: a folder that one works in never brings code along.
        command = [sys.executable, "-P", "-m", "copydesk.ingest.worker"]
        self._process = subprocess.Popen(  # noqa: S603  # our own module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, process_group=0
        )
        self._in = cast("BinaryIO", self._process.stdin)
        self._out = cast("BinaryIO", self._process.stdout)
        self._frames, self.deadline = Frames(), monotonic() + self.patience
        with suppress(OSError, AttributeError):  # Linux only: a worker need not wait for us
            fcntl.fcntl(self._out, fcntl.F_SETPIPE_SZ, _PIPE)

    def fileno(self) -> int:
        """Where its messages come from, for ``select``."""
        return self._out.fileno()

    def tell(self, content: bytes, seconds: float) -> None:
        """Send it a message and give it so many seconds for the next answer."""
        self.wait(seconds)
        message = memoryview(frame(b"B", content))
        with suppress(BrokenPipeError):  # it is dead, and reading will say so
            while message:
                message = message[self._in.write(message) :]

    def wait(self, seconds: float) -> None:
        """Give it so many seconds from now."""
        self.deadline = monotonic() + seconds

    def messages(self) -> Iterator[tuple[bytes, bytes]] | None:
        """Give what it says, once there is something to read; None if it is dead."""
        piece = os.read(self.fileno(), _PIPE)
        return self._frames.feed(piece) if piece else None

    def kill(self) -> str:
        """End it at once, with all that it started, and say how it ended."""
        if self._process.returncode is None:  # else its number may be another's by now
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        code = self._process.wait()
        self._in.close()
        self._out.close()
        return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
