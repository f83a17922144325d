"""What is seen while a run goes on: a bar on a terminal, and the first failures anywhere."""

import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.progress import TimeRemainingColumn as TimeLeft

from copydesk.cli import terminal
from copydesk.outcome import Failure, Outcome
from copydesk.readers import count
from copydesk.schema import Article

_FAILURES = 20
_PAUSE = 0.1


class Watch:
    """Looks at every outcome; prints failures until there are too many."""

    def __init__(self, console: Console) -> None:
        """Print to this console."""
        self._console, self._failed = console, 0

    def __call__(self, outcome: Outcome) -> None:
        """Look at one outcome."""
        if isinstance(outcome, Failure):
            self._failed += 1
            self._tell(outcome)

    def _tell(self, failure: Failure) -> None:
        if self._failed <= _FAILURES:
            where = failure.source or failure.url or "page"
            text = terminal.line(f"{where}: {failure.code}: {failure.reason}")
            self._console.print(text, soft_wrap=True)
        elif self._failed == _FAILURES + 1:
            self._console.print("more failures are counted but not printed")


class _Bar(Watch):
    def __init__(self, progress: Progress, task: TaskID) -> None:
        super().__init__(progress.console)
        self._progress, self._task, self._shown = progress, task, 0.0
        self._counts = {"articles": 0, "rejections": 0, "failures": 0}

    def __call__(self, outcome: Outcome) -> None:
        super().__call__(outcome)
        is_article = isinstance(outcome, Article)
        kind = "articles" if is_article else f"{outcome.type}s"  # type: ignore[union-attr]
        self._counts[kind] += 1
        is_due = monotonic() - self._shown > _PAUSE
        counts: dict[str, Any] = {**self._counts}
        self._progress.update(self._task, advance=1, refresh=is_due, **counts)
        self._shown = monotonic() if is_due else self._shown


@contextmanager
def watching(paths: Sequence[str], skip: Collection[str]) -> Iterator[Watch]:
    """Watch a run; the bar is drawn on a terminal only, and taken away at the end."""
    console = terminal.stderr()
    if not sys.stderr.isatty():
        yield Watch(console)
        return
    # No thread: one that draws would wait for the parser anyway, and must not be there to fork.
    with Progress(*_columns(), console=console, transient=True, auto_refresh=False) as progress:
        task = progress.add_task("", total=count(paths, skip), articles=0, rejections=0, failures=0)
        progress.refresh()
        yield _Bar(progress, task)


def _columns() -> list[BarColumn | MofNCompleteColumn | TextColumn | TimeLeft]:
    words = "{task.fields[articles]} articles  {task.fields[rejections]} rejections  "
    words += "{task.fields[failures]} failures"
    return [BarColumn(20), MofNCompleteColumn(), TextColumn(words, markup=False), TimeLeft()]
