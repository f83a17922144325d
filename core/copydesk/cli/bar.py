"""What is seen while a run goes on: a bar on a terminal, the first failures anywhere, or a log."""

import io
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr
from time import monotonic
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.progress import TimeRemainingColumn as TimeLeft

from copydesk.cli import terminal
from copydesk.cli.log import log
from copydesk.cli.plugins_view import tell_broken
from copydesk.desk import Desk
from copydesk.ingest import Result
from copydesk.ingest.facts import Facts
from copydesk.ingest.report import Figures
from copydesk.readers import count

_FAILURES = 20
_PAUSE, _LOG_PAUSE = 0.1, 10.0


class Watch:
    """Looks at every outcome; prints failures until there are too many."""

    def __init__(self, console: Console, figures: Figures) -> None:
        """Print to this console; note in these figures."""
        self._console, self._failed = console, 0
        self.figures = figures

    def __call__(self, result: Result) -> None:
        """Look at one outcome."""
        self.figures.note(result.facts)
        if result.facts.kind == "failure":
            self._failed += 1
            self._tell(result.facts)

    def told(self, load: Callable[[], Desk]) -> Desk:
        """Load a desk and tell what is wrong with its plugins."""
        desk = load()
        tell_broken(desk.plugins)
        return desk

    def _tell(self, facts: Facts) -> None:
        if self._failed <= _FAILURES:
            where = facts.source or facts.url or "page"
            text = terminal.line(f"{where}: {facts.code}: {facts.reason}")
            self._console.print(text, soft_wrap=True)
        elif self._failed == _FAILURES + 1:
            self._console.print("more failures are counted but not printed")


class _Bar(Watch):
    def __init__(self, progress: Progress, task: TaskID, total: int, figures: Figures) -> None:
        super().__init__(progress.console, figures)
        self._progress, self._task, self._total, self._shown = progress, task, total, 0.0

    def __call__(self, result: Result) -> None:
        super().__call__(result)
        if monotonic() - self._shown > _PAUSE:
            self._draw()

    def _draw(self) -> None:
        written = self.figures.tally.written
        # Archives hold more pages than there are files, and nobody knows how many.
        total = self._total if written <= self._total else None
        self._progress.update(
            self._task, completed=written, total=total, refresh=True, **_counts(self.figures)
        )
        self._shown = monotonic()


class _Log(Watch):
    _shown = 0.0

    def told(self, load: Callable[[], Desk]) -> Desk:
        """Load a desk and log what it says, too."""
        with redirect_stderr(io.StringIO()) as said:
            desk = super().told(load)
        for line in said.getvalue().splitlines():
            log("note", text=line)
        return desk

    def __call__(self, result: Result) -> None:
        super().__call__(result)
        if monotonic() - self._shown > _LOG_PAUSE:
            log("progress", written=self.figures.tally.written, **_counts(self.figures))
            self._shown = monotonic()

    def _tell(self, facts: Facts) -> None:
        log("failure", source=facts.source, url=facts.url, code=facts.code, reason=facts.reason)


@contextmanager
def watching(
    paths: Sequence[str], skip: Collection[str], figures: Figures, *, as_json: bool = False
) -> Iterator[Watch]:
    """Watch a run; the bar is drawn on a terminal only, and taken away at the end."""
    console = terminal.stderr()
    if as_json or not sys.stderr.isatty():
        yield _Log(console, figures) if as_json else Watch(console, figures)
        return
    total = count(paths, skip)
    # No thread: one that draws would wait for the parser anyway, and must not be there to fork.
    with Progress(*_columns(), console=console, transient=True, auto_refresh=False) as progress:
        task = progress.add_task("", total=total, **_counts(figures))
        progress.refresh()
        yield _Bar(progress, task, total, figures)


def _columns() -> list[BarColumn | MofNCompleteColumn | TextColumn | TimeLeft]:
    words = "{task.fields[articles]} articles  {task.fields[rejections]} rejections  "
    words += "{task.fields[failures]} failures  {task.fields[pages_per_second]} pages/s"
    return [BarColumn(20), MofNCompleteColumn(), TextColumn(words, markup=False), TimeLeft()]


def _counts(figures: Figures) -> dict[str, Any]:
    tally = figures.tally
    return {
        "articles": tally.articles,
        "rejections": tally.rejections.total(),
        "failures": tally.failures.total(),
        "pages_per_second": round(figures.speed),
    }
