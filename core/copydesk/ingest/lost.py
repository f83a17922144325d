"""Failures of pages that ended their worker."""

from copydesk.ingest.crew import Task
from copydesk.outcome import Failure, FailureCode
from copydesk.page.address import web_address
from copydesk.readers import label_of
from copydesk.schema import clean_text
from copydesk.streams import Ref

Known = tuple[str | None, str | None] | None
"""Label and address of a page, as far as its worker came to tell them."""


def timed_out(task: Task, known: Known, seconds: float) -> Failure:
    """Say that a page took too long."""
    reason = f"it took more than {seconds:g} s, so its worker was ended; --page-timeout allows more"
    return _failure(task, known, "timeout", reason)


def lost(task: Task, known: Known, how: str) -> Failure:
    """Say that a page ended its worker twice, the second time alone."""
    reason = f"it ended its worker twice, the second time by {how}; report this page"
    return _failure(task, known, "crashed", reason)


def _failure(task: Task, known: Known, code: FailureCode, reason: str) -> Failure:
    source, url = known or _named(task)
    return Failure(
        source=clean_text(source or ""),
        url=web_address(url),
        code=code,
        stage="run",
        reason=reason,
    )


def _named(task: Task) -> tuple[str | None, str | None]:
    found = task.found
    return (label_of(found), None) if isinstance(found, Ref) else (found.source, found.url)
