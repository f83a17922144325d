"""The outputs of a run: fresh, updated, or gone on with."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from copydesk.errors import CopydeskError, UsageError
from copydesk.ingest.facts import Facts
from copydesk.ingest.journal import Journal, path_of
from copydesk.plugins import Plugins, why
from copydesk.printable import escaped
from copydesk.sinks import JsonLines, Markdown, Sqlite, choose
from copydesk.sinks.jsonl import STDOUT
from copydesk.sinks.resumable import Resumable
from copydesk.sinks.target import must_be_free
from copydesk.streams import Sink

_NO_UPDATE = "only an SQLite database can be updated; name one by -o NAME.db"
_NO_RESUME = "a run to {} cannot be resumed; name a file or a folder by -o"
_ENDED = (
    "{} is the journal of a run to {} that can be gone on with; give --resume to do so, or --force "
    "to begin anew"
)
_NOTHING = "{} is there without a journal, so its run ended well: nothing is to be resumed"


@dataclass(frozen=True, slots=True)
class Outputs:
    """What a run writes, open."""

    sink: Sink
    """Articles."""
    rejects: JsonLines | None
    """What is none."""
    journal: Journal | None = None
    """What is done; None for outputs that nothing can go on with."""
    known: Iterator[Facts] = iter(())  # noqa: RUF009  # empty, so nobody can use it up
    """What an ended run has written already."""

    def close(self) -> None:
        """Close both; the journal is another matter."""
        try:
            self.sink.close()
        finally:
            if self.rejects:
                self.rejects.close()


@dataclass(frozen=True, slots=True)
class Plan:
    """Where to write, and what to do with what is there."""

    target: str
    rejects: str | None
    force: bool
    update: bool
    resume: bool
    run: Mapping[str, str]
    """What tells this run from others."""

    @property
    def files(self) -> list[str]:
        """Give what is written, the journal included."""
        targets = [] if self.target == STDOUT else [self.target, str(path_of(self.target))]
        return [*targets, *filter(None, [self.rejects])]

    @contextmanager
    def opened(self, plugins: Plugins, stdout: BinaryIO) -> Iterator[Outputs]:
        """
        Open all, and close them whatever happens.

        The journal stays unless the run ends well, and was not to be resumed.

        Raises:
            UsageError: if something is there that must not be replaced, or cannot be written.
        """
        outputs, is_whole = self._open(plugins, stdout), False
        journal = outputs.journal
        try:
            try:
                yield outputs
                is_whole = True
            except KeyboardInterrupt:
                if journal:
                    journal.commit()
                raise
            if journal:
                journal.commit()
        finally:
            outputs.close()
            if journal:
                # A job that always says --resume may be started again after its end.
                journal.close(is_whole=is_whole and not self.resume)

    def _open(self, plugins: Plugins, stdout: BinaryIO) -> Outputs:
        sink = choose(self.target, plugins, stdout)
        rejects = JsonLines(rejects=True) if self.rejects else None
        if self.update and not isinstance(sink, Sqlite):
            raise UsageError(_NO_UPDATE)
        if self.target != STDOUT and isinstance(sink, Resumable):
            return self._journaled(sink, rejects, Journal(path_of(self.target), self.run))
        if self.resume:
            raise UsageError(_NO_RESUME.format(escaped(self.target)))
        self._open_fresh(sink, rejects, force=self.force)
        return Outputs(sink, rejects)

    def _journaled(self, sink: Resumable, rejects: JsonLines | None, journal: Journal) -> Outputs:
        sinks = [sink, *filter(None, [rejects])]
        if self.resume and journal.begun():
            sink.reopen(self.target)
            if rejects and self.rejects:
                rejects.reopen(self.rejects)
            return Outputs(sink, rejects, journal, journal.resume(sinks))
        # One that was ended while it began has noted nothing, and written nothing.
        force = self._may_begin(sink, journal)
        journal.begin()
        try:
            self._open_fresh(sink, rejects, force=force)
        except BaseException:
            journal.close(is_whole=True)
            raise
        journal.watch(sinks)
        return Outputs(sink, rejects, journal)

    def _may_begin(self, sink: Sink, journal: Journal) -> bool:
        """Refuse to lose what an ended run has left; tell whether what is there may be replaced."""
        if journal.exists:
            if not (self.force or self.resume):
                raise UsageError(_ENDED.format(escaped(str(journal)), escaped(self.target)))
            return True
        if self.resume and Path(self.target).is_file() and not self.update and not self.force:
            raise UsageError(_NOTHING.format(escaped(self.target)))
        if not self.update and not isinstance(sink, Markdown):
            must_be_free(Path(self.target), force=self.force)
        return self.force

    def _open_fresh(self, sink: Sink, rejects: JsonLines | None, *, force: bool) -> None:
        if self.rejects:  # first, so that a run that cannot begin leaves no empty output
            must_be_free(Path(self.rejects), force=force)
        try:
            if self.update and isinstance(sink, Sqlite):
                sink.update(self.target)
            else:
                sink.open(self.target, force=force)
        except CopydeskError:
            raise
        except Exception as error:
            raise UsageError(f"{self.target} cannot be written: {why(error)}") from error
        if rejects and self.rejects:
            rejects.open(self.rejects, force=force)
