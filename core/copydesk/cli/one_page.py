"""The one page that a command looks at."""

from pathlib import Path

from copydesk.desk import Desk
from copydesk.errors import UsageError
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.printable import escaped
from copydesk.readers import Readers, missing


def one_page(desk: Desk, file: str, url: str | None) -> Page | Failure:
    """
    Read the first page of a file, as ``ingest`` does.

    Raises:
        UsageError: if there is no such file, or it is a folder.
    """
    if missing([file]):
        raise UsageError(f"{escaped(file)}: no such file")
    if file != "-" and Path(file).is_dir():
        raise UsageError(f"{escaped(file)} is a folder; name one file")
    page = next(Readers(desk.plugins, [file]).pages([file]))
    return page if isinstance(page, Failure) or url is None else at(page, url)


def at(page: Page, url: str) -> Page:
    """
    Give the same page at an address.

    Raises:
        UsageError: if it is no address.
    """
    placed = Page(page.content, url, source=page.source, media_type=page.media_type)
    if placed.url is None:
        raise UsageError(f"{escaped(url)} is no absolute http or https address")
    return placed
