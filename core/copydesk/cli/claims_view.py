"""Who claims a page, and why."""

from rich.table import Table
from rich.text import Text

from copydesk import loading, settings
from copydesk.claims import Candidate, best
from copydesk.cli import terminal
from copydesk.cli.article_view import print_outcome
from copydesk.cli.one_page import at, one_page
from copydesk.cli.plugins_view import tell_broken
from copydesk.cli.stdout import kept_stdout
from copydesk.desk import Desk
from copydesk.errors import Refused
from copydesk.outcome import Failure
from copydesk.page import Page


def view(target: str, url: str | None, config: str | None) -> int:
    """Print the claims on a page or an address; gives the exit code."""
    with kept_stdout():
        desk = _desk(config)
        page = _page(desk, target, url)
        found = _claims(desk, page)
    tell_broken(desk.plugins)
    if isinstance(found, Failure):
        print_outcome(found, terminal.stdout())
        return 1
    terminal.tables().print(_table(found))
    for note in _notes(found):
        terminal.tables().print(terminal.line(note))
    return 0


def _desk(config: str | None) -> Desk:
    """Give a desk of the plugins that work, even where a required one does not."""
    desk = Desk(outlets=())
    desk.plugins = loading.load(settings.load(config), strict=False)
    return desk


def _page(desk: Desk, target: str, url: str | None) -> Page | Failure:
    if target.lower().startswith(("http://", "https://")):
        return at(Page(b"", media_type="text/html"), target)
    return one_page(desk, target, url)


def _claims(desk: Desk, page: Page | Failure) -> tuple[Candidate, ...] | Failure:
    if isinstance(page, Failure):
        return page
    try:
        return desk.claims(page)
    except Refused as error:
        return Failure(source=page.source, code=error.code, stage=error.stage, reason=error.reason)


def _table(found: tuple[Candidate, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("outlet", "plugin", "confidence", "why"):
        table.add_column(column, overflow="fold")
    for number, candidate in enumerate(found):
        style = "bold" if number == 0 else ""
        claim = candidate.claim
        table.add_row(
            Text(candidate.outlet.name, style),
            terminal.line(candidate.plugin.name),
            f"{claim.confidence:.4g}",
            terminal.line("; ".join(claim.reasons)),
        )
    return table


def _notes(found: tuple[Candidate, ...]) -> list[str]:
    tied = best(found)
    if len(tied) == 1:
        return []
    names = " and ".join(candidate.outlet.name for candidate in tied)
    rule = "order of plugins.toml, then third-party before bundled, then name"
    return [f"tie: {names} claim it alike; {tied[0].outlet.name} reads it ({rule})"]
