"""One run of ``copydesk ingest``, from its arguments to its exit code."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import BinaryIO, TypeVar

from copydesk import ingest
from copydesk.cli.bar import watching
from copydesk.cli.group import INTERRUPTED
from copydesk.cli.plugins_view import tell_broken
from copydesk.cli.stdout import kept_stdout
from copydesk.cli.summary import print_summary
from copydesk.desk import Desk
from copydesk.errors import CopydeskError, UsageError
from copydesk.plugins import why
from copydesk.printable import escaped
from copydesk.readers import missing
from copydesk.sinks import JsonLines, choose
from copydesk.sinks.jsonl import STDOUT
from copydesk.sinks.target import must_be_free
from copydesk.streams import Sink

_Open = TypeVar("_Open", Sink, JsonLines | None)
_BESIDE_A_DATABASE = ("-journal", "-wal", "-shm")


@dataclass(frozen=True)
class Job:
    """What to read, where to write, and how."""

    paths: tuple[str, ...]
    target: str = STDOUT
    rejects: str | None = None
    config: str | None = None
    force: bool = False
    strict: bool = False

    def run(self) -> int:
        """
        Do it, and print the summary.

        Returns:
            The exit code.

        Raises:
            CopydeskError: for wrong use, wrong settings, or an output that cannot be written.
        """
        self._check()
        tally, start = ingest.Tally(), monotonic()
        try:
            with kept_stdout() as stdout:
                self._ingest(stdout, tally)
        except KeyboardInterrupt:
            self._sum_up(tally, start, is_whole=False)
            return INTERRUPTED
        except CopydeskError:
            if tally.read:
                self._sum_up(tally, start, is_whole=False)
            raise
        self._sum_up(tally, start, is_whole=True)
        return tally.exit_code(strict=self.strict)

    def _sum_up(self, tally: ingest.Tally, start: float, *, is_whole: bool) -> None:
        print_summary(
            tally,
            seconds=monotonic() - start,
            is_whole=is_whole,
            keeps_rejects=self.rejects is not None,
        )

    def _ingest(self, stdout: BinaryIO, tally: ingest.Tally) -> None:
        desk = Desk(self.config)
        tell_broken(desk.plugins)
        skip = self._outputs()
        with (
            _open(self._sink(desk, stdout)) as sink,
            _open(self._rejects()) as rejects,
            watching(self.paths, skip) as watch,
        ):
            ingest.run(
                self.paths, sink, desk, rejects=rejects, progress=watch, tally=tally, skip=skip
            )

    def _sink(self, desk: Desk, stdout: BinaryIO) -> Sink:
        if self.rejects:  # first, so that a run that cannot begin leaves no empty output
            must_be_free(Path(self.rejects), force=self.force)
        try:
            sink = choose(self.target, desk.plugins, stdout)
            sink.open(self.target, force=self.force)
        except CopydeskError:
            raise
        except Exception as error:
            raise UsageError(f"{self.target} cannot be written: {why(error)}") from error
        return sink

    def _rejects(self) -> JsonLines | None:
        if self.rejects is None:
            return None
        sink = JsonLines(rejects=True)
        sink.open(self.rejects, force=self.force)
        return sink

    def _check(self) -> None:
        """Refuse what cannot be meant, before anything is read or written."""
        if lost := missing(self.paths):
            raise UsageError(f"{', '.join(map(escaped, lost))}: no such file or folder")
        outputs = self._outputs()
        if self.rejects and self.target != STDOUT and _same(self.rejects, self.target):
            raise UsageError("articles and rejections cannot go to one file; name two")
        if both := [path for path in self.paths if os.path.realpath(path) in outputs]:
            raise UsageError(f"{escaped(both[0])} is input and output both; name another output")

    def _outputs(self) -> set[str]:
        """Give the real paths of all that this run writes, which it must not read."""
        targets = [self.target] if self.target != STDOUT else []
        targets += [self.rejects] if self.rejects else []
        real = [os.path.realpath(target) for target in targets]
        return {*real, *(path + end for path in real for end in _BESIDE_A_DATABASE)}


def _same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


@contextmanager
def _open(sink: _Open) -> Iterator[_Open]:
    try:
        yield sink
    finally:
        if sink:
            sink.close()
