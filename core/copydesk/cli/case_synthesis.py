"""``copydesk case synthesise``: a page's layout without its text."""

import os
from collections.abc import Iterator
from pathlib import Path

from copydesk.cli import terminal
from copydesk.cli.one_page import one_page
from copydesk.cli.plugins_view import tell_broken
from copydesk.cli.stdout import kept_stdout
from copydesk.conformance.authoring.writing import replace
from copydesk.conformance.synthesis.shape import shape_differences
from copydesk.conformance.synthesis.synthesis import synthesise
from copydesk.conformance.trial.confined import offline
from copydesk.desk import Desk
from copydesk.errors import Refused, UsageError
from copydesk.outcome import Failure
from copydesk.page import Page
from copydesk.printable import escaped
from copydesk.sinks.target import must_be_free

_STDOUT = "-"


def run(  # noqa: PLR0913  # one for each option
    file: str,
    target: str,
    url: str | None,
    keep: tuple[str, ...],
    config: str | None,
    *,
    force: bool,
) -> int:
    """
    Write a synthesised page, and say where it is read otherwise; gives the exit code.

    Raises:
        UsageError: if the page cannot be read, or the output cannot be written.
    """
    if target != _STDOUT:
        if os.path.realpath(file) == os.path.realpath(target):
            raise UsageError(f"{escaped(file)} is input and output both; name another output")
        must_be_free(Path(target), force=force)
    with kept_stdout() as stdout, offline():
        desk = Desk(config)
        page = _page(desk, file, url)
        made = _made(page, desk, keep)
        if target == _STDOUT:
            stdout.write(made)
            stdout.flush()
        else:
            replace(Path(target), made)
        differences = list(_differences(desk, page, made))
    tell_broken(desk.plugins)
    console = terminal.stderr()
    for line in differences:
        console.print(terminal.line(line, "yellow"), soft_wrap=True)
    return 1 if differences else 0


def _page(desk: Desk, file: str, url: str | None) -> Page:
    page = one_page(desk, file, url)
    if isinstance(page, Failure):
        raise UsageError(f"{escaped(file)}: {page.code}: {page.reason}")
    return page


def _made(page: Page, desk: Desk, keep: tuple[str, ...]) -> bytes:
    try:
        return synthesise(page, desk.plugins, keep)
    except Refused as error:
        raise UsageError(f"{escaped(page.source or 'the page')}: {error}") from error


def _differences(desk: Desk, page: Page, made: bytes) -> Iterator[str]:
    other = Page(
        made, page.url, source=page.source, media_type=page.media_type, fetched=page.fetched
    )
    found = shape_differences(desk.edit(page.anew()), desk.edit(other))
    if found:
        yield "copydesk: the synthesised page is read otherwise than the page; --keep the words that matter:"
        yield from (f"  {line}" for line in found)
