"""One run of ``copydesk ingest``, from its arguments to its exit code."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from copydesk import ingest
from copydesk.cli.bar import Watch, watching
from copydesk.cli.group import INTERRUPTED
from copydesk.cli.log import log
from copydesk.cli.outputs import Outputs, Plan
from copydesk.cli.stdout import kept_stdout
from copydesk.cli.summary import print_summary
from copydesk.desk import Desk
from copydesk.errors import CopydeskError, UsageError
from copydesk.ingest.interrupt import stoppable
from copydesk.ingest.journal import path_of
from copydesk.ingest.report import Figures, page_of
from copydesk.ingest.setup import MEBIBYTE
from copydesk.page.address import web_address
from copydesk.printable import escaped
from copydesk.readers import Filter, Readers, listed, missing
from copydesk.sinks.jsonl import STDOUT
from copydesk.sinks.target import unusable

if TYPE_CHECKING:
    from copydesk.ingest.guard import Child

_SAVED = "; an address is not fetched: save the page, and name the file"
_BESIDE_A_DATABASE = ("-journal", "-wal", "-shm")


@dataclass(frozen=True)
class Job:
    """What to read, where to write, and how: the command's options by their names."""

    paths: tuple[str, ...]
    paths_from: str | None = None
    target: str = STDOUT
    rejects: str | None = None
    config: str | None = None
    force: bool = False
    update: bool = False
    resume: bool = False
    strict: bool = False
    workers: int = 0
    unordered: bool = False
    page_timeout: float = 20.0
    worker_memory: int = 1024
    shard: str | None = None
    hosts: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    summary: str | None = None
    report: str | None = None
    log_json: bool = False
    url: str | None = None
    first: "Child | None" = field(default=None, compare=False)
    """A worker that has been started already."""

    def run(self) -> int:
        """
        Do it, and print the summary.

        Returns:
            The exit code.

        Raises:
            CopydeskError: for wrong use, wrong settings, or an output that cannot be written.
        """
        self._check()
        figures = Figures()
        try:
            with stoppable(), kept_stdout() as stdout:
                self._ingest(stdout, figures)
        except KeyboardInterrupt:
            self._sum_up(figures, is_whole=False)
            return INTERRUPTED
        except CopydeskError:
            if figures.tally.read:
                self._sum_up(figures, is_whole=False)
            raise
        self._sum_up(figures, is_whole=True)
        return figures.tally.exit_code(strict=self.strict)

    def _ingest(self, stdout: BinaryIO, figures: Figures) -> None:
        with watching(self._counted(), self._outputs(), figures, as_json=self.log_json) as watch:
            desk = watch.told(lambda: Desk(self.config))
            readers = Readers(desk.plugins, self._named(), self._chosen(), self.url)
            figures.passed = readers.passed
            with self._plan().opened(desk.plugins, stdout) as outputs:
                for facts in outputs.known:
                    figures.recall(facts)
                self._run(desk, readers, outputs, watch)

    def _run(self, desk: Desk, readers: Readers, outputs: Outputs, watch: Watch) -> None:
        with self._listed() as more:
            ingest.run(
                chain(self.paths, more),
                outputs.sink,
                desk,
                rejects=outputs.rejects,
                progress=watch,
                tally=watch.figures.tally,
                skip=self._outputs(),
                editor=self._pool() if self.workers else None,
                readers=readers,
                shard=ingest.Shard.parse(self.shard) if self.shard else None,
                journal=outputs.journal,
            )

    @contextmanager
    def _listed(self) -> Iterator[Iterable[str]]:
        """Give the paths of the list, as they are read."""
        if self.paths_from is None:
            yield ()
        elif self.paths_from == STDOUT:
            yield listed(sys.stdin.buffer)
        else:
            with Path(self.paths_from).open("rb") as file:
                yield listed(file)

    def _named(self) -> tuple[str, ...] | None:
        return self.paths if self.paths_from is None else None

    def _counted(self) -> tuple[str, ...]:
        """Give the paths that are counted for the bar: nobody knows how long a list is."""
        return self.paths if self.paths_from is None else ()

    def _pool(self) -> ingest.Pool:
        setup = ingest.Setup(
            config=self.config,
            named=self._named(),
            chosen=self._chosen(),
            url=self.url,
            timeout=self.page_timeout,
            memory=self.worker_memory * MEBIBYTE,
        )
        return ingest.Pool(setup, self.workers, ordered=not self.unordered, first=self.first)

    def _chosen(self) -> Filter:
        if self.media_types:
            return Filter(self.hosts, self.media_types, self.statuses)
        return Filter(self.hosts, statuses=self.statuses)

    def _plan(self) -> Plan:
        return Plan(
            self.target, self.rejects, self.force, self.update, self.resume, self._identity()
        )

    def _identity(self) -> dict[str, str]:
        """Tell what the output depends on, for whoever resumes: too much to be kept, so hashed."""
        parts = {
            "paths": (self.paths, self.paths_from, self.url),
            "output": (self.target, self.rejects),
            "settings": self.config,
            "shard": self.shard,
            "filters": (self.hosts, self.media_types, self.statuses),
            "limits": (self.page_timeout, self.worker_memory),
            "mode": self.update,
        }
        hashes = {name: sha256(repr(part).encode()).hexdigest() for name, part in parts.items()}
        return {"version": version("copydesk"), **hashes}

    def _check(self) -> None:
        """Refuse what cannot be meant, before anything is read or written."""
        named = [self.paths_from] if self.paths_from else []
        if lost := missing([*self.paths, *named]):
            hint = _SAVED if any(map(web_address, lost)) else ""
            raise UsageError(f"{', '.join(map(escaped, lost))}: no such file or folder{hint}")
        outputs = self._outputs()
        if self.rejects and self.target != STDOUT and _same(self.rejects, self.target):
            raise UsageError("articles and rejections cannot go to one file; name two")
        if both := [path for path in [*self.paths, *named] if os.path.realpath(path) in outputs]:
            raise UsageError(f"{escaped(both[0])} is input and output both; name another output")
        for file in filter(None, [self.summary, self.report]):
            _must_be_writable(Path(file))
        if self.shard:
            ingest.Shard.parse(self.shard)
        self._chosen()
        if self.url is not None:
            self._check_address(self.url)

    def _check_address(self, url: str) -> None:
        if len(self.paths) != 1 or self.paths_from or Path(self.paths[0]).is_dir():
            raise UsageError("--url is the address of one page; name one file, or -")
        if web_address(url) is None:
            raise UsageError(f"{escaped(url)} is no absolute http or https address")

    def _outputs(self) -> set[str]:
        """Give the real paths of all that this run writes, which it must not read."""
        files = [*self._plan().files, *filter(None, [self.summary, self.report])]
        real = [os.path.realpath(file) for file in files]
        return {*real, *(path + end for path in real for end in _BESIDE_A_DATABASE)}

    def _sum_up(self, figures: Figures, *, is_whole: bool) -> None:
        keeps = self.rejects is not None
        if self.log_json:
            log("summary", **figures.as_json(is_whole=is_whole))
        else:
            can_resume = not is_whole and path_of(self.target).exists()
            print_summary(figures, is_whole=is_whole, keeps_rejects=keeps, can_resume=can_resume)
        if self.summary:
            text = json.dumps(figures.as_json(is_whole=is_whole), indent=2, ensure_ascii=False)
            _write(self.summary, f"{text}\n")
        if self.report:
            command = f"copydesk ingest {' '.join(self.paths)} -o {self.target}"
            _write(self.report, page_of(figures, command=command, is_whole=is_whole))


def _must_be_writable(file: Path) -> None:
    """Say so before a long run, not after it."""
    if file.is_dir():
        raise UsageError(f"{escaped(str(file))} is a folder; name a file")
    if not file.parent.is_dir():
        raise UsageError(f"{escaped(str(file))}: there is no folder {escaped(str(file.parent))}")
    if not os.access(file if file.exists() else file.parent, os.W_OK):
        raise UsageError(f"{escaped(str(file))} cannot be written: Permission denied")


def _write(name: str, text: str) -> None:
    try:
        Path(name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise unusable(name, error) from error


def _same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
