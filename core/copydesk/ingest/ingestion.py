"""A run: all inputs read, every page edited, what became of it written and counted."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing
from typing import Protocol, cast

from copydesk.desk import Desk
from copydesk.errors import UsageError
from copydesk.ingest.alone import Alone
from copydesk.ingest.inputs import Inputs
from copydesk.ingest.interrupt import whole
from copydesk.ingest.journal import Done, Journal
from copydesk.ingest.result import Result
from copydesk.ingest.shard import Shard
from copydesk.ingest.tally import Tally
from copydesk.plugins import why
from copydesk.readers import Found, Readers
from copydesk.sinks.jsonl import JsonLines
from copydesk.streams import Sink


class Editor(Protocol):
    """Who edits the pages of a run: ``Alone``, or a ``Pool`` of processes."""

    def results(self, founds: Iterable[tuple[int, Found]]) -> Iterator[tuple[int, Result]]:
        """Give the number and the outcome of every page."""
        ...


def run(  # noqa: PLR0913  # what comes in, what goes out, who looks on
    paths: Iterable[str],
    sink: Sink,
    desk: Desk,
    *,
    rejects: JsonLines | None = None,
    progress: Callable[[Result], None] | None = None,
    tally: Tally | None = None,
    skip: Collection[str] = (),
    editor: Editor | None = None,
    readers: Readers | None = None,
    shard: Shard | None = None,
    journal: Journal | None = None,
) -> Tally:
    """
    Read all paths, edit every page, write what became of it.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        sink: Where articles go; open, and left open.
        desk: Whose plugins read, and who edits unless ``editor`` does.
        rejects: Where rejections and failures go; open, and left open.
        progress: Called with each outcome when it is written.
        tally: Counts here, so that they are known when the run is interrupted.
        skip: Real paths that are left out of folders: the run's own output.
        editor: Who edits; without one this process does.
        readers: Who reads; without them those of the desk's plugins and the core.
        shard: Which part of the inputs is read.
        journal: Where it is noted what is done; what it says is done is passed over.

    Raises:
        UsageError: if the output cannot be written any more.
        BrokenPipeError: if nobody reads standard output any more.
    """
    if readers is None:
        paths = tuple(paths)
        readers = Readers(desk.plugins, paths)
    tally = tally or Tally()
    done = journal.done if journal else Done()
    inputs = Inputs(readers, paths, skip, tally, shard, done)
    results = (editor or Alone(desk, readers)).results(inputs)
    with closing(cast("_Closable", results)):
        for index, result in results:
            with whole():
                _write(sink, result)
                if rejects:
                    _write(rejects, result)
                tally.add(result.facts)
                key = inputs.keys.pop(index, 0)
                if journal:
                    journal.add(index, key, result.facts)
            if progress:
                progress(result)
    return tally


class _Closable(Protocol):
    def close(self) -> None: ...


def _write(sink: Sink, result: Result) -> None:
    try:
        if isinstance(sink, JsonLines):  # it needs no outcome where there is a line of it
            sink.write_line(result.line, is_article=result.facts.kind == "article")
        else:
            sink.write(result.outcome)
    except (UsageError, BrokenPipeError):
        raise
    except (Exception, SystemExit) as error:
        raise UsageError(f"the output cannot be written: {why(error)}") from error
