"""
The journal: what of a run is done, so that a run that was killed can be resumed.

It stands beside the output while the run goes on, and longer if it was ended. Its first line says whose it is; then come
the facts of each outcome, and after a hundred of them, or a second, a line with the marks of all
outputs. Facts after the last such line count for nothing.
"""

import json
import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

from copydesk.errors import UsageError
from copydesk.ingest.facts import Facts
from copydesk.printable import escaped
from copydesk.sinks.resumable import Resumable
from copydesk.sinks.target import unusable

OUTCOMES, SECONDS = 100, 1.0
"""So many outcomes at most, or those of so long, are done again after a kill."""

_MARKS = b'{"marks"'
_OTHER = (
    "{} is the journal of a run with other {}; repeat its command with --resume, "
    "or give --force to begin anew"
)
_BUSY = "another run is writing {}; wait for its end, or name another output"
_NO_LONGER = "{} does not fit the outputs any more; give --force to begin anew"


def path_of(target: str) -> Path:
    """Give the journal's place: beside the output, a folder included."""
    return Path(f"{target.rstrip(os.sep)}.journal")


class Journal:
    """Written while a run goes on; gone when it has ended well."""

    def __init__(self, path: Path, run: Mapping[str, str]) -> None:
        """``run`` tells this run from others: what would make its output another one."""
        self._path, self._run = path, {**run}
        self._sinks: Sequence[Resumable] = ()
        self._number, self._lines, self._since = -1, list[str](), 0.0
        self.done = Done()
        """The inputs that are done."""

    def __str__(self) -> str:
        return str(self._path)

    @property
    def exists(self) -> bool:
        """Whether there is one, of whatever run."""
        return self._path.exists()

    def begin(self) -> None:
        """
        Make it, in the place of an older one.

        Raises:
            UsageError: if it cannot be written, or a run that goes on writes it.
        """
        self._open()
        os.ftruncate(self._number, 0)
        self._append([json.dumps(self._run)])

    def begun(self) -> bool:
        """
        Tell whether an ended run has noted anything; goes on with its journal then.

        Raises:
            UsageError: if it is another run's, or cannot be read.
        """
        if not self.exists:
            return False
        with self._reading() as lines:
            self._must_be_ours(next(lines, b""))
            return any(line.startswith(_MARKS) for line in lines)

    def watch(self, sinks: Sequence[Resumable]) -> None:
        """Note where fresh outputs begin."""
        self._sinks = sinks
        self.commit()

    def resume(self, sinks: Sequence[Resumable]) -> Iterator[Facts]:
        """
        Take the outputs back to the last line that all of them reach, and give the facts until there.

        Raises:
            UsageError: if they reach none, or a run that goes on writes it.
        """
        self._open()
        end, marks = self._last(sinks)
        os.ftruncate(self._number, end)
        for sink, mark in zip(sinks, marks, strict=True):
            sink.rewind(mark)
        self._sinks, self._since = sinks, monotonic()
        yield from self._facts()

    def add(self, index: int, key: int, facts: Facts) -> None:
        """Note an outcome that has been written."""
        self._lines.append(f'[{index},"{key:x}",{facts.to_json()}]')
        if len(self._lines) >= OUTCOMES or monotonic() - self._since >= SECONDS:
            self.commit()

    def commit(self) -> None:
        """Note how far the outputs are, then let them keep it: in this order, whoever is killed."""
        marks = [sink.mark() for sink in self._sinks]
        self._append([*self._lines, json.dumps({"marks": marks})])
        self._lines.clear()
        for sink in self._sinks:
            sink.keep()
        self._since = monotonic()

    def close(self, *, is_whole: bool) -> None:
        """Leave it for a run that goes on with this one, or take it away for a run that is whole."""
        if self._number >= 0:
            os.close(self._number)
            self._number = -1
        if is_whole:
            self._path.unlink(missing_ok=True)

    def _last(self, sinks: Sequence[Resumable]) -> tuple[int, list[int]]:
        """Find the last line with marks that all sinks reach, and where it ends."""
        found, end = None, 0
        with self._reading() as lines:
            for line in lines:
                end += len(line)
                if line.startswith(_MARKS) and _reached(sinks, json.loads(line)["marks"]):
                    found = end, json.loads(line)["marks"]
        if found is None:
            raise UsageError(_NO_LONGER.format(escaped(str(self._path))))
        return found

    def _facts(self) -> Iterator[Facts]:
        with self._reading() as lines:
            for line in lines:
                if line.startswith(b"["):
                    index, key, facts = json.loads(line)
                    self.done.add(index, int(key, 16))
                    yield Facts.of(facts)

    def _must_be_ours(self, line: bytes) -> None:
        theirs = json.loads(line or b"{}")
        others = [name for name in self._run if theirs.get(name) != self._run[name]]
        if theirs and others:
            raise UsageError(_OTHER.format(escaped(str(self._path)), " and ".join(others)))

    @contextmanager
    def _reading(self) -> Iterator[Iterator[bytes]]:
        """Give all lines that are whole."""
        try:
            with self._path.open("rb") as file:
                yield (line for line in file if line.endswith(b"\n"))
        except (OSError, ValueError) as error:
            raise UsageError(f"{escaped(str(self._path))} cannot be read: {error}") from error

    def _open(self) -> None:
        """Open it for this run alone; its end, by whatever, gives it free."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        try:
            self._number = os.open(self._path, flags, 0o666)
        except OSError as error:
            raise unusable(self._path, error) from error
        if not _is_locked(self._number):
            self.close(is_whole=False)
            raise UsageError(_BUSY.format(escaped(str(self._path))))

    def _append(self, lines: Iterable[str]) -> None:
        rest = memoryview("".join(f"{line}\n" for line in lines).encode())
        try:
            while rest:
                rest = rest[os.write(self._number, rest) :]
        except OSError as error:
            raise unusable(self._path, error) from error


class Done:
    """Numbers and keys of inputs: eight bytes for each, since there may be millions."""

    def __init__(self) -> None:
        """Hold none."""
        self._keys = array("Q")

    def add(self, index: int, key: int) -> None:
        """Note that an input is done."""
        self._keys.extend([0] * (index + 1 - len(self._keys)))
        self._keys[index] = key

    def get(self, index: int) -> int:
        """Give the key of an input that is done, else 0."""
        return self._keys[index] if index < len(self._keys) else 0


def _is_locked(number: int) -> bool:
    """Lock a file, or tell that another process has; some file systems know no locks, nor does Windows."""
    with suppress(OSError, ImportError):
        import fcntl  # noqa: PLC0415  # not everywhere

        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _reached(sinks: Sequence[Resumable], marks: list[int]) -> bool:
    pairs = zip(sinks, marks, strict=False)
    return len(sinks) == len(marks) and all(sink.reaches(mark) for sink, mark in pairs)
