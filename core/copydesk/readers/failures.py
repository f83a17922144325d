"""Failures of inputs: what a reader gives in place of a page that it cannot read."""

import os

from copydesk.errors import Refused
from copydesk.outcome import Failure, FailureCode
from copydesk.page.address import web_address
from copydesk.readers.labels import label
from copydesk.readers.regular import cause
from copydesk.schema import clean_text


def unreadable(path: str | os.PathLike[str], reason: str) -> Failure:
    """Say why an input cannot be read."""
    return failed(label(path), reason)


def failed(
    source: str, reason: str, code: FailureCode = "unreadable", url: str | None = None
) -> Failure:
    """Say why the page of that label, its address as far as it is known, cannot be read."""
    return Failure(
        source=source,
        url=web_address(url),
        code=code,
        stage="read",
        reason=clean_text(reason) or "unreadable",
    )


def failure_of(source: str, error: Refused | OSError) -> Failure:
    """Say what was raised while the page of that label was read."""
    if isinstance(error, OSError):
        return failed(source, cause(error))
    return Failure(source=source, code=error.code, stage=error.stage, reason=error.reason)
